import { cleanup, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hear, type ExportListRequest } from '$lib/api'
import { announce, refusal, requests } from '$lib/api/testing'
import { shopAt } from '$lib/state/fixture'
import { router } from '$lib/state/router.svelte'
import { session } from '$lib/state/session.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import EditionPage from './EditionPage.svelte'
import { HASH, open, panel, report } from './opening'

/** Starts an export that ends when it is told to. */
async function exporting() {
  let end: { done: () => void; refuse: (reason: unknown) => void } | null = null
  const calls = await open({
    export_list: (request: ExportListRequest) =>
      new Promise((resolve, reject) => {
        end = { done: () => resolve(report(request)), refuse: reject }
      }),
    cancel_export: () => {
      end?.refuse(refusal('export_cancelled'))
      return {}
    },
  })
  await hear()
  await userEvent.type(panel().getByLabelText(/^Motif de l’export/), 'Vœux')
  await userEvent.click(panel().getByRole('button', { name: 'Exporter' }))
  await waitFor(() => expect(end).not.toBeNull())
  return { calls, done: () => end?.done(), refuse: (reason: unknown) => end?.refuse(reason) }
}
function leave() {
  cleanup()
  router.reset({ name: 'clients' })
}
async function comeBack() {
  render(EditionPage)
  await screen.findByRole('table', { name: 'Aperçu de la sélection' })
}

beforeEach(async () => {
  await session.enter(shopAt('/tmp/essai.ecrin'))
  router.reset({ name: 'edition' })
})
afterEach(() => {
  cleanup()
  toasts.clear()
})

test('an export goes on when the page is left: who comes back sees how far it is, may stop it, and gets its result', async () => {
  const { done } = await exporting()
  leave()
  await announce('progress', { task: 'export', done: 120, total: 480 })
  await comeBack()
  expect(panel().getByRole<HTMLProgressElement>('progressbar').value).toBe(120)
  expect(panel().getByRole('button', { name: 'Annuler' })).toBeTruthy()
  done()
  expect(await panel().findByText(HASH)).toBeTruthy()
  expect(toasts.items).toEqual([])
  // What was seen is not shown again.
  leave()
  await comeBack()
  expect(panel().getByLabelText<HTMLTextAreaElement>(/^Motif de l’export/).value).toBe('')
})

test('an export that is left can be stopped by who comes back', async () => {
  const { calls } = await exporting()
  leave()
  await comeBack()
  await userEvent.click(panel().getByRole('button', { name: 'Annuler' }))
  expect(await panel().findByText(/^Export annulé/)).toBeTruthy()
  expect(requests(calls, 'cancel_export')).toHaveLength(1)
})

test('where another page is shown at its end a notice says so, and leads back to the result', async () => {
  const { done } = await exporting()
  leave()
  done()
  await waitFor(() => expect(toasts.items).toHaveLength(1))
  expect(toasts.items[0]?.title).toMatch(/^2\sclients exportés$/)
  toasts.items[0]?.action?.run()
  await waitFor(() => expect(router.page).toEqual({ name: 'edition' }))
  await comeBack()
  expect(await panel().findByText(HASH)).toBeTruthy()
})

test('a refusal is told on the page that is shown, and kept for who comes back', async () => {
  const { refuse } = await exporting()
  leave()
  refuse(refusal('disk_full'))
  await waitFor(() => expect(toasts.items[0]?.tone).toBe('error'))
  await comeBack()
  expect(panel().getByRole('alert')).toBeTruthy()
})

test('an export of a file that was closed is nobody’s business in another', async () => {
  const { done } = await exporting()
  leave()
  await session.enter(shopAt('/tmp/autre.ecrin'))
  done()
  await comeBack()
  expect(panel().getByLabelText(/^Motif de l’export/)).toBeTruthy()
  expect(toasts.items).toEqual([])
})
