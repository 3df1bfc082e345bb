import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { DecideRequest } from '$lib/api'
import { answering, type Answers, refusal } from '$lib/api/testing'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import Consenting from './Consenting.test.svelte'
import { decidingCore } from './fixture'

/** Shows the switches of a client who was never asked, and opens the dialog of « SMS commerciaux ». */
async function opened(more: Answers = {}, shell: Parameters<typeof answering>[1] = {}) {
  const calls = answering({ ...decidingCore(7), ...more }, shell)
  render(Consenting, { number: 7 })
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Envoi de SMS commerciaux' }))
  const dialog = await screen.findByRole('dialog')
  const decided = () =>
    calls.filter((call) => call.command === 'decide').map((call) => call.request as DecideRequest)
  return { dialog: within(dialog), decided }
}

const nextSwitch = () => screen.getByRole('checkbox', { name: 'Envoi de SMS commerciaux' })

window.addEventListener('keydown', dispatch)
afterEach(() => {
  cleanup()
  toasts.clear()
})

test('two key presses grant: the mode, then Entrée; the switch moves only then, and has the focus again', async () => {
  const { decided } = await opened()
  let presses = 0
  const count = () => (presses += 1)
  window.addEventListener('keydown', count)
  await userEvent.keyboard('[Digit2][Enter]')
  window.removeEventListener('keydown', count)
  await waitFor(() => expect(nextSwitch().getAttribute('aria-checked')).toBe('true'))
  expect(presses).toBe(2)
  expect(decided()).toEqual([
    {
      number: 7,
      channel: 'sms',
      indicators: [2],
      answer: 'granted',
      mode: 'Accord écrit',
      detail: '',
      at: null,
      wordings: [22],
      evidence: [],
      send: null,
    },
  ])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(document.activeElement).toBe(nextSwitch())
  expect(toasts.items[0]?.title).toBe('Scellé\u00a0: Envoi de SMS commerciaux')
})

test('the digits of the numeric pad choose too, and no mode is chosen beforehand', async () => {
  const { dialog } = await opened()
  expect(dialog.getAllByRole<HTMLInputElement>('radio').some((radio) => radio.checked)).toBe(false)
  await userEvent.keyboard('[Numpad1]')
  expect(dialog.getByRole<HTMLInputElement>('radio', { name: /Oral/ }).checked).toBe(true)
})

test('Entrée without a mode seals nothing and says what is missing', async () => {
  const { dialog, decided } = await opened()
  await userEvent.keyboard('[Enter]')
  expect((await dialog.findByRole('alert')).textContent).toContain('comment l’accord a été obtenu')
  expect(decided()).toEqual([])
})

