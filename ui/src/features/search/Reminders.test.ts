import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hear, type InvoiceDue, type RenewalLine } from '$lib/api'
import { announce, answering, type Answers, refusal, requests } from '$lib/api/testing'
import { language } from '$lib/i18n'
import { shopAt } from '$lib/state/fixture'
import { router } from '$lib/state/router.svelte'
import { session } from '$lib/state/session.svelte'
import { violations } from '$lib/ui/violations'
import Reminders from './Reminders.svelte'

const TODAY = new Date(2026, 10, 28, 10, 0)

const invoice = (id: number, more: Partial<InvoiceDue> = {}): InvoiceDue => ({
  id,
  number: `F-2026-${String(id).padStart(4, '0')}`,
  payer: id,
  payer_name: `CLIENTE ${id}`,
  payer_removed: false,
  issued_on: '2026-10-01',
  total: 4900,
  due: 4900,
  ...more,
})
const line = (id: number, more: Partial<RenewalLine> = {}): RenewalLine => ({
  id,
  recipient: { number: id, name: `CLIENTE ${id}`, type: 'client' },
  payer: { number: id, name: `CLIENTE ${id}`, type: 'client' },
  offer: 1,
  offer_name: 'La Gazette',
  copies: 1,
  ends_on: '2026-12-31',
  total: 5200,
  refused: null,
  ...more,
})
const numbered = <Row>(count: number, make: (id: number) => Row) =>
  Array.from({ length: count }, (_, index) => make(index + 1))

/** Plays a core in which nothing waits but this. */
const core = (more: Answers = {}) =>
  answering({
    follow_ups_due: () => ({ until: '2026-11-28', count: 0, rows: [] }),
    invoices_due: () => ({ invoices: [], next: null }),
    renewals: () => ({ lines: [], next: null }),
    ...more,
  })

const links = () => screen.queryAllByRole('button').map((button) => button.textContent.trim())
const open = async (name: RegExp, title: string) => {
  await userEvent.click(await screen.findByRole('button', { name }))
  return within(await screen.findByRole('dialog', { name: title }))
}
const rows = (list: { getAllByRole: (role: string) => HTMLElement[] }) =>
  list
    .getAllByRole('row')
    .map((row) =>
      [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()).join(' | '),
    )

beforeEach(() => {
  router.reset({ name: 'clients' })
  vi.useFakeTimers({ toFake: ['Date'], now: TODAY })
})
afterEach(async () => {
  cleanup()
  vi.useRealTimers()
  await language.use('fr')
})

test('what is due leads to its list, what is late says so, and a line to the actions of its record', async () => {
  const row = (id: number, due_on: string) => ({
    id,
    client: id,
    client_name: `CLIENTE ${id}`,
    what: 'Rappeler',
    due_on,
  })
  const calls = core({
    follow_ups_due: () => ({
      until: '2026-11-28',
      count: 3,
      rows: [row(7, '2026-11-20'), row(9, '2026-11-28')],
    }),
  })
  render(Reminders)
  const list = await open(/^3\sactions à faire$/, 'Actions à faire')
  expect(rows(list)).toEqual([
    'Échéance | État | Client | Action',
    '20/11/2026 | En retard | CLIENTE 7 | Rappeler',
    '28/11/2026 | Aujourd’hui | CLIENTE 9 | Rappeler',
  ])
  expect(list.getByText('Les 2 premières sur 3 sont affichées.')).toBeTruthy()
  await userEvent.click(list.getByRole('button', { name: 'Ouvrir la fiche de CLIENTE 7' }))
  expect(router.page).toEqual({ name: 'record', number: 7, label: 'follow_ups' })
  expect(requests(calls, 'follow_ups_due')).toEqual([{ until: null, limit: 100 }])
})

test('nothing that waits shows nothing, nor does what cannot be told', async () => {
  const calls = core({
    renewals: () => {
      throw refusal('file_busy')
    },
  })
  render(Reminders)
  await waitFor(() => expect(calls).toHaveLength(3))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(links()).toEqual([])
})

test('what waits in one shop is not shown in another, even where nothing can be read', async () => {
  await session.enter(shopAt('/tmp/essai.ecrin'))
  core({
    invoices_due: () => ({ invoices: [invoice(4)], next: null }),
    follow_ups_due: () => ({ until: '2026-11-28', count: 2, rows: [] }),
  })
  render(Reminders)
  await screen.findByRole('button', { name: /facture à relancer/ })
  await screen.findByRole('button', { name: /actions à faire/ })
  cleanup()
  await session.enter(shopAt('/tmp/autre.ecrin'))
  const refused = () => {
    throw refusal('file_busy')
  }
  core({ invoices_due: refused, follow_ups_due: refused })
  render(Reminders)
  expect(links()).toEqual([])
})

test('whoever is gone is named without a way to their record', async () => {
  core({
    invoices_due: () => ({
      invoices: [invoice(4, { payer_name: 'DUPRAT Jeanne', payer_removed: true })],
      next: null,
    }),
  })
  render(Reminders)
  const list = await open(/^1\sfacture à relancer$/, 'Factures à relancer')
  expect(list.getByText('DUPRAT Jeanne')).toBeTruthy()
  expect(list.queryByRole('button', { name: /Ouvrir la fiche/ })).toBeNull()
})

