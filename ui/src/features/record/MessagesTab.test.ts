import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientRecord, Message } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { decidingCore } from '$lib/consents/fixture'
import { judged, message, previewOf, template, writingCore } from '$lib/messages/fixture'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { EMPTY } from './draft.svelte'
import RecordPage from './RecordPage.svelte'

const laura: ClientRecord = {
  number: 7,
  revision: 3,
  client: { ...EMPTY, civility: 'Mlle', last_name: 'Dupont', first_name: 'Laura', mobile: '06 39 98 71 10' },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: 0,
  inactive: null,
  restricted_at: null,
  client_since: null,
  last_contact_on: null,
  review_by: null,
  imported: null,
}
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()
const kept = (): Message[] => [
  message(1, {
    context: 'rights',
    purpose: 'rights',
    template: 'Confirmation d’accord SMS',
    body: 'Votre accord est noté.',
    state: 'sent',
    sent_at: at(2018, 8, 18, 6, 56),
  }),
  message(2, {
    context: 'selection',
    purpose: 'commercial',
    template: 'Journées Or',
    body: 'Entrée libre, du 3 au 5.',
    state: 'sent',
    sent_at: at(2018, 10, 30, 10, 15),
  }),
  message(3, {
    channel: 'mail',
    context: 'selection',
    purpose: 'commercial',
    template: 'Vœux 2019',
    address: 'laura.dupont@courriel.example',
    subject: 'Nos vœux',
    state: 'blocked',
    blocked_by: 'never_asked',
  }),
  message(4, { state: 'failed', failed_because: 'land_line', address: '01 99 00 11 17' }),
  message(5),
]

async function tab(messages = kept(), more: Answers = {}) {
  const calls = answering({
    open_client: () => laura,
    client: () => laura,
    journal: () => ({ entries: [], next: null }),
    undo_state: () => null,
    ...decidingCore(7),
    ...writingCore(messages),
    ...more,
  })
  render(RecordPage, { number: 7 })
  await screen.findByRole('heading', { level: 1 })
  await userEvent.click(screen.getByRole('tab', { name: 'Envois de SMS/Mails' }))
  await screen.findByRole('heading', { name: 'Envois' })
  return calls
}
const rows = () =>
  within(screen.getByRole('table', { name: 'Envois' }))
    .getAllByRole('row')
    .slice(1)
    .map((line) =>
      within(line)
        .getAllByRole('cell')
        .map((cell) => cell.textContent.trim().replaceAll('\u00a0', ' ')),
    )

beforeEach(() => {
  router.reset({ name: 'record', number: 7 })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('the table has the columns of the shop, the newest first, each state with its word and reason', async () => {
  await tab()
  await waitFor(() => expect(rows()).toHaveLength(5))
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent.trim())
  expect(heads).toEqual(['Contexte', 'Téléphone / Email', 'Date envoi', 'Message', 'Statut', 'Action'])
  expect(rows().map((line) => line.slice(0, 5))).toEqual([
    [
      'Relances SAV Clients',
      '06 39 98 71 10',
      '—',
      'Bonjour Mlle DUPONT, votre montre est prête.',
      'En attente dès la prochaine connexion',
    ],
    [
      'Relances SAV Clients',
      '01 99 00 11 17',
      '—',
      'Bonjour Mlle DUPONT, votre montre est prête.',
      'Échec ligne fixe, SMS impossible',
    ],
    [
      'Sélection clients ATTENTE',
      'laura.dupont@courriel.example',
      '—',
      'Nos vœux',
      'Bloqué faute de consentement',
    ],
    ['Sélection clients', '06 39 98 71 10', '30/11/2018 10:15', 'Entrée libre, du 3 au 5.', 'Envoyé'],
    ['Demande RGPD', '06 39 98 71 10', '18/09/2018 06:56', 'Votre accord est noté.', 'Envoyé'],
  ])
  expect(await violations(document.body)).toEqual([])
})

test('the contexts carry their counts, and choosing one asks the core for it', async () => {
  const calls = await tab()
  const chips = await screen.findAllByRole('button', { name: /\d$/, pressed: false })
  const shown = [screen.getByRole('button', { name: /<Tous>/ }), ...chips].map((chip) =>
    chip.textContent.trim(),
  )
  expect(shown.slice(0, 5).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    '<Tous> 5',
    'Sélection clients ATTENTE 1',
    'Sélection clients 1',
    'Demande RGPD 1',
    'Relances SAV Clients 2',
  ])
  await userEvent.click(screen.getByRole('button', { name: /ATTENTE/ }))
  await waitFor(() => expect(rows()).toHaveLength(1))
  expect(requests(calls, 'messages').at(-1)).toMatchObject({ state: 'blocked', number: 7 })
  expect(requests(calls, 'messages').at(-2)).toMatchObject({ context: 'selection', sent: false })
  await userEvent.click(screen.getByRole('button', { name: 'Mails' }))
  await waitFor(() =>
    expect(requests(calls, 'messages').findLast((one) => one.limit === 10)).toMatchObject({
      channel: 'mail',
    }),
  )
})

