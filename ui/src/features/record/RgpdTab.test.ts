import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientRecord, DecideRequest, HistoryRequest, HistoryRow, IndicatorState } from '$lib/api'
import { answering, type Answers, refusal } from '$lib/api/testing'
import { decidingCore, sheetOf, verdict, wording } from '$lib/consents/fixture'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { EMPTY } from './draft.svelte'
import RecordPage from './RecordPage.svelte'

const laura: ClientRecord = {
  number: 7,
  revision: 3,
  client: { ...EMPTY, civility: 'Mlle', last_name: 'Dupont', first_name: 'Laura', mobile: '06 39 98 71 10' },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: 0,
  inactive: null,
  restricted_at: null,
  client_since: null,
  last_contact_on: null,
  review_by: null,
  imported: null,
}

const at = (minutes: number) => new Date(2018, 8, 18, 6, minutes).getTime()
const row = (decision: number, label: string, mode: string, minutes: number): HistoryRow => ({
  decision,
  label,
  channel: 'sms',
  answer: mode === '' ? 'withdrawn' : 'granted',
  covers: [label],
  mode,
  detail: '',
  at: at(minutes),
  recorded_at: at(minutes),
  operator: 'Claire V.',
  source: 'counter',
  unproven: false,
  wordings: mode === '' ? [] : [wording(21, 2, 'SMS-COM-1', 'J’accepte les offres par SMS.', at(0))],
  evidence: [],
  seal: `${decision}`.repeat(64),
})
const five = [
  row(1, 'Envoi de mailing postal', 'Accord écrit', 35),
  row(2, 'Envoi de SMS techniques', 'Accord par mail', 35),
  row(3, "Arrêt d'envoi de SMS", '', 38),
  row(4, 'Envoi de SMS techniques', 'Accord écrit', 50),
  row(5, 'Envoi de SMS techniques & commerciaux', 'Accord écrit', 56),
]

async function tab(more: Answers = {}, shell: Parameters<typeof answering>[1] = {}) {
  let record = laura
  const answers: Answers = {
    open_client: () => record,
    client: () => record,
    journal: () => ({ entries: [], next: null }),
    undo_state: () => null,
    set_restricted: ({ restricted }) => (record = { ...record, restricted_at: restricted ? 1 : null }),
    ...decidingCore(7),
    ...more,
  }
  const calls = answering(answers, shell)
  render(RecordPage, { number: 7 })
  await screen.findByRole('heading', { level: 1 })
  await userEvent.keyboard('{Control>}[Digit3]{/Control}')
  await screen.findByRole('heading', { name: 'Consentements' })
  return calls
}

const withState = (id: number, change: Partial<IndicatorState>): Answers => ({
  consents: () => sheetOf(7, (state) => (state.indicator === id ? change : {})),
})
const decided = (calls: ReturnType<typeof answering>) =>
  calls.filter((call) => call.command === 'decide').map((call) => call.request as DecideRequest)
const control = (name: string) => screen.getByRole('checkbox', { name })
const cells = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((line) =>
      within(line)
        .getAllByRole('cell')
        .map((cell) => cell.textContent.trim().replaceAll('\u00a0', ' ')),
    )

beforeEach(() => {
  router.reset({ name: 'record', number: 7 })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('the history has the three columns of the shop, word for word, and one row a decision', async () => {
  await tab({ history: () => ({ rows: five, total: 5 }) })
  await waitFor(() => expect(cells()).toHaveLength(5))
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent.trim())
  expect(heads).toEqual([
    'Type de communication client',
    'Type d’accord (oral, écrit, SMS ...)',
    'Date de l’accord',
    'Preuve',
  ])
  expect(cells().map((line) => line.slice(0, 3))).toEqual([
    ['Envoi de mailing postal', 'Accord écrit', '18/09/2018 06:35'],
    ['Envoi de SMS techniques', 'Accord par mail', '18/09/2018 06:35'],
    ['Arrêt d’envoi de SMS', '', '18/09/2018 06:38'],
    ['Envoi de SMS techniques', 'Accord écrit', '18/09/2018 06:50'],
    ['Envoi de SMS techniques & commerciaux', 'Accord écrit', '18/09/2018 06:56'],
  ])
  expect(screen.getByText('1 à 5 sur 5')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Preuve n°\u00a05' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Preuve n°\u00a03, scellée' }))
  expect(screen.getByRole('heading', { name: 'Preuve n°\u00a03' })).toBeTruthy()
})

