import { cleanup, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RepairReminder } from '$lib/api'
import { answering, requests, type Answers } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import RemindersPage from './RemindersPage.svelte'

const waiting = (id: number, more: Partial<RepairReminder> = {}): RepairReminder => ({
  id,
  client: 100 + id,
  client_name: ['DUPONT Laura', 'REY Paul', 'LE GOFF Anne'][id - 1] ?? '',
  what: 'Montre',
  ready_on: '2018-12-05',
  days: 9,
  reminded: null,
  way: { channel: 'sms', address: '06 39 98 71 10', subject: '', body: 'Votre montre vous attend.' },
  obstacles: [],
  ...more,
})
const three = () => [
  waiting(1),
  waiting(2, {
    way: { channel: 'mail', address: 'paul@boutique.example', subject: 'Prête', body: 'Votre montre…' },
    obstacles: [{ channel: 'sms', blocked_by: 'never_asked', failed_because: null }],
  }),
  waiting(3, {
    way: null,
    obstacles: [
      { channel: 'sms', blocked_by: null, failed_because: 'land_line' },
      { channel: 'mail', blocked_by: 'refused', failed_because: null },
    ],
  }),
]

async function open(repairs = three(), more: Answers = {}) {
  const calls = answering({
    repair_reminders: () => ({ repairs, total: repairs.length, sms_template: 11, mail_template: 12 }),
    send_reminders: ({ repairs: sent }) => ({ sms: sent.length, mail: 0, left_out: 0 }),
    templates: () => [],
    merge_fields: () => [],
    ...more,
  })
  render(RemindersPage)
  await waitFor(() => expect(requests(calls, 'repair_reminders')).toHaveLength(1))
  return calls
}

beforeEach(() => {
  router.reset({ name: 'reminders' })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('each says how it goes or why it does not, and all that can go are chosen', async () => {
  const calls = await open()
  expect(requests(calls, 'repair_reminders')[0]).toMatchObject({ days: 7, again_after: null, repair: null })
  expect(await screen.findByText('1 par SMS, 1 par mail')).toBeTruthy()
  expect(screen.getByText(/ligne fixe, SMS impossible/)).toBeTruthy()
  expect(screen.getByText(/SMS\s: .*jamais demandé/)).toBeTruthy()
  const stuck = screen.getByRole('checkbox', { name: 'Relancer LE GOFF Anne, Montre' })
  expect(stuck).toHaveProperty('disabled', true)
  expect(await violations(document.body)).toEqual([])
})

test('whoever is ticked off is not told', async () => {
  const calls = await open()
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Relancer REY Paul, Montre' }))
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer 1\u00a0relance' }))
  await waitFor(() =>
    expect(requests(calls, 'send_reminders')).toEqual([
      { repairs: [1], sms_template: 11, mail_template: 12 },
    ]),
  )
})

test('nothing is sent where nobody is chosen', async () => {
  await open()
  const all = await screen.findByRole('checkbox', { name: 'Tout cocher' })
  await userEvent.click(all)
  expect(screen.getByRole('button', { name: /Envoyer 0/ })).toHaveProperty('disabled', true)
  await userEvent.click(all)
  expect(screen.getByRole('button', { name: /Envoyer 2/ })).toHaveProperty('disabled', false)
})

test('other days, and those who were told before, are asked of the core', async () => {
  const calls = await open([])
  expect(await screen.findByText('Rien à relancer')).toBeTruthy()
  const days = screen.getByLabelText(/Prêt depuis/)
  await userEvent.clear(days)
  await userEvent.type(days, '30')
  await userEvent.click(screen.getByRole('checkbox', { name: /Relancer aussi/ }))
  await waitFor(() =>
    expect(requests(calls, 'repair_reminders').at(-1)).toMatchObject({ days: 30, again_after: 14 }),
  )
})

test('Échap leads back to the messages', async () => {
  await open()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(router.page).toEqual({ name: 'messages' }))
})
