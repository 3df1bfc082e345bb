import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { DecideRequest, NewTemplate } from '$lib/api'
import { answering, type Answers } from '$lib/api/testing'
import { previewOf, template, TEMPLATES, writingCore } from '$lib/messages/fixture'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import Consenting from './Consenting.test.svelte'
import { decidingCore } from './fixture'

async function opened(more: Answers = {}) {
  const calls = answering({ ...decidingCore(7), ...writingCore(), ...more })
  render(Consenting, { number: 7 })
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Envoi de SMS commerciaux' }))
  const dialog = within(await screen.findByRole('dialog'))
  const asked = (command: string) =>
    calls.filter((call) => call.command === command).map((call) => call.request)
  return { dialog, asked, decided: () => asked('decide') as DecideRequest[] }
}
const directly = 'Envoyer directement au client'

window.addEventListener('keydown', dispatch)
afterEach(() => {
  cleanup()
  toasts.clear()
})

test('nothing is sent unless it is chosen: two key presses stay two', async () => {
  const { dialog, decided, asked } = await opened()
  expect(dialog.getByRole('switch', { name: directly }).getAttribute('aria-checked')).toBe('false')
  await userEvent.keyboard('[Digit2][Enter]')
  await waitFor(() => expect(decided()).toMatchObject([{ send: null }]))
  expect(asked('preview_template')).toEqual([])
})

test('the RGPD default of the channel is proposed, shown with its fields marked, and sent with the agreement', async () => {
  const { dialog, decided } = await opened()
  await userEvent.keyboard('[Digit2]')
  await userEvent.click(dialog.getByRole('switch', { name: directly }))
  const proposed = dialog.getByRole<HTMLInputElement>('radio', { name: /Confirmation d’accord/ })
  expect(proposed.checked).toBe(true)
  await waitFor(() => expect(document.activeElement).toBe(proposed))
  const name = await dialog.findByText('DUPONT')
  expect(name.className).toBe('mf')
  expect(dialog.getByText('44 / 160 caractères · 1 SMS')).toBeTruthy()
  expect(dialog.getByText('Part dès la prochaine connexion')).toBeTruthy()
  expect(await violations(await screen.findByRole('dialog'))).toEqual([])
  await userEvent.keyboard('{Enter}')
  await waitFor(() =>
    expect(decided()).toMatchObject([
      {
        mode: 'Accord écrit',
        indicators: [2],
        send: { number: 7, template: 2, context: null, indicator: 2 },
      },
    ]),
  )
  expect(decided()).toHaveLength(1)
})

test('another channel has its own templates and default', async () => {
  const { dialog, decided } = await opened()
  await userEvent.click(dialog.getByRole('switch', { name: directly }))
  await userEvent.click(dialog.getByRole('button', { name: 'Mail' }))
  expect(dialog.queryByRole('radio', { name: /Demande d’accord/ })).toBeNull()
  expect(await dialog.findByText('Objet :')).toBeTruthy()
  await userEvent.click(dialog.getByRole('radio', { name: /Oral/ }))
  await userEvent.click(dialog.getByRole('button', { name: /Valider/ }))
  await waitFor(() => expect(decided()).toMatchObject([{ send: { template: 4 } }]))
})

test('what has nothing to do with agreements is not proposed here', async () => {
  const { dialog } = await opened()
  await userEvent.click(dialog.getByRole('switch', { name: directly }))
  expect(await dialog.findByRole('radio', { name: /Demande d’accord/ })).toBeTruthy()
  expect(dialog.queryByRole('radio', { name: /Votre montre/ })).toBeNull()
})

test('characters that halve an SMS are pointed out, with what could stand for them', async () => {
  const forcing = [{ character: 'ê', count: 1, instead: 'e' }]
  const { dialog } = await opened({
    preview_template: () =>
      previewOf('Fête', {
        count: { encoding: 'ucs2', characters: 4, units: 4, segments: 1, left: 66, forcing },
      }),
  })
  await userEvent.click(dialog.getByRole('switch', { name: directly }))
  expect(await dialog.findByText(/ê \(plutôt e\)/)).toBeTruthy()
  expect(dialog.getByText('4 / 70 caractères · 1 SMS')).toBeTruthy()
})

test('« Nouveau modèle » opens over the agreement, and what is added is chosen; the agreement is not sealed by it', async () => {
  const kept = [...TEMPLATES]
  const { dialog, decided, asked } = await opened({
    templates: () => [...kept],
    create_template: (made: NewTemplate) => {
      const stored = { ...template(8, made.name), ...made, rgpd_default: false }
      kept.push(stored)
      return stored
    },
  })
  await userEvent.keyboard('[Digit2]')
  await userEvent.click(dialog.getByRole('switch', { name: directly }))
  await userEvent.click(dialog.getByRole('button', { name: 'Nouveau modèle' }))
  const [, over] = await screen.findAllByRole('dialog')
  const form = within(over as HTMLElement)
  await userEvent.type(form.getByLabelText(/^Nom/), 'Merci')
  await userEvent.type(form.getByLabelText('Texte'), 'Merci ')
  await userEvent.click(form.getByRole('button', { name: 'Insérer un champ' }))
  await userEvent.click(form.getByRole('menuitem', { name: /^nom/ }))
  expect(form.getByLabelText<HTMLTextAreaElement>('Texte').value).toBe('Merci {nom}')
  await userEvent.click(form.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(() =>
    expect(asked('create_template')).toEqual([
      {
        channel: 'sms',
        name: 'Merci',
        context: 'rights',
        purpose: 'rights',
        asks: false,
        subject: '',
        body: 'Merci {nom}',
      },
    ]),
  )
  await waitFor(() =>
    expect(dialog.getByRole<HTMLInputElement>('radio', { name: /Merci/ }).checked).toBe(true),
  )
  expect(decided()).toEqual([])
})
