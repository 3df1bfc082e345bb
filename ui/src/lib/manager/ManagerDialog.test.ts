import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call, type ManagerState } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { violations } from '$lib/ui/violations'
import { manager } from './manager.svelte'
import ManagerDialog from './ManagerDialog.svelte'

const open: ManagerState = { set: true, unlocked_until: 1, wait: 0 }
const closed: ManagerState = { set: true, unlocked_until: null, wait: 0 }
const wrong = (seconds: number) => ({
  ...refusal('manager_code_wrong'),
  params: { seconds: String(seconds) },
})

/** A core whose register needs « 4711 »; each wrong code makes one wait so many seconds. */
function core(seconds: number, more: Answers = {}) {
  let given = false
  return answering({
    exports: () => {
      if (!given) throw refusal('manager_code_needed')
      return { exports: [], total: 0, next: null }
    },
    manager: () => closed,
    unlock_manager: ({ code }) => {
      if (code !== '4711') throw wrong(seconds)
      given = true
      return open
    },
    reset_manager_code: ({ passphrase }) => {
      if (passphrase !== 'perle saphir rubis') throw refusal('passphrase_wrong')
      given = true
      return open
    },
    ...more,
  })
}

/** Asks for what needs the code, and shows the dialog that it opens. */
async function asked() {
  const answer = call('exports', { before: null, limit: 50, language: 'fr' })
  answer.catch(() => {})
  await waitFor(() => expect(manager.asked).toBe(true))
  const shown = render(ManagerDialog)
  const dialog = await screen.findByRole('dialog', { name: 'Code du responsable' })
  return { answer, dialog, shown }
}

let lift = () => {}
beforeEach(() => {
  lift = manager.follow()
})
afterEach(() => {
  manager.settle(false)
  lift()
  cleanup()
  vi.useRealTimers()
})

test('the right code lets the command through', async () => {
  core(0)
  const { answer, dialog } = await asked()
  expect(await violations(document.body)).toEqual([])
  await userEvent.type(within(dialog).getByLabelText('Code'), '4711{Enter}')
  expect(await answer).toEqual({ exports: [], total: 0, next: null })
  expect(manager.asked).toBe(false)
})

test('a wrong code is said, and the wait is counted down before the next try', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const calls = core(4)
  const { dialog } = await asked()
  const field = within(dialog).getByLabelText<HTMLInputElement>('Code')
  const give = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Valider' })
  await user.type(field, '1234{Enter}')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  const said = () => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
  expect(said()).toMatch(/Ce n’est pas le code du responsable\. Prochain essai dans 4\ssecondes\./)
  expect(field.value).toBe('')
  expect(give.disabled).toBe(true)
  await vi.advanceTimersByTimeAsync(2000)
  expect(said()).toMatch(/dans 2\ssecondes/)
  await vi.advanceTimersByTimeAsync(2500)
  expect(give.disabled).toBe(false)
  expect(requests(calls, 'unlock_manager')).toEqual([{ code: '1234' }])
})

test('a wait that began before is known on arrival', async () => {
  core(0, { manager: () => ({ ...closed, wait: 600 }) })
  const { dialog } = await asked()
  expect(await within(dialog).findByText(/Prochain essai dans 10\sminutes/)).toBeTruthy()
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Valider' }).disabled).toBe(true)
})

test('a forgotten code is replaced by whoever knows the passphrase', async () => {
  const calls = core(0)
  const { answer, dialog } = await asked()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Code oublié…' }))
  const replacing = await screen.findByRole('dialog', { name: 'Remplacer le code oublié' })
  await userEvent.type(within(replacing).getByLabelText('Phrase de passe du fichier'), 'perle')
  await userEvent.type(within(replacing).getByLabelText('Nouveau code'), '2580')
  await userEvent.type(within(replacing).getByLabelText('Le même, encore une fois'), '2581{Enter}')
  expect(await within(replacing).findByText('Les deux codes ne sont pas les mêmes.')).toBeTruthy()
  await userEvent.type(within(replacing).getByLabelText('Le même, encore une fois'), '{Backspace}0{Enter}')
  expect(await within(replacing).findByText('Cette phrase de passe n’ouvre pas le fichier.')).toBeTruthy()
  await userEvent.type(within(replacing).getByLabelText('Phrase de passe du fichier'), ' saphir rubis{Enter}')
  await answer
  expect(requests(calls, 'reset_manager_code').at(-1)).toEqual({
    passphrase: 'perle saphir rubis',
    code: '2580',
  })
})

test('whoever gives up is told by the command, and asked again the next time', async () => {
  core(0)
  const { answer, dialog } = await asked()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Annuler' }))
  await expect(answer).rejects.toMatchObject({ code: 'manager_code_needed' })
  cleanup()
  await asked()
})

test('commands that need the code at the same time wait for one answer', async () => {
  core(0)
  const first = call('exports', { before: null, limit: 50, language: 'fr' })
  const { answer, dialog } = await asked()
  await userEvent.type(within(dialog).getByLabelText('Code'), '4711{Enter}')
  await Promise.all([first, answer])
  expect(manager.asked).toBe(false)
})
