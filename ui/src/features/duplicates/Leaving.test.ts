import { cleanup, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hear, type DuplicatesSummary } from '$lib/api'
import { announce, answering, refusal, requests } from '$lib/api/testing'
import { shopAt } from '$lib/state/fixture'
import { router } from '$lib/state/router.svelte'
import { session } from '$lib/state/session.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import DuplicatesPage from './DuplicatesPage.svelte'
import { pair } from './fixture'

const FOUND: DuplicatesSummary = {
  pairs: 1,
  households: 0,
  clients: 480,
  at: 0,
  elapsed_ms: 900,
  cut_off: false,
}

/** Starts a search that ends when it is told to. */
async function searching() {
  let end: { done: () => void; refuse: (reason: unknown) => void } | null = null
  let summary: DuplicatesSummary | null = null
  const calls = answering({
    find_duplicates: () =>
      new Promise<DuplicatesSummary>((resolve, reject) => {
        end = { done: () => resolve((summary = FOUND)), refuse: reject }
      }),
    cancel_duplicates: () => {
      end?.refuse(refusal('duplicates_cancelled'))
      return {}
    },
    duplicates_page: () => ({
      summary,
      pairs: summary ? [pair(1, 2)] : [],
      total: summary ? 1 : 0,
      next: null,
    }),
  })
  await hear()
  render(DuplicatesPage)
  await userEvent.click(await screen.findByRole('button', { name: 'Chercher les doublons' }))
  await waitFor(() => expect(end).not.toBeNull())
  return { calls, done: () => end?.done(), refuse: (reason: unknown) => end?.refuse(reason) }
}
function leave() {
  cleanup()
  router.reset({ name: 'clients' })
}

beforeEach(async () => {
  await session.enter(shopAt('/tmp/essai.ecrin'))
  router.reset({ name: 'duplicates' })
})
afterEach(() => {
  cleanup()
  toasts.clear()
})

test('a search goes on when the page is left: who comes back sees how far it is, and then what it found', async () => {
  const { done } = await searching()
  leave()
  await announce('progress', { task: 'duplicates', phase: 'comparing', done: 120, total: 480 })
  render(DuplicatesPage)
  expect((await screen.findByRole<HTMLProgressElement>('progressbar')).value).toBe(120)
  done()
  expect(await screen.findByRole('table')).toBeTruthy()
  expect(toasts.items).toEqual([])
})

test('a search that was left can be stopped by who comes back', async () => {
  const { calls } = await searching()
  leave()
  render(DuplicatesPage)
  await userEvent.click(await screen.findByRole('button', { name: 'Arrêter' }))
  expect(await screen.findByRole('button', { name: 'Chercher les doublons' })).toBeTruthy()
  expect(requests(calls, 'cancel_duplicates')).toHaveLength(1)
})

test('where another page is shown at its end a notice says so, and leads to what was found', async () => {
  const { done } = await searching()
  leave()
  done()
  await waitFor(() => expect(toasts.items[0]?.title).toMatch(/terminée\s: 1\spaire trouvée$/))
  toasts.items[0]?.action?.run()
  await waitFor(() => expect(router.page).toEqual({ name: 'duplicates' }))
  render(DuplicatesPage)
  expect(await screen.findByRole('table')).toBeTruthy()
})

test('a search that fails is told on the page that is shown', async () => {
  const { refuse } = await searching()
  leave()
  refuse(refusal('file_busy'))
  await waitFor(() => expect(toasts.items[0]?.tone).toBe('error'))
})
