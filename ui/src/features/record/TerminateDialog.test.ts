// « Résilier » and « Suppression » of a subscription that is over, beside one that runs: the wrong one is never ended.
import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answering, type Answers, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { emptyFaces, firstLayout } from './labels/fixture'
import RecordPage from './RecordPage.svelte'
import { holding, row, subscription } from './subscriptions/fixture'
import { choose, chosenIn, focused, opening, TODAY, wrong } from './subscriptions/opening'

const RUNNING = 3
const OVER = 2
const both: Answers = {
  held_subscriptions: () => [{ ...subscription, id: OVER, state: 'ended' }, subscription],
  termination_preview: ({ id, on }) => ({
    subscription: { ...subscription, id },
    on: on ?? '',
    left: 5,
    of: 12,
    issues: true,
    invoiced: 4900,
    refund: 2042,
    renewals: [],
    refused: null,
  }),
  terminate: () => ({ subscription, credit_note: null, refund: 0, renewals: [] }),
}
const end = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Résilier' })

beforeEach(() => {
  router.reset({ name: 'record', number: 7 })
  vi.useFakeTimers({ toFake: ['Date'], now: TODAY })
})
afterEach(() => {
  cleanup()
  toasts.clear()
  vi.useRealTimers()
})

test('one that is over is not removed: neither « Suppression » nor Suppr. opens « Résilier »', async () => {
  const ended = { ...row, id: OVER, offer_name: 'Le Mensuel', state: 'ended' as const }
  const terminated = { ...row, id: 1, offer_name: 'L’Annuel', state: 'terminated' as const }
  const calls = answering({
    ...holding,
    ...both,
    labels: () => emptyFaces,
    panel_layout: () => firstLayout,
    subscriptions_page: () => ({ rows: [row, ended, terminated], total: 3, next: null, barred: null }),
  })
  render(RecordPage, { number: 7 })
  const grid = await screen.findByRole('grid', { name: 'Abonnements' })
  const menu = screen.getByRole('button', { name: 'Actions\u00a0: Abonnements' })
  for (const name of [/Le Mensuel/, /L’Annuel/]) {
    await userEvent.click(within(grid).getByRole('row', { name }))
    await userEvent.click(menu)
    const removal = await screen.findByRole('menuitem', { name: /^Suppression/ })
    expect(removal.getAttribute('aria-disabled')).toBe('true')
    await userEvent.keyboard('{Escape}')
    grid.focus()
    await userEvent.keyboard('{Delete}')
    expect(screen.queryByRole('dialog')).toBeNull()
  }
  expect(requests(calls, 'held_subscriptions')).toEqual([])

  await userEvent.click(within(grid).getByRole('row', { name: /La Gazette/ }))
  grid.focus()
  await userEvent.keyboard('{Delete}')
  await screen.findByRole('dialog', { name: 'Résilier un abonnement' })
})

test('where the chosen one is over by now, no other is taken in its place, and it says why', async () => {
  const { calls } = await opening({ what: 'terminate', subscription: OVER }, both)
  await waitFor(() => expect(wrong('Abonnement')).toBe('Cet abonnement est terminé.'))
  await waitFor(() => expect(focused()).toBe('Abonnement'))
  expect([chosenIn('Abonnement'), end().disabled, end().getAttribute('aria-busy')]).toEqual([
    'À choisir',
    true,
    'false',
  ])
  expect(screen.queryByRole('region', { name: 'Ce qui se passera' })).toBeNull()
  await userEvent.type(screen.getByLabelText('Motif'), 'Prix{Enter}')
  expect(await violations(document.body)).toEqual([])
  expect([requests(calls, 'termination_preview'), requests(calls, 'terminate')]).toEqual([[], []])

  await choose('Abonnement', String(RUNNING))
  await screen.findByRole('region', { name: 'Ce qui se passera' })
  expect(wrong('Abonnement')).toBe('')
  await userEvent.click(end())
  await waitFor(() => expect(requests(calls, 'terminate')).toMatchObject([{ id: RUNNING, reason: 'Prix' }]))
})

test('with none chosen the first that runs is, and one that was chosen stays chosen', async () => {
  const other = { ...subscription, id: 8, offer_name: 'Le Mensuel' }
  const answers: Answers = { ...both, held_subscriptions: () => [subscription, other] }
  await opening({ what: 'terminate', subscription: null }, answers)
  await waitFor(() => expect(chosenIn('Abonnement')).toMatch(/^La Gazette/))
  cleanup()
  await opening({ what: 'terminate', subscription: 8 }, answers)
  await waitFor(() => expect(chosenIn('Abonnement')).toMatch(/^Le Mensuel/))
})
