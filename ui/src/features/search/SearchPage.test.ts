import { cleanup, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientRow, SearchResults } from '$lib/api'
import { answering, refusal } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import SearchPage from './SearchPage.svelte'

const row = (number: number, last_name: string, more: Partial<ClientRow> = {}): ClientRow => ({
  number,
  civility: 'M.',
  last_name,
  first_name: 'Alex',
  company: '',
  postcode: '19200',
  town: 'USSEL',
  phone: '',
  mobile: '06 39 98 71 10',
  email: '',
  type: 'client',
  professional: false,
  inactive: false,
  opened_at: null,
  ...more,
})

const results = (clients: ClientRow[], more: Partial<SearchResults> = {}): SearchResults => ({
  total: clients.length,
  total_exact: true,
  hidden_inactive: 0,
  hidden_exact: true,
  near: [],
  subscription: null,
  invoice: null,
  clients,
  ...more,
})

interface Asked {
  text: string
  include_inactive: boolean
  answer: (found: SearchResults) => void
}
let asked: Asked[]

/** Plays a core whose searches are answered by hand, so that their order can be told. */
function slowCore() {
  asked = []
  answering({
    recent_clients: () => [],
    search_clients: ({ text, include_inactive }) =>
      new Promise((answer) => asked.push({ text, include_inactive, answer })),
  })
}

/** Plays a core that finds the same clients for every search. */
function core(found: SearchResults, recent: ClientRow[] = []) {
  return answering({ recent_clients: () => recent, search_clients: () => found })
}

const field = () => screen.getByRole<HTMLInputElement>('combobox')
const names = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((line) => line.querySelector('b')?.textContent)
const chosen = () => screen.getByRole('row', { selected: true }).querySelector('b')?.textContent

beforeEach(() => {
  router.reset({ name: 'clients' })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  window.removeEventListener('keydown', dispatch)
})

test('typing asks once at a time, and an overtaken answer never shows', async () => {
  slowCore()
  render(SearchPage, { text: '' })
  await userEvent.type(field(), 'dup')
  await waitFor(() => expect(asked.map((one) => one.text)).toEqual(['d']))

  asked[0]?.answer(results([row(1, 'DAVID')]))
  await waitFor(() => expect(asked.map((one) => one.text)).toEqual(['d', 'dup']))
  expect(names()).toEqual([])

  asked[1]?.answer(results([row(2, 'DUPONT')]))
  await waitFor(() => expect(names()).toEqual(['DUPONT']))
})

test('an answer that comes after the field was cleared does not show', async () => {
  slowCore()
  render(SearchPage, { text: '' })
  await userEvent.type(field(), 'd')
  await waitFor(() => expect(asked).toHaveLength(1))
  await userEvent.clear(field())
  asked[0]?.answer(results([row(1, 'DAVID')]))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(names()).toEqual([])
})

test('arrows choose without leaving the field, Entrée opens, and the field points at the choice', async () => {
  core(results([row(1, 'DUPIN'), row(2, 'DUPONT'), row(3, 'DUPRAT')]))
  render(SearchPage, { text: 'dup' })
  await waitFor(() => expect(names()).toHaveLength(3))
  expect(chosen()).toBe('DUPIN')
  await userEvent.type(field(), '{ArrowDown}{ArrowDown}{ArrowDown}')
  expect(chosen()).toBe('DUPRAT')
  expect(field().getAttribute('aria-activedescendant')).toBe('hits-3')
  expect(document.activeElement).toBe(field())
  await userEvent.keyboard('{ArrowUp}{Enter}')
  await waitFor(() => expect(router.page).toEqual({ name: 'record', number: 2 }))
})

test('the list says how many inactive records it hides, and the switch asks for them', async () => {
  const calls = core(results([row(1, 'DUPONT')], { hidden_inactive: 3 }))
  render(SearchPage, { text: 'dup' })
  await screen.findByText('3 fiches inactives masquées')
  await userEvent.click(screen.getByRole('switch'))
  const search = () => calls.findLast(({ command }) => command === 'search_clients')
  await waitFor(() => expect(search()).toMatchObject({ request: { include_inactive: true } }))
  await userEvent.click(screen.getByRole('switch'))
})

