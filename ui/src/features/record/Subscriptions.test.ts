import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PanelLayout } from '$lib/api'
import { answering, type Answers, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { emptyFaces, firstLayout } from './labels/fixture'
import RecordPage from './RecordPage.svelte'
import {
  deliveries,
  grandmother,
  holding,
  hugo,
  preview,
  subscription,
  tariff,
} from './subscriptions/fixture'

async function open(more: Answers = {}) {
  let layout: PanelLayout = firstLayout
  const calls = answering(
    {
      ...holding,
      labels: () => emptyFaces,
      panel_layout: () => layout,
      save_panel_layout: (request: PanelLayout) => (layout = request),
      reset_panel_layout: () => (layout = firstLayout),
      ...more,
    },
    { pick_new_document: ({ suggested }) => `/tmp/${String(suggested)}` },
  )
  render(RecordPage, { number: 7 })
  await screen.findByRole('grid', { name: 'Abonnements' })
  return calls
}
const grid = (name: string) => screen.findByRole('grid', { name })
const menuOf = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name: `Actions\u00a0: ${name}` }))
  return within(await screen.findByRole('menu'))
}

beforeEach(() => {
  router.reset({ name: 'record', number: 7 })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('the five windows show what the client holds, with who pays and how it stands', async () => {
  await open()
  const cells = within(await grid('Abonnements')).getAllByRole('cell')
  expect(cells.map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    'La Gazette payé par DUPRAT Jeanne',
    '01/06/2026',
    '31/05/2027',
    'En cours',
  ])
  for (const name of ['Factures', 'Règlements', 'Livraisons', 'Parrainages']) await grid(name)
  expect(screen.getByText(/Aucun parrainage/)).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
})

test('Ctrl+B creates a subscription paid by somebody else: what comes of it shows before, Entrée creates', async () => {
  const calls = await open({ subscription_preview: () => preview, subscribe: () => subscription })
  await userEvent.keyboard('{Control>}b{/Control}')
  const will = within(await screen.findByRole('region', { name: 'Ce qui sera créé' }))
  expect(will.getByText('du 01/12/2026 au 30/11/2027')).toBeTruthy()
  expect(will.getByText(/49,00\s€/)).toBeTruthy()
  expect(will.getByText(/TVA 2,1\s% comprise/)).toBeTruthy()
  expect(will.getByText(/DUPRAT Jeanne/)).toBeTruthy()
  expect(will.getByText('19200 USSEL')).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
  const start = screen.getByLabelText('Début')
  await userEvent.clear(start)
  await userEvent.type(start, '1/12{Enter}')
  expect(start).toHaveProperty('value', '01/12/2026')
  expect(requests(calls, 'subscribe')).toEqual([])
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(requests(calls, 'subscribe')).toEqual([
    { recipient: 7, offer: 1, payer: null, copies: 1, starts_on: '2026-12-01' },
  ])
  expect(toasts.items.at(-1)?.title).toBe('Abonnement créé')
})

test('another payer is chosen in the picker of records', async () => {
  const { client, number } = hugo
  const line = { ...client, number: 12, last_name: 'Martin', type: 'client' as const, inactive: false }
  const calls = await open({
    subscription_preview: () => preview,
    recent_clients: () => [
      { ...line, opened_at: null },
      { ...line, number, opened_at: null },
    ],
  })
  await userEvent.keyboard('{Control>}b{/Control}')
  await userEvent.click(await screen.findByRole('button', { name: 'Autre…' }))
  await userEvent.click(await screen.findByRole('radio', { name: /MARTIN Hugo/ }))
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Choisir' }))
  await waitFor(() => expect(requests(calls, 'subscription_preview').at(-1)?.payer).toBe(12))
  expect(screen.getByLabelText<HTMLSelectElement>('Payeur').selectedOptions[0]?.textContent).toMatch(/MARTIN/)
})

test('a choice that a rule refuses says so under its field, and cannot be created', async () => {
  await open({
    subscription_preview: () => ({ ...preview, refused: 'paye_par_never_invoiced', payer: null, payers: [] }),
  })
  await userEvent.keyboard('{Control>}b{/Control}')
  const payer = await screen.findByLabelText<HTMLSelectElement>('Payeur')
  await waitFor(() => expect(payer.getAttribute('aria-invalid')).toBe('true'))
  const note = document.getElementById(payer.getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toMatch(/n’est jamais facturé/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Créer l’abonnement' }).disabled).toBe(true)
})

test('a chosen subscription is ended with its renewal: what is given back, and by what, is said before', async () => {
  const renewal = { ...subscription, id: 9, starts_on: '2027-05-01', renews: 3 }
  const calls = await open({
    held_subscriptions: () => [subscription],
    termination_preview: ({ on }) => ({
      subscription,
      on: on ?? '',
      left: 5,
      of: 12,
      issues: true,
      invoiced: 4900,
      refund: 2042,
      renewals: [{ subscription: renewal, deliveries: 11, refund: 5500 }],
      refused: null,
    }),
    terminate: () => ({
      subscription,
      credit_note: 'A-2026-0001',
      refund: 2042,
      renewals: [{ subscription: renewal, credit_note: 'A-2026-0002', refund: 5500 }],
    }),
  })
  const table = await grid('Abonnements')
  table.focus()
  await userEvent.keyboard('{ArrowDown}{Delete}')
  const will = within(await screen.findByRole('region', { name: 'Ce qui se passera' }))
  expect(will.getByText(/5\snuméros ne seront pas livrés, sur 12/)).toBeTruthy()
  expect(will.getByText(/avoir de 20,42\s€ sera émis au nom de DUPRAT Jeanne/)).toBeTruthy()
  expect(will.getByText(/commence le 01\/05\/2027 est annulé, avec 11\slivraisons prévues/)).toBeTruthy()
  expect(will.getByText(/Rien n’en a été servi.*avoir de 55,00\s€/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Motif'), 'Déménagement{Enter}')
  await waitFor(() => expect(requests(calls, 'terminate')).toHaveLength(1))
  expect(requests(calls, 'terminate')[0]).toMatchObject({ id: 3, reason: 'Déménagement', refund: true })
  await waitFor(() => expect(toasts.items.at(-1)?.text).toMatch(/A-2026-0001 de 20,42.*A-2026-0002 de 55,00/))
})

test('a type that the holdings forbid is not changed: the rule and what stands in the way are shown', async () => {
  const calls = await open({
    type_change_preview: ({ number, to }) => ({
      number,
      from: 'paye_par',
      to,
      count: 60,
      obstacles: [
        {
          rule: 'prospect_only_free_tariffs',
          thing: 'received',
          id: 3,
          name: 'La Gazette',
          other: grandmother,
          from: '2026-06-01',
          until: '2027-05-31',
          removable: false,
        },
      ],
    }),
  })
  await userEvent.click(screen.getByRole('button', { name: 'Autres actions' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Changer le type de contact' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Prospect' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/ne peut être abonné qu’à un tarif gratuit/)).toBeTruthy()
  expect(dialog.getByText(/Abonnement «\sLa Gazette\s»/)).toBeTruthy()
  expect(dialog.getByText('payé par DUPRAT Jeanne')).toBeTruthy()
  expect(dialog.getByText(/Et 59\sautres/)).toBeTruthy()
  expect(requests(calls, 'change_type')).toEqual([])
  expect(requests(calls, 'save_client')).toEqual([])
})

test('an empty window offers its first row, or says by which rule there is none', async () => {
  const empty = { rows: [], total: 0, next: null }
  await open({
    invoices_page: () => ({ ...empty, barred: 'paye_par_never_invoiced' }),
    deliveries_page: () => ({ ...empty, barred: null }),
  })
  const invoices = within(screen.getByRole('region', { name: 'Factures' }))
  expect(await invoices.findByText(/n’est jamais facturé/)).toBeTruthy()
  expect(invoices.queryByRole('button', { name: 'Créer un abonnement' })).toBeNull()
  const planned = within(screen.getByRole('region', { name: 'Livraisons' }))
  expect(await planned.findByRole('button', { name: 'Ajouter une remise' })).toBeTruthy()
})

test('rows are chosen by keyboard, several at once, and marked together', async () => {
  const all = deliveries(30)
  const calls = await open({
    deliveries_page: ({ after, limit }) => {
      const from = after ?? 0
      const next = from + limit < 30 ? from + limit : null
      return { rows: all.slice(from, from + limit), total: 30, next, barred: null }
    },
    mark_deliveries: ({ ids }) => ({ marked: ids.length }),
  })
  const table = await grid('Livraisons')
  await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(11))
  table.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
  expect(within(table).getAllByRole('row', { selected: true })).toHaveLength(2)
  await userEvent.keyboard('{Enter}')
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Retournée' }))
  await waitFor(() => expect(requests(calls, 'mark_deliveries')).toHaveLength(1))
  expect(requests(calls, 'mark_deliveries')[0]).toMatchObject({ ids: [29, 28], state: 'returned' })

  const foot = within(table.closest('section') as HTMLElement)
  await userEvent.click(foot.getByRole('button', { name: 'Page suivante' }))
  await waitFor(() => expect(requests(calls, 'deliveries_page').at(-1)?.after).toBe(10))
  await userEvent.click(foot.getByRole('button', { name: '25' }))
  await waitFor(() =>
    expect(requests(calls, 'deliveries_page').at(-1)).toMatchObject({ after: null, limit: 25 }),
  )
  await userEvent.click(foot.getByRole('button', { name: 'Contenu' }))
  await waitFor(() =>
    expect(requests(calls, 'deliveries_page').at(-1)?.sort).toEqual({ column: 'content', descending: false }),
  )
})

test('only what is planned is removed: a delivery that took place cannot be', async () => {
  const calls = await open({
    deliveries_page: () => ({ rows: deliveries(2), total: 2, next: null, barred: null }),
    remove_delivery: () => ({}),
  })
  const [, planned, delivered] = within(await grid('Livraisons')).getAllByRole('row')
  if (delivered) await userEvent.click(delivered)
  const menu = await menuOf('Livraisons')
  expect(menu.getByRole('menuitem', { name: /Suppression/ }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.keyboard('{Escape}')
  if (planned) await userEvent.click(planned)
  ;(await grid('Livraisons')).focus()
  await userEvent.keyboard('{Delete}')
  await userEvent.click(await screen.findByRole('button', { name: 'Supprimer' }))
  await waitFor(() => expect(requests(calls, 'remove_delivery')).toEqual([{ id: 2 }]))
})

test('a window leaves as CSV only with a purpose', async () => {
  const calls = await open({
    manager: () => ({ set: false, unlocked_until: null, wait: 0 }),
    export_table: ({ path }) => ({ path }) as never,
  })
  const menu = await menuOf('Abonnements')
  await userEvent.click(menu.getByRole('menuitem', { name: 'Export CSV' }))
  await userEvent.type(await screen.findByLabelText(/Motif de l’export/), 'Contrôle annuel')
  await userEvent.click(screen.getByRole('button', { name: 'Exporter' }))
  await waitFor(() => expect(requests(calls, 'export_table')).toHaveLength(1))
  expect(requests(calls, 'export_table')[0]).toMatchObject({
    table: { number: 7, window: 'subscriptions', sort: { column: 'start', descending: true } },
    purpose: 'Contrôle annuel',
    path: expect.stringMatching(/^\/tmp\/abonnements-7-\d{4}-\d\d-\d\d\.csv$/) as string,
  })
})

test('beneficiaries are added by their e-mail, up to the number of the offer', async () => {
  const person = { number: 9, name: 'line@courriel.example', type: 'beneficiaire' as const }
  const used = { client: person, email: 'line@courriel.example', since: '2026-11-29' }
  const calls = await open({
    subscription: () => ({ ...subscription, places: 1 }),
    add_beneficiary: () => ({ ...subscription, places: 1, beneficiaries: [used] }),
  })
  ;(await grid('Abonnements')).focus()
  await userEvent.keyboard('{Enter}')
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Bénéficiaires…' }))
  expect(await screen.findByText('0 sur 1')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('E-mail'), 'line@courriel.example{Enter}')
  expect(await screen.findByText('1 sur 1')).toBeTruthy()
  expect(requests(calls, 'add_beneficiary')).toMatchObject([
    { subscription: 3, client: null, email: 'line@courriel.example' },
  ])
  expect(screen.queryByLabelText('E-mail')).toBeNull()
})

test('links lead to the other record, and a window that is not wanted is hidden', async () => {
  await open({
    links: () => [
      { kind: 'paid_by', other: grandmother, what: 'La Gazette', subscription: 3, since: '2026-06-01' },
    ],
  })
  await userEvent.click(screen.getByRole('button', { name: /Fenêtres\s: 5 sur 5/ }))
  // Windows have no handle.
  expect(
    within(screen.getByRole('dialog', { name: 'Fenêtres affichées' })).queryByText(/la poignée/),
  ).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Parrainages' }))
  expect(screen.queryByRole('grid', { name: 'Parrainages' })).toBeNull()
  expect(screen.getByRole('button', { name: /Fenêtres\s: 4 sur 5/ })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'DUPRAT Jeanne' }))
  expect(router.page).toEqual({ name: 'record', number: 4 })
})

test('a free tariff asks for no payer', async () => {
  await open({
    subscription_preview: () => ({
      ...preview,
      tariff: { ...tariff, price: 0 },
      price: 0,
      total: 0,
      payer: null,
      payers: [],
    }),
  })
  await userEvent.keyboard('{Control>}b{/Control}')
  const will = within(await screen.findByRole('region', { name: 'Ce qui sera créé' }))
  expect(will.getByText('Gratuit')).toBeTruthy()
  expect(will.getByText('Aucune facture')).toBeTruthy()
  expect(screen.getByLabelText<HTMLSelectElement>('Payeur').disabled).toBe(true)
})
