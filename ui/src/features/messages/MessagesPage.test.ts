import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type {} from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { message, writingCore } from '$lib/messages/fixture'
import type { Begun } from '$lib/messages/outbox.svelte'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import MessagesPage from './MessagesPage.svelte'

const kept = () => [
  message(1, { state: 'sent', sent_at: 1 }),
  message(2, { client: 8, client_name: 'MARTIN Élise', state: 'failed', failed_because: 'address_refused' }),
  message(3, { client: 9, client_name: 'PETIT Hugo', state: 'unsure', failed_because: 'interrupted' }),
  message(4),
]
async function open(messages = kept(), more: Answers = {}, begun: Begun = {}) {
  const calls = answering({ ...writingCore(messages), ...more })
  render(MessagesPage, { begun })
  await screen.findByRole('table', { name: 'Envois' })
  return calls
}

beforeEach(() => {
  router.reset({ name: 'messages' })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('the page is over all clients, says how many wait and how many need somebody', async () => {
  const calls = await open()
  expect(requests(calls, 'messages')[0]).toMatchObject({ number: null, limit: 10 })
  expect(screen.getByText('1 message en attente')).toBeTruthy()
  expect(screen.getByText('2 messages à reprendre')).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir la fiche\u00a0: MARTIN Élise' }))
  expect(router.page).toEqual({ name: 'record', number: 8 })
})

test('R tries again the message that has the keyboard, else all that failed', async () => {
  const calls = await open()
  await userEvent.keyboard('r')
  await waitFor(() => expect(requests(calls, 'retry_message')).toEqual([{ id: 2 }]))
})

test('one that may not leave keeps none of the others, and it is told how many stay and why', async () => {
  const failed = Array.from({ length: 60 }, (_, index) => message(index + 1, { state: 'failed' }))
  const core = writingCore([...failed, message(61)])
  const calls = await open([], {
    ...core,
    retry_message: ({ id }) => {
      if (id > 2) return core.retry_message({ id })
      throw { ...refusal('message_blocked'), params: { reason: 'withdrawn' } }
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Tout réessayer' }))
  await waitFor(() => expect(toasts.items).toHaveLength(1))
  expect(requests(calls, 'retry_message')).toHaveLength(60)
  expect(toasts.items[0]?.title.replaceAll('\u00a0', ' ')).toBe(
    '58 messages remis en attente, 2 ne peuvent pas repartir',
  )
  expect(toasts.items[0]?.text?.replaceAll('\u00a0', ' ')).toBe('2 × accord retiré')
  expect(await screen.findByRole('button', { name: 'Réessayer (2)' })).toBeTruthy()
})

test('what is about all of them ends it, and is said', async () => {
  const failed = [1, 2, 3].map((id) => message(id, { state: 'failed' }))
  const calls = await open(failed, {
    retry_message: () => {
      throw refusal('disk_full')
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Réessayer (3)' }))
  await waitFor(() => expect(toasts.items).toHaveLength(1))
  expect(requests(calls, 'retry_message')).toHaveLength(1)
})

test('what needs somebody is shown alone, page by page, and ends where the others begin', async () => {
  const kinds = ['blocked', 'sent', 'failed', 'pending', 'unsure'] as const
  const calls = await open(
    Array.from({ length: 20 }, (_, index) => message(index + 1, { state: kinds[index % 5] ?? 'sent' })),
    {},
    { state: 'trouble' },
  )
  const lines = () =>
    within(screen.getByRole('table', { name: 'Envois' }))
      .getAllByRole('row')
      .slice(1)
      .map((line) => line.textContent)
  await waitFor(() => expect(lines()).toHaveLength(10))
  expect(screen.getByText('1 à 10 sur 12')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Client' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Page suivante' }))
  await waitFor(() => expect(lines()).toHaveLength(2))
  expect(lines().every((line) => line.includes('Bloqué'))).toBe(true)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Page suivante' }).disabled).toBe(true)
  expect(requests(calls, 'messages')[0]).toMatchObject({ sort: { column: 'state', descending: false } })
})

test('↓ and ↑ go from one message to the next', async () => {
  await open()
  const opens = within(screen.getByRole('table', { name: 'Envois' })).getAllByRole('button', {
    expanded: false,
  })
  opens[0]?.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(opens[1])
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(document.activeElement).toBe(opens.at(-1))
})

test('the heads sort by client, date and state, and say which way', async () => {
  const calls = await open()
  const head = (name: string) => screen.getByRole('columnheader', { name })
  expect(head('Date envoi').getAttribute('aria-sort')).toBe('descending')
  await userEvent.click(screen.getByRole('button', { name: 'Client' }))
  await waitFor(() => expect(head('Client').getAttribute('aria-sort')).toBe('ascending'))
  expect(head('Date envoi').hasAttribute('aria-sort')).toBe(false)
  const names = () =>
    screen.getAllByRole('button', { name: /^Ouvrir la fiche/ }).map((button) => button.textContent)
  await waitFor(() => expect(names()).toEqual(['DUPONT Laura', 'DUPONT Laura', 'MARTIN Élise', 'PETIT Hugo']))
  await userEvent.click(screen.getByRole('button', { name: 'Client' }))
  await waitFor(() => expect(names()[0]).toBe('PETIT Hugo'))
  await userEvent.click(screen.getByRole('button', { name: 'Statut' }))
  await waitFor(() =>
    expect(requests(calls, 'messages').at(-1)).toMatchObject({
      sort: { column: 'state', descending: false },
      after: null,
    }),
  )
  expect(screen.queryByRole('button', { name: 'Message' })).toBeNull()
})

test('a state narrows the list, and the total is no longer claimed', async () => {
  const calls = await open()
  expect(screen.getByText('1 à 4 sur 4')).toBeTruthy()
  const list = screen.getByLabelText<HTMLSelectElement>('Statut')
  // happy-dom does not know which option is `:checked`, which Svelte asks it.
  vi.spyOn(list, 'querySelector').mockImplementation((): Element | null => list.selectedOptions[0] ?? null)
  await userEvent.selectOptions(list, 'unsure')
  await waitFor(() => expect(requests(calls, 'messages').at(-1)).toMatchObject({ state: 'unsure' }))
  expect(await screen.findByText('1 à 1')).toBeTruthy()
})
