import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientRecord, Movement } from '$lib/api'
import { answering, refusal, requests, type Answers } from '$lib/api/testing'
import { decidingCore } from '$lib/consents/fixture'
import { today } from '$lib/days'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import Toasts from '$lib/ui/Toasts.svelte'
import { violations } from '$lib/ui/violations'
import { EMPTY } from './draft.svelte'
import { movement, movingCore } from './movements/fixture'
import RecordPage from './RecordPage.svelte'

const laura: ClientRecord = {
  number: 7,
  revision: 3,
  client: { ...EMPTY, civility: 'Mlle', last_name: 'Dupont', first_name: 'Laura' },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: 0,
  inactive: null,
  restricted_at: null,
  client_since: '2016-06-04',
  last_contact_on: '2018-12-08',
  review_by: '2021-12-08',
  imported: null,
}
const kept = () => [
  movement(1, { what: 'Alliance T. 52', amount: 36_500 }),
  movement(2, {
    kind: 'repair',
    state: 'in_workshop',
    what: 'Montre',
    estimate: 4900,
    in_workshop_on: '2018-11-27',
  }),
  movement(3, { kind: 'repair', state: 'ready', what: 'Bague', ready_on: '2018-12-05' }),
]

async function tab(movements: Movement[] = kept(), more: Answers = {}) {
  const answers: Answers = {
    open_client: () => laura,
    client: () => laura,
    journal: () => ({ entries: [], next: null }),
    undo_state: () => null,
    ...decidingCore(7),
    ...movingCore(movements),
    ...more,
  }
  const calls = answering(answers, { pick_new_document: ({ suggested }) => `/tmp/${String(suggested)}` })
  render(RecordPage, { number: 7 })
  render(Toasts)
  await screen.findByRole('heading', { level: 1 })
  await userEvent.keyboard('{Control>}[Digit2]{/Control}')
  await screen.findByRole('heading', { name: 'Mouvements' })
  await waitFor(() => expect(requests(calls, 'movements')).toHaveLength(1))
  return calls
}
const dialog = async () => within(await screen.findByRole('dialog'))