test('a count that stopped early says so, and offers no sorting of a part', async () => {
  core(
    results([row(1, 'DUPONT')], {
      total: 1000,
      total_exact: false,
      hidden_inactive: 1000,
      hidden_exact: false,
    }),
  )
  render(SearchPage, { text: 'd' })
  expect(await screen.findByText('plus de 1 000 fiches')).toBeTruthy()
  expect(screen.getByText('plus de 1 000 fiches inactives masquées')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Nom' })).toBeNull()
})

test('a whole answer can be sorted, and the choice stays on the same client', async () => {
  core(results([row(1, 'ZOLA'), row(2, 'DUPONT')]))
  render(SearchPage, { text: 'u' })
  await waitFor(() => expect(names()).toEqual(['ZOLA', 'DUPONT']))
  await userEvent.click(screen.getByRole('button', { name: 'Nom' }))
  expect(names()).toEqual(['DUPONT', 'ZOLA'])
  expect(chosen()).toBe('ZOLA')
})

test('near names are said when nothing matched', async () => {
  core(results([row(1, 'DUPONT')], { total: 0, near: ['DUPONT'] }))
  render(SearchPage, { text: 'dupno' })
  expect(await screen.findByText('Aucune fiche pour « dupno ». Noms proches : DUPONT.')).toBeTruthy()
})

test('a row says that it was found by the number of a subscription', async () => {
  const found = results([row(9, 'AUBERT'), row(12, 'DUPONT'), row(3, 'MARTIN')], {
    subscription: { id: 9, clients: [12, 3] },
  })
  core(found)
  render(SearchPage, { text: '9' })
  await waitFor(() => expect(names()).toEqual(['AUBERT', 'DUPONT', 'MARTIN']))
  const rows = screen.getAllByRole('row').slice(1)
  expect(rows.map((line) => line.textContent.includes('abonnement 9'))).toEqual([false, true, true])
})

test('an invoice whose client is deleted is found by its number and can be printed', async () => {
  const invoice = { id: 7, number: 'F-2026-0012', issued_on: '2026-03-12', total: 4900, payer_removed: true }
  core(results([], { invoice }))
  render(SearchPage, { text: 'F-2026-0012' })
  expect(await screen.findByText(/^F-2026-0012 du 12\/03\/2026, 49,00/)).toBeDefined()
  expect(screen.getByText(/gardé dix ans/)).toBeDefined()
  expect(screen.queryByRole('button', { name: /Créer la fiche/ })).toBeNull()
  expect(screen.getByRole('button', { name: 'Imprimer' })).toBeDefined()
})

test('nothing found offers to create the record with what was typed', async () => {
  core(results([]))
  render(SearchPage, { text: 'dupz' })
  await screen.findByRole('button', { name: /Créer la fiche/ })
  await userEvent.keyboard('{Control>}n{/Control}')
  await waitFor(() =>
    expect(router.page).toEqual({
      name: 'record',
      number: null,
      prefill: { last_name: 'DUPZ', first_name: '' },
    }),
  )
})

test('before anything is typed the records opened last are the list', async () => {
  core(results([]), [row(5, 'MARTIN', { opened_at: 1 })])
  render(SearchPage, { text: '' })
  await waitFor(() => expect(names()).toEqual(['MARTIN']))
  await userEvent.type(field(), '{Enter}')
  await waitFor(() => expect(router.page).toEqual({ name: 'record', number: 5 }))
})

const searched = (calls: { command: string; request: unknown }[]) =>
  calls.filter((call) => call.command === 'search_clients').map((call) => call.request)

test('a type narrows the search, shows that it does, and one click takes it off', async () => {
  const calls = core(results([row(1, 'DUPONT', { type: 'prospect' })]))
  render(SearchPage, { text: 'dup' })
  await userEvent.click(await screen.findByRole('button', { name: 'Type\u00a0: Tous les types' }))
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Prospect' }))
  await waitFor(() =>
    expect(searched(calls).at(-1)).toMatchObject({ text: 'dup', filter: { type: 'prospect', town: '' } }),
  )
  expect(document.activeElement).toBe(field())
  await userEvent.click(screen.getByRole('button', { name: 'Retirer le filtre «\u00a0Prospect\u00a0»' }))
  await waitFor(() => expect(searched(calls).at(-1)).toMatchObject({ filter: { type: null, town: '' } }))
})

const TOWNS = [
  'USSEL',
  'MEYMAC',
  'NEUVIC',
  'SORNAC',
  'ALLEYRAT',
  'LIGINIAC',
  'PERET',
  'SAINT-ANGEL',
  'THALAMY',
  'VALIERGUES',
]

test('a town is found by its beginning where there are many, and chosen with the keyboard', async () => {
  const calls = answering({
    recent_clients: () => [],
    search_clients: () => results([row(1, 'DUPONT')]),
    search_towns: ({ beginning }) => ({
      towns: TOWNS.filter((town) => town.startsWith(beginning.toUpperCase())),
      more: false,
    }),
  })
  render(SearchPage, { text: 'dup' })
  const button = await screen.findByRole('button', { name: 'Ville\u00a0: Toutes' })
  button.focus()
  await userEvent.keyboard('{Enter}')
  const typed = await screen.findByRole('combobox', { name: 'Début du nom de la ville' })
  await waitFor(() => expect(document.activeElement).toBe(typed))
  await userEvent.keyboard('s')
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() =>
    expect(searched(calls).at(-1)).toMatchObject({ filter: { type: null, town: 'SAINT-ANGEL' } }),
  )
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Ville\u00a0: SAINT-ANGEL' }))
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ville\u00a0: SAINT-ANGEL' }))
})

