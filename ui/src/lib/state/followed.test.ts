import { beforeEach, expect, test } from 'vitest'
import { followed, ofClient, ofShop } from './followed.svelte'
import { toasts } from './toasts.svelte'

let answers: { give: (text: string) => Promise<void>; refuse: () => Promise<void> }[]
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))
const refusal = { code: 'client_removed', params: {}, fields: [] }
const failing = () => Promise.reject(Object.assign(new Error('refused'), refusal))

const asking = () =>
  followed<string>(
    () =>
      new Promise((resolve, reject) => {
        answers.push({
          give: (text) => (resolve(text), settled()),
          refuse: () => (reject(Object.assign(new Error('refused'), refusal)), settled()),
        })
      }),
    ofShop,
  )

beforeEach(() => {
  answers = []
  toasts.clear()
})

test('an older answer that comes late is dropped, and so is a refusal', async () => {
  const shown = asking()
  void shown.read()
  void shown.read()
  void shown.read()
  await answers[2]?.give('new')
  await answers[0]?.give('old')
  await answers[1]?.refuse()
  expect([shown.current, shown.refused]).toEqual(['new', null])
})

test('what was read before a write does not replace what the write made', async () => {
  const shown = asking()
  void shown.read()
  expect(await shown.write(() => Promise.resolve('written'))).toBeNull()
  await answers[0]?.give('before')
  expect(shown.current).toBe('written')
})

test('a refused write leaves what is shown, and is told where it has no place of its own', async () => {
  const shown = asking()
  void shown.read()
  await answers[0]?.give('here')
  expect(await shown.write(failing)).not.toBeNull()
  expect(toasts.items).toHaveLength(0)
  expect(await shown.attempt(failing)).toBe(false)
  expect(toasts.items).toHaveLength(1)
  expect([shown.current, shown.refused]).toEqual(['here', null])
})

test('what concerns the shop or a client is told apart', () => {
  const none = { all: false, shop: false, messages: false, clients: [] }
  expect([ofShop({ ...none, shop: true }), ofShop({ ...none, all: true }), ofShop(none)]).toEqual([
    true,
    true,
    false,
  ])
  expect(ofShop({ ...none, clients: [7] })).toBe(false)
  const seven = ofClient(7)
  expect([seven({ ...none, clients: [7] }), seven({ ...none, all: true })]).toEqual([true, true])
  expect([seven({ ...none, clients: [8] }), seven({ ...none, shop: true })]).toEqual([false, false])
})
