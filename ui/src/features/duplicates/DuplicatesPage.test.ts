import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DuplicatePair, DuplicatesRequest, DuplicatesSummary } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import DuplicatesPage from './DuplicatesPage.svelte'
import { pair } from './fixture'

const found: DuplicatesSummary = {
  pairs: 2,
  households: 1,
  clients: 480,
  at: new Date(2026, 10, 28, 10, 12).getTime(),
  elapsed_ms: 900,
  cut_off: false,
}

/** Plays a core that finds these pairs once it is asked to. */
function core(pairs: DuplicatePair[], searched: boolean, more: Answers = {}) {
  let kept = [...pairs]
  let summary = searched ? found : null
  return answering({
    find_duplicates: () => (summary = found),
    cancel_duplicates: () => ({}),
    duplicates_page: ({ offset, limit, minimum }: DuplicatesRequest) => {
      const standing = summary ? kept.filter(({ score }) => score >= minimum) : []
      const page = standing.slice(offset, offset + limit)
      const next = offset + limit < standing.length ? offset + limit : null
      return { summary, pairs: page, total: standing.length, next }
    },
    dismiss_duplicates: ({ a, b }) => {
      kept = kept.filter((one) => one.a.number !== a || one.b.number !== b)
      return {}
    },
    ...more,
  })
}
const table = () => screen.findByRole('table')

beforeEach(() => {
  router.reset({ name: 'duplicates' })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('nothing is compared before somebody asks; then each pair has its score and its explanation', async () => {
  const calls = core([pair(1, 2), pair(3, 4, { score: 31, reasons: ['same_phone', 'household'] })], false)
  render(DuplicatesPage)
  await userEvent.click(await screen.findByRole('button', { name: 'Chercher les doublons' }))
  expect(requests(calls, 'find_duplicates')).toHaveLength(1)
  const [line] = within(await table())
    .getAllByRole('row')
    .slice(1)
  expect(line?.textContent).toMatch(/92 sur 100/)
  expect(line?.textContent).toMatch(/même portable.*nom proche.*autre e-mail/s)
  expect(screen.getByText(/2\spaires trouvées parmi 480\sfiches, à 10:12/)).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
})

test('households are out of sight until all pairs are wanted', async () => {
  const calls = core([pair(1, 2), pair(3, 4, { score: 31 })], true)
  render(DuplicatesPage)
  expect(within(await table()).getAllByRole('row')).toHaveLength(2)
  await userEvent.click(screen.getByRole('button', { name: 'Toutes' }))
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3))
  expect(requests(calls, 'duplicates_page').at(-1)).toEqual({ offset: 0, limit: 10, minimum: 0 })
})

test('« Ce ne sont pas des doublons » takes the pair away for good', async () => {
  const calls = core([pair(1, 2)], true)
  render(DuplicatesPage)
  await table()
  await userEvent.click(screen.getByRole('button', { name: /^Ce ne sont pas des doublons/ }))
  await waitFor(() => expect(requests(calls, 'dismiss_duplicates')).toEqual([{ a: 1, b: 2 }]))
  expect(await screen.findByText('Aucun doublon')).toBeTruthy()
})

test('« Fusionner » only shows the two side by side, the older one staying', async () => {
  core([pair(1, 2)], true)
  render(DuplicatesPage)
  await table()
  await userEvent.click(screen.getByRole('button', { name: /^Fusionner/ }))
  await waitFor(() => expect(router.page).toEqual({ name: 'merge', kept: 1, merged: 2 }))
})

test('a comparison that is stopped is no failure, and leaves what was found before', async () => {
  let stop: () => void = () => undefined
  const calls = core([pair(1, 2)], true, {
    find_duplicates: () =>
      new Promise((_, reject) => {
        stop = () => reject(refusal('duplicates_cancelled'))
      }),
    cancel_duplicates: () => {
      stop()
      return {}
    },
  })
  render(DuplicatesPage)
  await userEvent.click(await screen.findByRole('button', { name: 'Chercher à nouveau' }))
  expect(await screen.findByRole('progressbar')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Arrêter' }))
  expect(requests(calls, 'cancel_duplicates')).toHaveLength(1)
  await table()
  expect(screen.queryByRole('alert')).toBeNull()
})
