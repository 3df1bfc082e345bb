import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type {} from '$lib/api'
import { answering, requests } from '$lib/api/testing'
import { message, writingCore } from '$lib/messages/fixture'
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
async function open() {
  const calls = answering(writingCore(kept()))
  render(MessagesPage)
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
