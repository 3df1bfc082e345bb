import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { previewOf, recordOf } from './fixture'
import MergePage from './MergePage.svelte'

async function open(more: Answers = {}) {
  const calls = answering({
    merge_preview: ({ kept, merged }) => previewOf(kept, merged),
    merge_clients: ({ kept }) => ({ id: 5, record: recordOf(kept), answers: [] }),
    undo_merge: () => recordOf(1),
    ...more,
  })
  render(MergePage, { kept: 1, merged: 2 })
  await screen.findByRole('table', { name: /^Champ par champ/ })
  return calls
}
const value = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name })

beforeEach(() => {
  router.reset({ name: 'merge', kept: 1, merged: 2 })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('the two stand side by side: only what differs is to be chosen, and what one lacks is proposed', async () => {
  await open()
  expect(screen.getAllByRole('radio')).toHaveLength(4)
  expect(value(/^Prénom, Fiche gardée.*Laura$/).checked).toBe(true)
  expect(value(/^Email, Fiche absorbée.*lora@courriel\.example$/).checked).toBe(true)
  expect(screen.getAllByText('identique')).toHaveLength(2)
  expect(await violations(document.body)).toEqual([])
})

test('each answer says what will hold and why', async () => {
  await open()
  const answers = within(screen.getByRole('table', { name: 'Consentements' }))
  const states = answers.getAllByRole('cell').map((cell) => cell.textContent.trim())
  expect(states.slice(0, 3)).toEqual(['Actif', 'Retiré', 'Retiré'])
  expect(answers.getByText(/un non l’emporte toujours/)).toBeTruthy()
  expect(screen.getByText(/7\sdécisions et 4\smessages/)).toBeTruthy()
})

test('what was chosen is what is asked, with the revisions that were read; the notice takes it back', async () => {
  const calls = await open()
  await userEvent.click(value(/^Prénom, Fiche absorbée/))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() =>
    expect(requests(calls, 'merge_clients')).toEqual([
      { kept: 1, kept_revision: 10, merged: 2, merged_revision: 20, take_merged: ['email', 'first_name'] },
    ]),
  )
  await waitFor(() => expect(router.page).toEqual({ name: 'record', number: 1 }))
  toasts.items[0]?.action?.run()
  await waitFor(() => expect(requests(calls, 'undo_merge')).toEqual([{ id: 5 }]))
})

test('« Inverser » keeps the other one, and proposes anew', async () => {
  const calls = await open()
  await userEvent.click(screen.getByRole('button', { name: 'Inverser' }))
  await waitFor(() => expect(requests(calls, 'merge_preview').at(-1)).toMatchObject({ kept: 2, merged: 1 }))
  await waitFor(() => expect(value(/^Prénom, Fiche gardée.*Lora$/).checked).toBe(true))
  expect(value(/^Email, Fiche gardée/).checked).toBe(true)
})

test('what the core judges by is judged again as it is chosen; what cannot become one is said, and not asked for', async () => {
  const calls = await open({
    merge_preview: ({ kept, merged, take_merged }) => ({
      ...previewOf(kept, merged),
      refused: take_merged.includes('email') ? null : 'beneficiary_needs_email',
    }),
  })
  const previews = () => requests(calls, 'merge_preview').map(({ take_merged }) => take_merged)
  // First to hear what is proposed, then what is thought of it.
  expect(previews()).toEqual([[], ['email']])
  expect(screen.queryByRole('alert')).toBeNull()
  await userEvent.click(value(/^Prénom, Fiche absorbée/))
  expect(previews()).toHaveLength(2)
  await userEvent.click(value(/^Email, Fiche gardée/))
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /ne peuvent pas être réunies ainsi\. Un bénéficiaire est connu par son e-mail/,
  )
  expect(previews().at(-1)).toEqual(['first_name'])
  const merge = screen.getByRole<HTMLButtonElement>('button', { name: /^Fusionner/ })
  expect(merge.disabled).toBe(true)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(requests(calls, 'merge_clients')).toEqual([])
  await userEvent.click(value(/^Email, Fiche absorbée/))
  await waitFor(() => expect(merge.disabled).toBe(false))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a record that stays hidden is said before the one in sight goes into it, and « Inverser » mends it', async () => {
  const inactive = { at: 0, reason: '' }
  await open({
    merge_preview: ({ kept, merged }) => {
      const preview = previewOf(kept, merged)
      if (kept === 1) preview.kept.inactive = inactive
      else preview.merged.inactive = inactive
      return preview
    },
  })
  expect(screen.getByText(/^La fiche gardée est inactive/)).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Inverser' }))
  await waitFor(() => expect(screen.queryByText(/^La fiche gardée est inactive/)).toBeNull())
})

test('what both hold is said where they hold anything', async () => {
  const holdings = { subscriptions: 2, invoices: 1, movements: 0 }
  await open({ merge_preview: ({ kept, merged }) => ({ ...previewOf(kept, merged), holdings }) })
  expect(screen.getByText(/^La fiche réunie portera\s: 2\sabonnements, 1\sfacture ou avoir\.$/)).toBeTruthy()
})

test('a refusal says why, and nothing is left', async () => {
  await open({
    merge_clients: () => {
      throw refusal('changed_elsewhere')
    },
  })
  await userEvent.click(screen.getByRole('button', { name: /^Fusionner/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('modifiée entre-temps')
  expect(router.page).toMatchObject({ name: 'merge' })
})