test('an invoice of more than thirty days says since when and how much is left, and leads to who is to pay', async () => {
  const calls = core({
    invoices_due: () => ({
      invoices: [invoice(4, { payer: 12, payer_name: 'DUPRAT Jeanne', due: 2900 }), invoice(5)],
      next: null,
    }),
  })
  render(Reminders)
  const list = await open(/^2\sfactures à relancer$/, 'Factures à relancer')
  expect(requests(calls, 'invoices_due')).toEqual([{ older_than_days: 31, after: null, limit: 50 }])
  expect(list.getByText(/^Émises il y a plus de 30\sjours/)).toBeTruthy()
  expect(rows(list)).toEqual([
    'Émise le | Depuis | Facture | Client | Reste à régler',
    '01/10/2026 | 58 jours | F-2026-0004 | DUPRAT Jeanne | 29,00 €',
    '01/10/2026 | 58 jours | F-2026-0005 | CLIENTE 5 | 49,00 €',
  ])
  expect(list.queryByRole('button', { name: 'Afficher la suite' })).toBeNull()
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(list.getByRole('button', { name: 'Ouvrir la fiche de DUPRAT Jeanne' }))
  expect(router.page).toEqual({ name: 'record', number: 12 })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a subscription that ends within sixty days says when, who pays and what goes on, and leads to who receives it', async () => {
  const payer = { number: 4, name: 'DUPRAT Jeanne', type: 'tiers' as const }
  const calls = core({
    renewals: () => ({
      lines: [
        line(7, { ends_on: '2026-11-28', payer, copies: 2, total: 10_400 }),
        line(8, { ends_on: '2026-11-29', payer: null, total: null, refused: 'no_tariff_yet' }),
      ],
      next: null,
    }),
  })
  render(Reminders)
  const list = await open(/^2\sabonnements à renouveler$/, 'Abonnements à renouveler')
  expect(requests(calls, 'renewals')).toEqual([{ from: null, until: '2027-01-27', after: null, limit: 50 }])
  expect(list.getByText(/^Ils finissent d’ici au 27\/01\/2027/)).toBeTruthy()
  expect(rows(list)).toEqual([
    'Fin | Dans | Client | Formule | Prix de la suite',
    '28/11/2026 | Aujourd’hui | CLIENTE 7 payé par DUPRAT Jeanne | La Gazette × 2 | 104,00 €',
    '29/11/2026 | 1 jour | CLIENTE 8 | La Gazette Cette formule n’a pas encore de tarif à cette date. Choisissez un début plus tardif. | ',
  ])
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(list.getByRole('button', { name: 'Ouvrir la fiche de CLIENTE 7' }))
  expect(router.page).toEqual({ name: 'record', number: 7 })
})

test('where there are more than a page, it says so, and they are read on', async () => {
  const all = numbered(70, invoice)
  const calls = core({
    invoices_due: ({ after, limit }) => {
      const rest = all.filter(({ id }) => id > (after ?? 0))
      const page = rest.slice(0, limit)
      return { invoices: page, next: rest.length > limit ? (page.at(-1)?.id ?? null) : null }
    },
    renewals: ({ after, limit }) => {
      const key = after?.id ?? 0
      return {
        lines: numbered(limit, (id) => line(key + id)),
        next: { ends_on: '2026-12-31', id: key + limit },
      }
    },
  })
  render(Reminders)
  await waitFor(() =>
    expect(links()).toEqual(['plus de 50 factures à relancer', 'plus de 50 abonnements à renouveler']),
  )
  const invoices = await open(/factures/, 'Factures à relancer')
  expect(invoices.getByRole('status').textContent).toMatch(/^Les 50 premières lignes/)
  await userEvent.click(invoices.getByRole('button', { name: 'Afficher la suite' }))
  await waitFor(() => expect(invoices.getAllByRole('row')).toHaveLength(71))
  expect(invoices.queryByRole('button', { name: 'Afficher la suite' })).toBeNull()
  const [close] = invoices.getAllByRole('button', { name: 'Fermer' })
  if (close) await userEvent.click(close)
  expect(links()[0]).toMatch(/^70\sfactures/)
  expect(requests(calls, 'invoices_due').map(({ after }) => after)).toEqual([null, 50])

  const renewals = await open(/abonnements/, 'Abonnements à renouveler')
  await userEvent.click(renewals.getByRole('button', { name: 'Afficher la suite' }))
  await waitFor(() => expect(renewals.getAllByRole('row')).toHaveLength(101))
  expect(requests(calls, 'renewals').at(-1)?.after).toEqual({ ends_on: '2026-12-31', id: 50 })
})

test('what was paid meanwhile is gone after the next change, also from the open list', async () => {
  let invoices = [invoice(4)]
  core({ invoices_due: () => ({ invoices, next: null }) })
  await hear()
  render(Reminders)
  const list = await open(/^1\sfacture à relancer$/, 'Factures à relancer')
  invoices = []
  await announce('changed', { clients: [4], shop: false, messages: false, all: false })
  expect(await list.findByText('Plus aucune facture à relancer.')).toBeTruthy()
  expect(list.queryByRole('table')).toBeNull()
})

test('all of it speaks English too', async () => {
  await language.use('en')
  core({
    invoices_due: () => ({ invoices: [invoice(4)], next: null }),
    renewals: ({ limit }) => ({ lines: numbered(limit, line), next: { ends_on: '2026-12-31', id: limit } }),
  })
  render(Reminders)
  await waitFor(() =>
    expect(links()).toEqual(['1\u00a0invoice to ask for again', 'more than 50 subscriptions to renew']),
  )
})