/** Plays a core that is asked for towns and answers by hand. */
function slowTowns() {
  const waiting: { answer: (towns: string[]) => void; refuse: (why: unknown) => void }[] = []
  answering({
    recent_clients: () => [],
    search_clients: () => results([row(1, 'DUPONT')]),
    search_towns: () =>
      new Promise((resolve, reject) =>
        waiting.push({ answer: (towns) => resolve({ towns, more: false }), refuse: reject }),
      ),
  })
  return waiting
}
const townButton = () => screen.findByRole('button', { name: 'Ville\u00a0: Toutes' })

test('a list of towns that was closed and opened again minds no refusal of the one before', async () => {
  const waiting = slowTowns()
  render(SearchPage, { text: 'dup' })
  const button = await townButton()
  await userEvent.click(button)
  await waitFor(() => expect(waiting).toHaveLength(1))
  await userEvent.keyboard('{Escape}')
  expect([screen.queryByRole('listbox'), document.activeElement]).toEqual([null, button])

  await userEvent.click(button)
  await waitFor(() => expect(waiting).toHaveLength(2))
  waiting[0]?.refuse(refusal('file_unreadable'))
  waiting[1]?.refuse(refusal('superseded'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([screen.queryByRole('listbox') === null, toasts.items]).toEqual([false, []])
  await userEvent.keyboard('{Escape}')
})

test('Échap takes the list of towns back while it is still being fetched', async () => {
  slowTowns()
  render(SearchPage, { text: 'dup' })
  const button = await townButton()
  button.focus()
  // Both at once: the first is not waited for.
  button.click()
  button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([screen.queryByRole('listbox'), button.getAttribute('aria-expanded')]).toEqual([null, 'false'])
  expect(field().value).toBe('dup')
})

test('only the main button of the pointer chooses a town; Home and End stay in what is typed', async () => {
  const waiting = slowTowns()
  render(SearchPage, { text: 'dup' })
  await userEvent.click(await townButton())
  await waitFor(() => expect(waiting).toHaveLength(1))
  waiting[0]?.answer(TOWNS)
  const typed = await screen.findByRole('combobox', { name: 'Début du nom de la ville' })
  await waitFor(() => expect(document.activeElement).toBe(typed))
  const at = () => typed.getAttribute('aria-activedescendant')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  const second = at()
  await userEvent.keyboard('{End}{Home}')
  expect(at()).toBe(second)
  const option = screen.getByRole('option', { name: 'MEYMAC' })
  await userEvent.pointer({ keys: '[MouseRight]', target: option })
  expect(screen.getByRole('listbox')).toBeTruthy()
  await userEvent.pointer({ keys: '[MouseLeft]', target: option })
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(await screen.findByRole('button', { name: 'Ville\u00a0: MEYMAC' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Retirer le filtre «\u00a0MEYMAC\u00a0»' }))
})

test('a filter alone that finds inactive records only says so without quoting a text', async () => {
  core(results([], { hidden_inactive: 2 }))
  render(SearchPage, { text: '' })
  await userEvent.type(field(), 'd')
  await userEvent.click(await screen.findByRole('button', { name: 'Type\u00a0: Tous les types' }))
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Parrain' }))
  await userEvent.keyboard('{Backspace}')
  expect(await screen.findByText('Aucune fiche active avec ce filtre')).toBeTruthy()
  expect(screen.queryByText(/«\s*»/)).toBeNull()
  await userEvent.keyboard('{Escape}')
})

test('Échap clears the text, then the filters; nobody found says that there is one', async () => {
  const calls = core(results([]))
  render(SearchPage, { text: 'dupz' })
  await userEvent.click(await screen.findByRole('button', { name: 'Type\u00a0: Tous les types' }))
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Parrain' }))
  expect(await screen.findByText('La recherche est filtrée : Parrain.')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  expect(field().value).toBe('')
  await waitFor(() => expect(searched(calls).at(-1)).toMatchObject({ text: '', filter: { type: 'parrain' } }))
  expect(await screen.findByText('Aucune fiche avec ce filtre')).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Retirer les filtres' })).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByText(/La recherche est filtrée/)).toBeNull())
  expect(screen.getByRole('button', { name: 'Type\u00a0: Tous les types' })).toBeTruthy()
})
