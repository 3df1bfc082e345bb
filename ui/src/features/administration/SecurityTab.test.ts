import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { ManagerState } from '$lib/api'
import { answering, refusal, requests } from '$lib/api/testing'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import SecurityTab from './SecurityTab.svelte'

const at = new Date(2026, 10, 28, 9, 41).getTime()

/** A core with this code; null for none. */
function core(code: string | null) {
  let kept = code
  let unlocked = false
  const state = (): ManagerState => ({
    set: kept !== null,
    unlocked_until: kept !== null && unlocked ? at : null,
    wait: 0,
  })
  return answering({
    manager: state,
    lock_manager: () => {
      unlocked = false
      return state()
    },
    set_manager_code: ({ current, code: next }) => {
      if (next !== null && next.length < 4) throw refusal('manager_code_unfit')
      if (kept !== null && current !== kept) {
        throw { ...refusal('manager_code_wrong'), params: { seconds: '0' } }
      }
      kept = next
      unlocked = true
      return state()
    },
  })
}

afterEach(() => {
  cleanup()
  toasts.clear()
})

test('without a code the tab says what anybody can do, and one is chosen by typing it twice', async () => {
  const calls = core(null)
  render(SecurityTab)
  await screen.findByText(/^Aucun code/)
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Choisir un code…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Choisir un code' })
  expect(within(dialog).queryByLabelText('Code actuel')).toBeNull()
  await userEvent.type(within(dialog).getByLabelText('Nouveau code'), '47')
  await userEvent.type(within(dialog).getByLabelText('Le même, encore une fois'), '47{Enter}')
  expect(await within(dialog).findByText(/^Choisissez 4 à 12 chiffres/)).toBeTruthy()
  await userEvent.type(within(dialog).getByLabelText('Nouveau code'), '11')
  await userEvent.type(within(dialog).getByLabelText('Le même, encore une fois'), '11{Enter}')
  expect(await screen.findByText(/vaut jusqu’à 09:41/)).toBeTruthy()
  expect(requests(calls, 'set_manager_code').at(-1)).toEqual({ current: null, code: '4711' })
})

test('a code is changed and taken away only by who knows it', async () => {
  const calls = core('4711')
  render(SecurityTab)
  await screen.findByText('Un code est en place.')
  await userEvent.click(screen.getByRole('button', { name: 'Retirer le code…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Retirer le code' })
  await userEvent.type(within(dialog).getByLabelText('Code actuel'), '1234{Enter}')
  expect(await within(dialog).findByText('Ce n’est pas le code du responsable.')).toBeTruthy()
  expect(within(dialog).getByLabelText<HTMLInputElement>('Code actuel').value).toBe('')
  await userEvent.type(within(dialog).getByLabelText('Code actuel'), '4711{Enter}')
  await screen.findByText(/^Aucun code/)
  expect(requests(calls, 'set_manager_code').at(-1)).toEqual({ current: '4711', code: null })
  expect(toasts.items.map(({ title }) => title)).toEqual(['Code retiré'])
})

test('a code that was given can be asked for again at once', async () => {
  const calls = core('4711')
  render(SecurityTab)
  await userEvent.click(await screen.findByRole('button', { name: 'Changer le code…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Changer le code' })
  await userEvent.type(within(dialog).getByLabelText('Code actuel'), '4711')
  await userEvent.type(within(dialog).getByLabelText('Nouveau code'), 'émeraude')
  await userEvent.type(within(dialog).getByLabelText('Le même, encore une fois'), 'émeraude{Enter}')
  await userEvent.click(await screen.findByRole('button', { name: 'Redemander le code dès maintenant' }))
  await waitFor(() => expect(requests(calls, 'lock_manager')).toHaveLength(1))
  expect(await screen.findByText('Un code est en place.')).toBeTruthy()
})