test('Échap closes and leaves all as it was', async () => {
  const { decided, dialog } = await opened()
  await userEvent.keyboard('[Digit2]')
  await userEvent.click(dialog.getByRole('button', { name: /Annuler/ }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(decided()).toEqual([])
  expect(nextSwitch().getAttribute('aria-checked')).toBe('mixed')
})

test('Échap leaves the signature pad first, and the dialog stays', async () => {
  const { dialog } = await opened()
  const signature = dialog.getByRole('button', { name: 'Signature' })
  await userEvent.click(signature)
  expect(await dialog.findByLabelText('Zone de signature')).toBeTruthy()
  await userEvent.keyboard('[Escape]')
  await waitFor(() => expect(dialog.queryByLabelText('Zone de signature')).toBeNull())
  expect(screen.queryByRole('dialog')).not.toBeNull()
  expect(document.activeElement).toBe(signature)
})

test('digits typed into a field are text, not modes', async () => {
  const { dialog } = await opened()
  const detail = dialog.getByLabelText<HTMLInputElement>(/Précision/)
  await userEvent.click(detail)
  await userEvent.keyboard('[Digit2]')
  expect(detail.value).toBe('2')
  expect(dialog.getByRole<HTMLInputElement>('radio', { name: /Écrit/ }).checked).toBe(false)
})

test('« Autre… » puts the focus into Précision, which must then be filled in', async () => {
  const { dialog, decided } = await opened()
  await userEvent.keyboard('[Digit3]')
  const detail = dialog.getByLabelText<HTMLInputElement>(/Précision/)
  await waitFor(() => expect(document.activeElement).toBe(detail))
  await userEvent.keyboard('[Enter]')
  expect(await dialog.findByText('Précisez comment l’accord a été obtenu.')).toBeTruthy()
  expect(detail.getAttribute('aria-invalid')).toBe('true')
  expect(decided()).toEqual([])
  await userEvent.type(detail, 'au salon{Enter}')
  await waitFor(() => expect(decided()).toMatchObject([{ mode: 'Autre accord', detail: 'au salon' }]))
})

test('a date in the future is refused beside the field; a past one chooses the wording of its day', async () => {
  const { dialog, decided } = await opened()
  await userEvent.keyboard('[Digit1]')
  const day = dialog.getByLabelText<HTMLInputElement>('Date de la réponse')
  await userEvent.clear(day)
  await userEvent.type(day, '18/09/2999{Enter}')
  expect(await dialog.findByText(/ne peut pas être dans le futur/)).toBeTruthy()
  await userEvent.clear(day)
  await userEvent.type(day, '18/09/2018')
  const time = dialog.getByLabelText<HTMLInputElement>('Heure de la réponse')
  await userEvent.clear(time)
  await userEvent.type(time, '06:56{Enter}')
  await waitFor(() =>
    expect(decided()).toMatchObject([{ at: new Date(2018, 8, 18, 6, 56).getTime(), wordings: [21] }]),
  )
})

test('others of the channel are granted in the same decision', async () => {
  const { dialog, decided } = await opened()
  await userEvent.click(dialog.getByLabelText('Envoi de SMS techniques'))
  expect(dialog.queryByLabelText('Envoi de mails commerciaux')).toBeNull()
  await waitFor(() =>
    expect(dialog.getByText('Envoi de SMS techniques & Envoi de SMS commerciaux')).toBeTruthy(),
  )
  await userEvent.click(dialog.getByRole('radio', { name: /Écrit/ }))
  await userEvent.click(dialog.getByRole('button', { name: /Valider/ }))
  await waitFor(() => expect(decided()[0]?.indicators.toSorted()).toEqual([1, 2]))
})

test('a refusal of the core keeps all that was typed, and says why', async () => {
  const { dialog, decided } = await opened({
    decide: () => {
      throw refusal('disk_full')
    },
  })
  await userEvent.type(dialog.getByLabelText(/Précision/), 'bulletin')
  await userEvent.click(dialog.getByRole('radio', { name: /Écrit/ }))
  await userEvent.keyboard('[Enter]')
  expect((await dialog.findByRole('alert')).textContent).toContain('disque est plein')
  expect(decided()).toHaveLength(1)
  expect(dialog.getByLabelText<HTMLInputElement>(/Précision/).value).toBe('bulletin')
  expect(dialog.getByRole<HTMLInputElement>('radio', { name: /Écrit/ }).checked).toBe(true)
  expect(nextSwitch().getAttribute('aria-checked')).toBe('mixed')
})

test('an agreement that was sealed is not said to have failed because its row could not be read', async () => {
  const { decided } = await opened({
    history: () => {
      throw refusal('file_busy')
    },
  })
  await userEvent.keyboard('[Digit1][Enter]')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(decided()).toHaveLength(1)
})

test('files are looked at as soon as they are chosen: refused beside the buttons, or listed and sealed', async () => {
  const paths = ['/home/claire/notes.txt', '/home/claire/bulletin.pdf']
  const { dialog, decided } = await opened(
    {
      look_at_evidence: ({ path }) => {
        if (path.endsWith('.txt')) throw refusal('evidence_type_unknown')
        return { name: 'bulletin.pdf', media_type: 'pdf', size: 12 }
      },
    },
    { pick_file: () => paths.shift() },
  )
  await userEvent.click(dialog.getByRole('button', { name: 'Fichier' }))
  expect((await dialog.findByRole('alert')).textContent).toContain('ni une image')
  await userEvent.click(dialog.getByRole('button', { name: 'Fichier' }))
  expect(await dialog.findByRole('button', { name: 'Retirer bulletin.pdf' })).toBeTruthy()
  expect(dialog.queryByRole('alert')).toBeNull()
  await userEvent.click(dialog.getByRole('radio', { name: /Oral/ }))
  await userEvent.click(dialog.getByRole('button', { name: /Valider/ }))
  await waitFor(() =>
    expect(decided()[0]?.evidence).toEqual([{ kind: 'file', path: '/home/claire/bulletin.pdf' }]),
  )
})

test('an agreement that stands is withdrawn at once, without a question', async () => {
  const calls = answering(
    decidingCore(7, (state) => (state.indicator === 2 ? { state: 'granted', decision: 1 } : {})),
  )
  render(Consenting, { number: 7 })
  const on = await screen.findByRole('checkbox', { name: 'Envoi de SMS commerciaux' })
  expect(on.getAttribute('aria-checked')).toBe('true')
  on.focus()
  await userEvent.keyboard(' ')
  await waitFor(() => expect(nextSwitch().getAttribute('aria-checked')).not.toBe('true'))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(calls.filter((call) => call.command === 'decide').map((call) => call.request)).toMatchObject([
    { answer: 'withdrawn', indicators: [2], mode: '' },
  ])
  expect(toasts.items[0]?.title).toBe('Scellé\u00a0: Arrêt d’envoi de SMS')
})
