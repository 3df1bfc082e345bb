import { afterEach, expect, test, vi } from 'vitest'
import { hear, type Message } from '$lib/api'
import { announce, answering, requests } from '$lib/api/testing'
import { toasts } from '$lib/state/toasts.svelte'
import { message } from './fixture'
import { tell } from './told'

/** A core that keeps one message, which is told and then becomes something else. */
async function told(first: Partial<Message>) {
  const kept = message(3, { due_at: Date.now(), ...first })
  const calls = answering({ message: () => ({ ...kept }) })
  await hear()
  tell({ ...kept })
  const becomes = async (next: Partial<Message>) => {
    Object.assign(kept, next)
    await announce('changed', { all: false, shop: false, messages: true, clients: [] })
  }
  return { becomes, asked: () => requests(calls, 'message').length }
}
const said = () =>
  toasts.items.map(({ tone, title, text = '' }) => [tone, title, text].join(' | ').replaceAll('\u00a0', ' '))

afterEach(() => toasts.clear())

test('one that leaves is told anew once it has left', async () => {
  const { becomes, asked } = await told({})
  expect(said()).toEqual(['ok | Le message part | '])
  await becomes({ state: 'sending' })
  await becomes({ state: 'sent', sent_at: Date.now() })
  await vi.waitFor(() => expect(said()).toEqual(['ok | Le message est parti | ']))
  const before = asked()
  await becomes({ state: 'failed', failed_because: 'refused' })
  expect(asked()).toBe(before)
})

test('one that could not leave says why, and when it is tried again', async () => {
  const { becomes } = await told({})
  const due_at = new Date(2118, 0, 2, 8, 17).getTime()
  await becomes({ failed_because: 'unreachable', due_at })
  await vi.waitFor(() =>
    expect(said()).toEqual([
      'info | Le message est en attente d’envoi | serveur injoignable, nouvel essai le 02/01/2118 08:17',
    ]),
  )
})

test('one that is refused on the way stays said', async () => {
  const { becomes } = await told({})
  await becomes({ state: 'failed', failed_because: 'land_line' })
  await vi.waitFor(() => expect(said()[0]).toMatch(/^error \| Échec \| .*portable/))
})

test('one that waits for its hour is told once, with the hour', async () => {
  await told({ due_at: new Date(2118, 0, 2, 8, 0).getTime() })
  expect(said()).toEqual(['ok | Le message est en attente d’envoi | à partir du 02/01/2118 08:00'])
})
