import { beforeEach, expect, test } from 'vitest'
import { shopAt } from './fixture'
import { outliving } from './outliving'
import { session } from './session.svelte'

interface Work {
  running: boolean
}
let pages: ReturnType<typeof outliving<Work>>

beforeEach(async () => {
  await session.enter(shopAt('/tmp/essai.ecrin'))
  pages = outliving<Work>(() => ({ running: false }))
})

test('what runs is found again, also by a page that comes before the other is gone', () => {
  const work = pages.take()
  work.running = true
  const first = pages.watch(work)
  expect(pages.take()).toBe(work)
  const second = pages.watch(work)
  first()
  expect(pages.isUnwatched(work)).toBe(false)
  second()
  expect(pages.isUnwatched(work)).toBe(true)
  expect(pages.take()).toBe(work)
})

test('what ended unseen is found once, and what does not run goes with its page', () => {
  const work = pages.take()
  work.running = true
  pages.watch(work)()
  work.running = false
  expect(pages.take()).toBe(work)
  pages.watch(work)()
  expect(pages.take()).not.toBe(work)
})

test('a page that is opened again begins afresh where nothing runs', () => {
  const work = pages.take()
  const left = pages.watch(work)
  const next = pages.take()
  expect(next).not.toBe(work)
  const stays = pages.watch(next)
  left()
  next.running = true
  stays()
  expect(pages.take()).toBe(next)
})

test('another file knows nothing of it', async () => {
  const work = pages.take()
  work.running = true
  pages.watch(work)()
  await session.enter(shopAt('/tmp/autre.ecrin'))
  expect(pages.isUnwatched(work)).toBe(false)
  expect(pages.take()).not.toBe(work)
})