test('the history is sorted and paged by the core, and opens at its end', async () => {
  const asked: HistoryRequest[] = []
  const all = Array.from({ length: 23 }, (_, index) =>
    row(index + 1, `Réponse ${index + 1}`, 'Accord oral', index),
  )
  await tab({
    history: (request) => {
      asked.push(request)
      const { offset, limit, descending } = request
      return { rows: (descending ? all.toReversed() : all).slice(offset, offset + limit), total: 23 }
    },
  })
  await screen.findByText('21 à 23 sur 23')
  await userEvent.click(screen.getByRole('button', { name: 'Page précédente' }))
  await screen.findByText('11 à 20 sur 23')
  await userEvent.click(screen.getByRole('button', { name: 'Date de l’accord' }))
  await screen.findByText('1 à 10 sur 23')
  await userEvent.click(screen.getByRole('button', { name: '25' }))
  await screen.findByText('1 à 23 sur 23')
  expect(asked.at(-1)).toEqual({ number: 7, column: 'at', descending: true, offset: 0, limit: 25 })
})

test('arrows move between the consents, Espace withdraws, and the new row is chosen', async () => {
  const calls = await tab(
    decidingCore(7, (state) => (state.indicator === 1 ? { state: 'granted', decision: 1 } : {})),
  )
  control('Envoi de SMS commerciaux').focus()
  await userEvent.keyboard('{ArrowUp}')
  expect(document.activeElement).toBe(control('Envoi de SMS techniques'))
  await userEvent.keyboard(' ')
  await waitFor(() => expect(decided(calls)).toMatchObject([{ answer: 'withdrawn', indicators: [1] }]))
  expect(await screen.findByRole('heading', { name: 'Preuve n°\u00a01' })).toBeTruthy()
})

test('a refusal and a stop of the whole channel are in the menu of the heading', async () => {
  const calls = await tab()
  const menu = () => screen.getByRole('button', { name: 'Autres réponses\u00a0: SMS' })
  await userEvent.click(menu())
  await userEvent.click(screen.getByRole('menuitem', { name: 'Refuser\u00a0: Envoi de SMS commerciaux' }))
  await waitFor(() => expect(decided(calls)).toHaveLength(1))
  await userEvent.click(menu())
  await userEvent.click(screen.getByRole('menuitem', { name: 'Tout arrêter sur ce canal' }))
  await waitFor(() =>
    expect(decided(calls)).toMatchObject([
      { answer: 'refused', channel: 'sms', indicators: [2] },
      { answer: 'withdrawn', channel: 'sms', indicators: [] },
    ]),
  )
})

test('hidden questions are listed only while they hold an answer', async () => {
  await tab(withState(2, { visible: false }))
  expect(screen.queryByRole('checkbox', { name: 'Envoi de SMS commerciaux' })).toBeNull()
  cleanup()
  await tab(withState(2, { visible: false, state: 'refused', decision: 4, since: at(0) }))
  expect(control('Envoi de SMS commerciaux').getAttribute('aria-checked')).toBe('false')
})

test('what does not concern the client cannot be switched, and says so', async () => {
  await tab(withState(4, { suits: false }))
  expect(control('Newsletter')).toHaveProperty('disabled', true)
  expect(screen.getByText('Sans objet, profil Particulier')).toBeTruthy()
})

