import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hear, type ClientRecord, type Delivery, type FollowUp, type PanelLayout } from '$lib/api'
import { announce, answering, type Answers, refusal, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { EMPTY } from '../draft.svelte'
import RecordPage from '../RecordPage.svelte'
import { emptyFaces, firstLayout } from './fixture'

const laura: ClientRecord = {
  number: 7,
  revision: 3,
  client: { ...EMPTY, civility: 'Mlle', last_name: 'Dupont', first_name: 'Laura', town: 'USSEL' },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: 0,
  inactive: null,
  restricted_at: null,
  imported: null,
  client_since: null,
  last_contact_on: null,
  review_by: null,
}

/** Plays a core that holds Laura's record and the shop's layout. */
function core(more: Answers = {}) {
  let layout: PanelLayout = firstLayout
  return answering({
    open_client: () => laura,
    client: () => laura,
    journal: () => ({ entries: [], next: null }),
    undo_state: () => null,
    labels: () => emptyFaces,
    panel_layout: () => layout,
    save_panel_layout: (request) => (layout = request),
    reset_panel_layout: () => (layout = firstLayout),
    ...more,
  })
}

const card = (name: string) => screen.findByRole('button', { name })
const cards = () => [...document.querySelectorAll('.card__open')].map((button) => button.textContent.trim())

/** Shows the record, and waits until the keyboard is at its top. */
async function show() {
  render(RecordPage, { number: 7 })
  const heading = await screen.findByRole('heading', { level: 1 })
  await waitFor(() => expect(document.activeElement).toBe(heading))
}

/** Opens one label's panel. */
async function open(name: string, answers: Answers) {
  const calls = core(answers)
  await show()
  await userEvent.click(await card(name))
  return { calls, panel: within(await screen.findByRole('dialog', { name })) }
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

test('Alt and an arrow move a label once the core has stored it, say where it went, and keep the focus on it', async () => {
  const calls = core()
  await show()
  ;(await card('Incidents')).focus()
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  await screen.findByText(/^Incidents : position 2 sur 10/)
  expect(cards().slice(0, 3)).toEqual([
    'Codes de sélection',
    'Incidents',
    'Informations bancaires et financières',
  ])
  expect(document.activeElement).toBe(await card('Incidents'))
  expect(requests(calls, 'save_panel_layout')[0]?.labels.slice(0, 3)).toEqual([
    { label: 'codes', shown: true },
    { label: 'incidents', shown: true },
    { label: 'bank', shown: true },
  ])
})

test('a label that the core does not move stays where it is', async () => {
  core({
    save_panel_layout: () => {
      throw refusal('disk_full')
    },
  })
  await show()
  ;(await card('Incidents')).focus()
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  await waitFor(() => expect(toasts.items[0]?.title).toMatch(/disque est plein/))
  expect(cards()[2]).toBe('Incidents')
})

test('a label is hidden and shown in the popover, and all go back to their first places, which can be undone', async () => {
  const calls = core()
  await show()
  await userEvent.click(await card('Étiquettes\u00a0: 10 sur 10'))
  const popover = within(screen.getByRole('dialog', { name: 'Étiquettes affichées' }))
  expect(popover.getByText(/^Pour déplacer\s: la poignée/)).toBeTruthy()
  await userEvent.click(popover.getByRole('checkbox', { name: 'CRM' }))
  await card('Étiquettes\u00a0: 9 sur 10')
  expect(cards()).not.toContain('CRM')

  await userEvent.click(popover.getByRole('button', { name: 'Réinitialiser' }))
  await waitFor(() => expect(cards()).toContain('CRM'))
  toasts.items[0]?.action?.run()
  await waitFor(() => expect(cards()).not.toContain('CRM'))
  expect(requests(calls, 'reset_panel_layout')).toHaveLength(1)

  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(router.page.name).toBe('record')
})

test('a known code is given at once; one that the list lacks is created first', async () => {
  const known = [
    { id: 1, name: 'Montres', archived: false },
    { id: 2, name: 'Perles', archived: false },
  ]
  const { calls, panel } = await open('Codes de sélection', {
    client_codes: () => ({ codes: [], known }),
    set_client_codes: ({ codes }) => ({
      codes: [...known, { id: 3, name: 'Mariages', archived: false }].filter(({ id }) => codes.includes(id)),
      known,
    }),
    create_selection_code: ({ name }) => [{ id: 3, name, uses: 0, archived_at: null }],
  })
  const field = await panel.findByRole('combobox')
  await userEvent.type(field, 'montres{Enter}')
  await panel.findByRole('button', { name: 'Retirer Montres' })
  await userEvent.type(field, 'Mariages{Enter}')
  await panel.findByText(/n’est pas dans la liste/)
  await userEvent.click(panel.getByRole('button', { name: 'Créer «\u00a0Mariages\u00a0»' }))
  await panel.findByRole('button', { name: 'Retirer Mariages' })
  expect(requests(calls, 'set_client_codes').map(({ codes }) => codes)).toEqual([[1], [1, 3]])
})

test('an IBAN is shown behind its mask until it is asked for, and its faults beside its field', async () => {
  const account = {
    revision: 4,
    holder: 'Laura DUPONT',
    iban: 'FR76 •••• •••• 0189',
    bic: '',
    mandate_reference: '',
    mandate_on: null,
  }
  const { calls, panel } = await open('Informations bancaires et financières', {
    bank_account: () => ({ account, balance: 4900 }),
    reveal_bank_account: () => ({ iban: 'FR7630006000011234567890189' }),
    check_bank_account: ({ bic }) => ({ iban: null, bic: bic === 'AGRI' ? 'bic_form' : null }),
    save_bank_account: () => {
      throw { ...refusal('bank_account_invalid'), params: { fault: 'iban_check_digits' } }
    },
  })
  await panel.findByText('FR76 •••• •••• 0189')
  expect(requests(calls, 'reveal_bank_account')).toEqual([])
  await userEvent.click(panel.getByRole('button', { name: 'Afficher' }))
  await panel.findByText('FR76 3000 6000 0112 3456 7890 189')

  await userEvent.click(panel.getByRole('button', { name: 'Modifier' }))
  await userEvent.type(panel.getByLabelText('BIC'), 'AGRI')
  await userEvent.tab()
  await panel.findByText(/^Un BIC a huit ou onze caractères/)
  await userEvent.type(panel.getByLabelText('IBAN'), 'FR76 3000{Enter}')
  await panel.findByText(/faute de frappe/)
  expect(document.activeElement).toBe(panel.getByLabelText('IBAN'))
  expect(requests(calls, 'save_bank_account')).toMatchObject([{ revision: 4, iban: 'FR76 3000' }])
})

test('a tick says that an action was done today', async () => {
  const action: FollowUp = {
    id: 5,
    revision: 2,
    what: 'Rappeler, bracelet',
    due_on: '2020-01-31',
    done_on: null,
    operator: 'Claire V.',
  }
  const { calls, panel } = await open('Actions', {
    follow_ups: () => [action],
    save_follow_up: ({ done_on }) => [{ ...action, done_on }],
  })
  await panel.findByText('En retard')
  await userEvent.click(panel.getByRole('checkbox', { name: 'Rappeler, bracelet' }))
  await panel.findByText(/^Faites \(1\)/)
  const day = new Date()
  const today = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  expect(requests(calls, 'save_follow_up')).toEqual([
    { number: 7, id: 5, revision: 2, what: 'Rappeler, bracelet', due_on: '2020-01-31', done_on: today },
  ])
})

const delivery = (id: number, more: Partial<Delivery> = {}): Delivery => ({
  id,
  subscription: 1,
  recipient: 7,
  due_on: '2026-11-20',
  content: `N° ${id}`,
  copies: 1,
  state: 'delivered',
  address: 'Mlle Laura DUPONT\n3 rue du Port\n19200 USSEL',
  town: 'USSEL',
  note: '',
  ...more,
})

test('the history of deliveries says where the last ones went and what became of them, and leads to the window', async () => {
  const returned = delivery(11, { state: 'returned', copies: 2, note: 'Boîte pleine' })
  const { calls, panel } = await open('Historique de livraison', {
    recent_deliveries: () => [returned, delivery(10)],
    deliveries_page: () => ({ rows: [], total: 0, next: null, barred: null }),
  })
  const rows = await panel.findAllByRole('listitem')
  expect(rows.map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())).toEqual([
    '20/11/2026 N° 11 × 2 Retournée Mlle Laura DUPONT3 rue du Port19200 USSEL Boîte pleine',
    '20/11/2026 N° 10 Livrée Mlle Laura DUPONT3 rue du Port19200 USSEL',
  ])
  expect(requests(calls, 'recent_deliveries')).toEqual([{ number: 7 }])
  await userEvent.click(panel.getByRole('button', { name: 'Toutes les livraisons' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const window_ = screen.getByRole('region', { name: 'Livraisons' })
  await waitFor(() => expect(window_.contains(document.activeElement)).toBe(true))
})

test('a delivery of the history is corrected where it stands, and a handover is added over the panel', async () => {
  let all = [delivery(11), delivery(10, { content: 'Montre révisée', state: 'handed_over' })]
  const { calls, panel } = await open('Historique de livraison', {
    recent_deliveries: () => all,
    mark_deliveries: ({ ids, state }) => {
      all = all.map((one) => (ids.includes(one.id) ? { ...one, state } : one))
      return { marked: ids.length }
    },
    add_delivery: ({ content }) => {
      const added = delivery(12, { content, state: 'handed_over' })
      all = [added, ...all]
      return added
    },
  })
  await hear()
  const menu = await panel.findByRole('button', { name: /^Actions\s: N°\s11, 20\/11\/2026$/ })
  await userEvent.click(menu)
  const items = panel.getAllByRole('menuitem')
  expect(items.map((item) => [item.textContent.trim(), item.getAttribute('aria-disabled')])).toEqual([
    ['Livrée', 'true'],
    ['Remise en main propre', 'false'],
    ['Retournée', 'false'],
    ['Manquée', 'false'],
  ])
  expect(await violations(screen.getByRole('dialog'))).toEqual([])
  await userEvent.click(panel.getByRole('menuitem', { name: 'Retournée' }))
  await waitFor(() => expect(toasts.items[0]?.title).toBe('1\u00a0livraison\u00a0: Retournée'))
  expect(requests(calls, 'mark_deliveries')).toEqual([
    { ids: [11], until: null, state: 'returned', note: '' },
  ])
  await announce('changed', { clients: [7], shop: false, messages: false, all: false })
  expect((await panel.findAllByRole('listitem'))[0]?.textContent).toMatch(/N°\s11.*Retournée/s)
  expect(document.activeElement).toBe(menu)

  await userEvent.click(panel.getByRole('button', { name: 'Ajouter une remise' }))
  await screen.findByRole('dialog', { name: 'Ajouter une remise' })
  await userEvent.keyboard('Bracelet{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Ajouter une remise' })).toBeNull())
  expect(requests(calls, 'add_delivery')).toMatchObject([{ recipient: 7, content: 'Bracelet' }])
  // The panel stays, with what was added.
  await announce('changed', { clients: [7], shop: false, messages: false, all: false })
  await waitFor(() => expect(panel.getAllByRole('listitem')[0]?.textContent).toMatch(/Bracelet/))
  expect(document.activeElement).toBe(panel.getByRole('button', { name: 'Ajouter une remise' }))
})

test('a panel asks before it closes over a note that is not saved, and « Reprendre » keeps it', async () => {
  const { calls, panel } = await open('CRM', {
    client_notes: () => ({ notes: [], total: 0, next: null }),
    save_note: ({ text }) => ({ id: 1, revision: 1, at: 0, corrected_at: null, operator: '', text }),
  })
  const field = await panel.findByRole<HTMLTextAreaElement>('textbox', { name: /^Nouvelle note/ })
  await userEvent.type(field, 'Préfère le mardi.')
  await userEvent.click(panel.getByRole('button', { name: 'Fermer' }))
  const stay = await screen.findByRole('button', { name: 'Reprendre' })
  await userEvent.click(stay)
  expect(field.value).toBe('Préfère le mardi.')

  await userEvent.click(panel.getByRole('button', { name: 'Fermer' }))
  await userEvent.click(
    within(await screen.findByRole('dialog', { name: 'Modifications non enregistrées' })).getByRole(
      'button',
      { name: 'Enregistrer' },
    ),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(requests(calls, 'save_note')).toEqual([
    { number: 7, id: null, revision: 0, text: 'Préfère le mardi.' },
  ])
})

test('the address of today is marked, the record’s own where no other holds', async () => {
  const postal = {
    addressee: '',
    address_1: '',
    address_2: '',
    address_3: '',
    postcode: '',
    country: 'France',
  }
  const { panel } = await open('Adresses de livraison', {
    delivery_addresses: () => ({
      addresses: [
        {
          id: 1,
          revision: 1,
          address: { ...postal, town: 'MEYMAC' },
          period: { from: '2020-07-01', until: '2020-08-31' },
        },
      ],
      current: null,
      own: { ...postal, town: 'USSEL' },
    }),
  })
  const rows = await panel.findAllByRole('listitem')
  expect(rows.map((row) => row.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    'Autre période du 01/07/2020 au 31/08/2020 MEYMAC',
    'Actuelle Adresse de la fiche, quand aucune autre ne vaut USSEL',
  ])
})

test('the labels, their popover and a panel with its form have no accessibility violation that can be told without layout', async () => {
  core({ incidents: () => [] })
  await show()
  await userEvent.click(await card('Étiquettes\u00a0: 10 sur 10'))
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(await card('Incidents'))
  const panel = within(await screen.findByRole('dialog', { name: 'Incidents' }))
  await userEvent.click(await panel.findByRole('button', { name: 'Ajouter un incident' }))
  expect(await violations(screen.getByRole('dialog', { name: 'Incidents' }))).toEqual([])
})