test('R tries what failed again, the cross calls back what waits', async () => {
  const calls = await tab()
  expect(await screen.findByRole('button', { name: 'Réessayer (1)' })).toBeTruthy()
  await userEvent.keyboard('r')
  await waitFor(() => expect(requests(calls, 'retry_message')).toEqual([{ id: 4 }]))
  await waitFor(() => expect(screen.queryByRole('button', { name: /Réessayer \(/ })).toBeNull())
  const [first] = await screen.findAllByRole('button', { name: /^Annuler l’envoi/ })
  await userEvent.click(first as HTMLElement)
  await waitFor(() => expect(requests(calls, 'cancel_message')).toEqual([{ id: 5 }]))
  await waitFor(() => expect(rows()[0]?.[4]).toBe('Annulé'))
})

test('what may have arrived is sent again only once that was confirmed', async () => {
  const calls = await tab([message(1, { state: 'unsure', failed_because: 'interrupted' })])
  await userEvent.keyboard('r')
  await userEvent.click(await screen.findByRole('button', { name: /^Réessayer\u00a0:/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Annuler' }))
  expect(requests(calls, 'retry_message')).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Renvoyer' }))
  await waitFor(() => expect(requests(calls, 'retry_message')).toEqual([{ id: 1 }]))
})

test('what is blocked for want of consent is said at the top, and the agreement is collected from there', async () => {
  await tab()
  const banner = await screen.findByRole('alert')
  expect(banner.textContent.replaceAll('\u00a0', ' ')).toContain('1 mail bloqué faute de consentement.')
  await waitFor(() => expect(banner.textContent).toContain('Envoi de mails commerciaux'))
  await userEvent.click(within(banner).getByRole('button', { name: 'Recueillir l’accord' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('heading', { level: 2 }).textContent).toContain('Comment avez-vous obtenu')
  expect(dialog.getAllByText('Envoi de mails commerciaux')[0]?.closest('.ac__sub')).toBeTruthy()
})

test('a no that was said is not asked about again', async () => {
  const said = kept().map((one) => (one.id === 3 ? { ...one, blocked_by: 'withdrawn' as const } : one))
  await tab(said)
  const banner = await screen.findByRole('alert')
  await waitFor(() => expect(banner.textContent).toContain('a retiré son accord'))
  expect(within(banner).queryByRole('button')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /^Pourquoi/ }))
  expect(await screen.findByText('Son accord a été retiré.')).toBeTruthy()
})

test('a row opened shows the text as sent and who wrote it', async () => {
  await tab()
  await userEvent.click(await screen.findByRole('button', { name: 'Votre accord est noté.' }))
  expect(await screen.findByRole('heading', { name: 'Message tel qu’envoyé' })).toBeTruthy()
  expect(screen.getByText('Confirmation d’accord SMS')).toBeTruthy()
  expect(screen.getByText('Claire V.')).toBeTruthy()
})

test('more than a page is turned by where the last one ended', async () => {
  const many = Array.from({ length: 23 }, (_, index) => message(index + 1))
  const calls = await tab(many)
  expect(await screen.findByText('1 à 10 sur 23')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Page suivante' }))
  expect(await screen.findByText('11 à 20 sur 23')).toBeTruthy()
  expect(requests(calls, 'messages').at(-1)).toMatchObject({ after: 14, limit: 10 })
  await userEvent.click(screen.getByRole('button', { name: 'Page précédente' }))
  expect(await screen.findByText('1 à 10 sur 23')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '25' }))
  expect(await screen.findByText('1 à 23 sur 23')).toBeTruthy()
})

test('Ctrl+M writes a message from anywhere in the record; Entrée sends it, Échap sends nothing', async () => {
  const calls = await tab([])
  expect(await screen.findByText('Ce client n’a encore reçu aucun message d’ici.')).toBeTruthy()
  await userEvent.click(screen.getByRole('tab', { name: 'Signalétique' }))
  await userEvent.keyboard('{Control>}m{/Control}')
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(await dialog.findByRole('radio', { name: /Votre montre est prête/ }))
  expect(await dialog.findByText(', votre montre est prête.', { exact: false })).toBeTruthy()
  expect(dialog.getByText('44 / 160 caractères · 1 SMS')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  await waitFor(() =>
    expect(requests(calls, 'queue_message')).toEqual([
      { number: 7, template: 3, context: null, indicator: null },
    ]),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('tab', { name: 'Envois de SMS/Mails', selected: true })).toBeTruthy()
})

test('a request for an agreement says which one', async () => {
  const calls = await tab([])
  await userEvent.click(screen.getByRole('button', { name: 'Nouveau message' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(await dialog.findByRole('radio', { name: /Demande d’accord/ }))
  expect(await dialog.findByLabelText('À propos de')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: /Envoyer/ }))
  await waitFor(() => expect(requests(calls, 'queue_message')).toMatchObject([{ template: 1, indicator: 1 }]))
})

test('the gate’s no keeps a message from being sent, and offers to ask', async () => {
  const calls = await tab([], {
    templates: () => [template(9, 'Soldes', { context: 'selection', purpose: 'commercial' })],
    preview_template: () =>
      previewOf('Soldes', { verdict: judged({ allowed: false, reasons: ['never_asked'] }) }),
  })
  await userEvent.click(screen.getByRole('button', { name: 'Nouveau message' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('Ne peut pas partir : faute de consentement')).toBeTruthy()
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: /Envoyer/ }).disabled).toBe(true)
  expect(dialog.getByRole('button', { name: 'Recueillir l’accord' })).toBeTruthy()
  expect(requests(calls, 'queue_message')).toEqual([])
})

test('a refusal of the core is said in the dialog, which stays', async () => {
  await tab([], {
    queue_message: () => {
      throw { ...refusal('message_blocked'), params: { reason: 'restricted' } }
    },
  })
  await userEvent.click(screen.getByRole('button', { name: 'Nouveau message' }))
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByText('44 / 160 caractères · 1 SMS')
  await userEvent.click(dialog.getByRole('button', { name: /Envoyer/ }))
  expect((await dialog.findByRole('alert')).textContent).toContain('traitement limité')
})