test('an imported agreement is marked « sans preuve » and may be asked for again', async () => {
  await tab(
    withState(2, { state: 'granted', unproven: true, mode: 'Accord oral', since: at(0), decision: 1 }),
  )
  await userEvent.click(
    screen.getByRole('button', { name: 'Redemander l’accord\u00a0: Envoi de SMS commerciaux' }),
  )
  expect(await screen.findByRole('dialog', { name: /Comment avez-vous obtenu/ })).toBeTruthy()
})

test('a chip explains its verdict with the rule and its source, and leads to the dialog', async () => {
  await tab({
    consents: () => ({
      ...sheetOf(7),
      contact: [{ channel: 'sms', verdicts: [verdict({ reasons: ['never_asked', 'inactive'] })] }],
    }),
  })
  await userEvent.click(screen.getByRole('button', { name: /SMS Non fiche inactive/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('La question ne lui a jamais été posée.')).toBeTruthy()
  expect(dialog.getByText('Sa fiche est inactive.')).toBeTruthy()
  expect(dialog.getByText(/exige son accord préalable/)).toBeTruthy()
  expect(dialog.getByText(/CPCE art. L.34-5, lue le 22\/11\/2026/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Recueillir l’accord' }))
  expect(await screen.findByRole('dialog', { name: /Comment avez-vous obtenu/ })).toBeTruthy()
})

test('limiting the processing is explained first, then shown in the header', async () => {
  await tab()
  await userEvent.click(screen.getByRole('button', { name: 'Autres actions' }))
  await userEvent.click(screen.getByRole('menuitem', { name: /Limiter le traitement/ }))
  expect(screen.queryByText('Traitement limité')).toBeNull()
  await userEvent.click(await screen.findByRole('button', { name: 'Limiter le traitement' }))
  await waitFor(() => expect(screen.getAllByText('Traitement limité').length).toBeGreaterThan(0))
})

test('Ctrl+I writes the attestation where the person says and opens it; a name already taken is told', async () => {
  const opened: unknown[] = []
  let taken = true
  const calls = await tab(
    {
      save_attestation: ({ path }) => {
        if (taken) throw refusal('file_exists')
        return { path }
      },
    },
    {
      pick_new_document: ({ suggested }) => `/home/claire/${String(suggested)}`,
      open_document: ({ path }) => opened.push(path),
    },
  )
  await userEvent.keyboard('{Control>}i{/Control}')
  await waitFor(() => expect(toasts.items[0]?.title).toContain('porte déjà ce nom'))
  expect(opened).toEqual([])
  taken = false
  await userEvent.keyboard('{Control>}i{/Control}')
  await waitFor(() => expect(opened).toHaveLength(1))
  expect(opened[0]).toMatch(/^\/home\/claire\/attestation-rgpd-7-\d{4}-\d\d-\d\d\.pdf$/)
  expect(calls.findLast((call) => call.command === 'save_attestation')?.request).toMatchObject({
    number: 7,
    format: 'pdf',
    language: 'fr',
  })
})

test('the history is exported in the order in which it is shown', async () => {
  const calls = await tab(
    { history: () => ({ rows: five, total: 5 }), save_history: ({ path }) => ({ path }) },
    { pick_new_document: ({ suggested }) => `/home/claire/${String(suggested)}` },
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Type de communication client' }))
  await userEvent.click(screen.getByRole('button', { name: 'Autres actions\u00a0: historique' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Exporter en CSV…' }))
  await waitFor(() =>
    expect(calls.find((call) => call.command === 'save_history')?.request).toMatchObject({
      number: 7,
      column: 'label',
      descending: false,
      format: 'csv',
    }),
  )
})

test('the tab and the dialog have no accessibility violation that can be told without layout', async () => {
  await tab({ history: () => ({ rows: five, total: 5 }) })
  await waitFor(() => expect(cells()).toHaveLength(5))
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(control('Envoi de SMS commerciaux'))
  expect(await violations(await screen.findByRole('dialog'))).toEqual([])
})