beforeEach(() => {
  router.reset({ name: 'record', number: 7 })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('the table that is shown is printed, and leaves as CSV with a purpose', async () => {
  const calls = await tab(kept(), {
    manager: () => ({ set: false, unlocked_until: null, wait: 0 }),
    export_table: ({ path }) => ({ path }) as never,
    save_table_pdf: ({ path }) => ({ path }),
  })
  await userEvent.click(screen.getByRole('button', { name: 'SAV' }))
  const chosen = async (item: string) => {
    await userEvent.click(screen.getByRole('button', { name: /^Actions\s: Mouvements$/ }))
    await userEvent.click(await screen.findByRole('menuitem', { name: item }))
  }
  const shown = { number: 7, kind: 'repair', sort: { column: 'day', descending: true } }
  await chosen('Impression')
  await waitFor(() => expect(requests(calls, 'save_table_pdf')).toHaveLength(1))
  expect(requests(calls, 'save_table_pdf')[0]).toMatchObject({
    table: shown,
    path: expect.stringMatching(/\/mouvements-7-\d{4}-\d\d-\d\d\.pdf$/) as string,
  })
  await chosen('Export CSV')
  await userEvent.keyboard('Assurance{Enter}')
  await waitFor(() => expect(requests(calls, 'export_table')).toHaveLength(1))
  expect(requests(calls, 'export_table')[0]).toMatchObject({ table: shown, purpose: 'Assurance' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('nothing is printed nor exported where there is nothing', async () => {
  await tab([])
  await userEvent.click(screen.getByRole('button', { name: /^Actions\s: Mouvements$/ }))
  for (const name of ['Impression', 'Export CSV'])
    expect((await screen.findByRole('menuitem', { name })).getAttribute('aria-disabled')).toBe('true')
})

test('the banner says since when, when last, and by when the record must be looked at again', async () => {
  await tab()
  for (const [label, day] of [
    ['Cliente depuis', '04/06/2016'],
    ['Dernier contact du client', '08/12/2018'],
    ['À revoir au plus tard', '08/12/2021'],
  ] as const) {
    expect(screen.getByText(label).nextElementSibling?.textContent).toContain(day)
  }
  expect(screen.getByText('dépassé', { exact: false })).toBeTruthy()
})

test('the table says what, for how much and where it stands, in the order asked for', async () => {
  const calls = await tab()
  const table = await screen.findByRole('table', { name: 'Mouvements' })
  expect(within(table).getByText(/^365,00\s€$/)).toBeTruthy()
  expect(within(table).getByText(/^devis 49,00\s€$/)).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(within(table).getByRole('button', { name: 'État' }))
  await userEvent.click(screen.getByRole('button', { name: 'SAV' }))
  await userEvent.click(screen.getByRole('button', { name: '25' }))
  await waitFor(() =>
    expect(requests(calls, 'movements').at(-1)).toEqual({
      number: 7,
      kind: 'repair',
      sort: { column: 'state', descending: false },
      after: null,
      limit: 25,
    }),
  )
})

test('the next step of a repair is one click, and can be taken back', async () => {
  const calls = await tab()
  await userEvent.click(await screen.findByRole('button', { name: 'Prêt\u00a0: Montre' }))
  await waitFor(() =>
    expect(requests(calls, 'move_repair')).toEqual([{ id: 2, revision: 1, state: 'ready', on: null }]),
  )
  await userEvent.click(await screen.findByRole('button', { name: /Rétablir/ }))
  await waitFor(() =>
    expect(requests(calls, 'move_repair')[1]).toEqual({ id: 2, revision: 2, state: 'in_workshop', on: null }),
  )
})

test('a repair that ended stays as it is, and why is said', async () => {
  await tab(kept(), {
    move_repair: () => {
      throw refusal('repair_ended')
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Rendu\u00a0: Bague' }))
  expect(await screen.findByText(/elle est terminée/)).toBeTruthy()
})

test('a purchase is written down in few keys', async () => {
  const calls = await tab([])
  expect(await screen.findByText('Aucun mouvement')).toBeTruthy()
  await userEvent.keyboard('{Insert}')
  await dialog()
  await userEvent.keyboard('Alliance T. 52{Tab}{Tab}365{Enter}')
  await waitFor(() => expect(requests(calls, 'create_movement')).toHaveLength(1))
  expect(requests(calls, 'create_movement')[0]).toEqual({
    number: 7,
    movement: {
      kind: 'purchase',
      what: 'Alliance T. 52',
      day: today(),
      amount: 36_500,
      estimate: null,
      note: '',
      in_workshop_on: null,
      ready_on: null,
      returned_on: null,
    },
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('what cannot be read, and what the core refuses, is said under its field', async () => {
  const calls = await tab([], {
    create_movement: () => {
      throw { ...refusal('movement_invalid'), params: { problem: 'what_missing' } }
    },
  })
  await userEvent.keyboard('{Insert}')
  const asked = await dialog()
  await userEvent.keyboard('{Alt>}[Digit2]{/Alt}')
  const price = asked.getByLabelText('Prix (€)')
  await userEvent.type(price, 'cher{Enter}')
  expect((await asked.findByText(/Montant illisible/)).closest('.field')?.contains(price)).toBe(true)
  expect(requests(calls, 'create_movement')).toEqual([])
  await userEvent.clear(price)
  await userEvent.type(price, '{Enter}')
  expect(await asked.findByText('Dites de quoi il s’agit.')).toBeTruthy()
  expect(requests(calls, 'create_movement')[0]?.movement.kind).toBe('repair')
})

test('one client is told that a repair is ready, after the text was shown', async () => {
  const calls = await tab(kept(), {
    repair_reminders: () => ({
      repairs: [
        {
          id: 3,
          client: 7,
          client_name: 'DUPONT Laura',
          what: 'Bague',
          ready_on: '2018-12-05',
          days: 9,
          reminded: null,
          way: { channel: 'sms', address: '06 39 98 71 10', subject: '', body: 'Votre bague vous attend.' },
          obstacles: [],
        },
      ],
      total: 1,
      sms_template: 4,
      mail_template: null,
    }),
    send_reminders: () => ({ sms: 1, mail: 0, left_out: 0 }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Actions\u00a0: Bague' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Prévenir le client…' }))
  const asked = await dialog()
  expect(await asked.findByText('Votre bague vous attend.')).toBeTruthy()
  await userEvent.click(asked.getByRole('button', { name: 'Envoyer la relance' }))
  await waitFor(() =>
    expect(requests(calls, 'send_reminders')).toEqual([
      { repairs: [3], sms_template: 4, mail_template: null },
    ]),
  )
  expect(requests(calls, 'repair_reminders')[0]).toMatchObject({ repair: 3 })
})

test('a movement is deleted after a question', async () => {
  const calls = await tab()
  await userEvent.click(await screen.findByRole('button', { name: 'Actions\u00a0: Alliance T. 52' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Supprimer…' }))
  await userEvent.click((await dialog()).getByRole('button', { name: 'Supprimer' }))
  await waitFor(() => expect(requests(calls, 'remove_movement')).toEqual([{ id: 1, revision: 1 }]))
})
