import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RepliesReport, ShownReply } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { writingCore } from '$lib/messages/fixture'
import { router } from '$lib/state/router.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import MessagesPage from './MessagesPage.svelte'
import { grouped } from './replies.svelte'

const reply = (line: number, more: Partial<ShownReply> = {}): ShownReply => ({
  line,
  number: '06 39 98 71 10',
  text: 'STOP',
  at: null,
  meaning: 'stop',
  outcome: 'stopped',
  clients: [{ number: 7, name: 'DUPONT Laura', newer_agreement: false }],
  asked: [],
  answer: null,
  again: false,
  ...more,
})
const report = (more: Partial<RepliesReport> = {}): RepliesReport => ({
  file_name: 'reponses.csv',
  replies: 4,
  known: 0,
  stopped: 1,
  clients: 2,
  waiting: 1,
  others: 1,
  shown: [
    reply(2, {
      clients: [
        { number: 7, name: 'DUPONT Laura', newer_agreement: true },
        { number: 8, name: 'DUPONT Marc', newer_agreement: false },
      ],
    }),
    reply(3, { outcome: 'unknown', number: '06 39 98 00 00', clients: [] }),
    reply(4, {
      outcome: 'to_record',
      meaning: 'harmless',
      text: 'oui',
      answer: 'yes',
      asked: [{ client: 7, indicator: 2, name: 'Envoi de SMS commerciaux', at: 0 }],
    }),
  ],
  unread: [{ line: 9, number: 'abc', text: 'Stop à tout', meaning: 'stop' }],
  beyond: 0,
  ...more,
})

async function open(answers: Answers, path: string | null = '/c/reponses.csv') {
  const calls = answering({ ...writingCore([]), ...answers }, { pick_file: () => path })
  render(MessagesPage)
  await userEvent.click(await screen.findByRole('button', { name: 'Importer les réponses…' }))
  return calls
}

beforeEach(() => router.reset({ name: 'messages' }))
afterEach(() => {
  cleanup()
  toasts.clear()
})

test('what a person must do something about comes first', () => {
  expect(grouped(report()).map(({ outcome }) => outcome)).toEqual(['to_record', 'unknown', 'stopped'])
})

test('the replies are read from the chosen file, and all that became of them is told', async () => {
  const calls = await open({ import_replies: () => report() })
  const dialog = within(await screen.findByRole('dialog'))
  expect(requests(calls, 'import_replies')).toEqual([{ path: '/c/reponses.csv' }])
  expect(dialog.getByText('1 arrêt enregistré pour 2 fiches', { collapseWhitespace: true })).toBeTruthy()
  const stopped = within(dialog.getByRole('table', { name: /^Arrêts enregistrés/ }))
  expect(stopped.getByText(/numéro partagé par 2\sfiches/)).toBeTruthy()
  expect(stopped.getByText(/accord plus récent/)).toBeTruthy()
  expect(dialog.getByRole('table', { name: /^Numéros inconnus/ }).textContent).toContain('06 39 98 00 00')
  const asked = dialog.getByRole('table', { name: /^À enregistrer/ }).textContent
  expect(asked).toContain('répond oui')
  expect(asked).toContain('Envoi de SMS commerciaux')
  expect(dialog.getByText('demande un arrêt').parentElement?.textContent).toContain('Stop à tout')
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(stopped.getByRole('button', { name: /DUPONT Marc$/ }))
  await waitFor(() => expect(router.page).toEqual({ name: 'record', number: 8 }))
})

test('the same file brings nothing twice, and says so', async () => {
  await open({
    import_replies: () =>
      report({ stopped: 0, clients: 0, waiting: 0, known: 3, others: 1, shown: [], unread: [] }),
  })
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('Aucun arrêt nouveau.')).toBeTruthy()
  expect(dialog.getByText(/3\sréponses déjà traitées/)).toBeTruthy()
  expect(dialog.queryByRole('table')).toBeNull()
})

test('a STOP that may be a second one says why a person reads it, and what did not fit is told', async () => {
  const again = { outcome: 'to_read', again: true } as const
  const shown = [reply(2, again), reply(3, { ...again, meaning: 'doubtful', text: 'Fin' })]
  await open({ import_replies: () => report({ shown, beyond: 3 }) })
  const dialog = within(await screen.findByRole('dialog'))
  const [, stop, doubtful] = dialog.getAllByRole('row')
  expect(stop?.textContent).toContain('un accord est enregistré depuis')
  expect(doubtful?.textContent).toContain('déjà montrée')
  expect(dialog.getByText(/3\sréponses de plus ne tiennent pas ici/)).toBeTruthy()
})

test('no file chosen asks nothing of the core; a file that is none says why', async () => {
  const none = await open({}, null)
  expect(requests(none, 'import_replies')).toEqual([])
  cleanup()
  await open({
    import_replies: () => {
      throw refusal('replies_no_number')
    },
  })
  expect((await screen.findByRole('alert')).textContent).toContain('pas de colonne pour les numéros')
  expect(screen.queryByRole('dialog')).toBeNull()
})
