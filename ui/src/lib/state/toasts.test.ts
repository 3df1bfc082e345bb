import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { router } from './router.svelte'
import { toasts } from './toasts.svelte'
import { undo } from './undo.svelte'

beforeEach(() => {
  vi.useFakeTimers()
  toasts.clear()
  toasts.release()
  router.reset({ name: 'record', number: 7 })
})
afterEach(() => vi.useRealTimers())

const titles = () => toasts.items.map((toast) => toast.title)

test('what is only said goes by itself, an offer a little later, an error never', () => {
  toasts.show({ tone: 'ok', title: 'said' })
  toasts.show({ tone: 'ok', title: 'offered', action: { label: 'Undo', run: () => undefined } })
  toasts.show({ tone: 'error', title: 'refused' })
  vi.advanceTimersByTime(7000)
  expect(titles()).toEqual(['offered', 'refused'])
  vi.advanceTimersByTime(4000)
  expect(titles()).toEqual(['refused'])
})

test('nothing goes while the pointer or the focus is on the notices, what comes meanwhile included', () => {
  toasts.show({ tone: 'ok', title: 'before' })
  toasts.hold()
  toasts.show({ tone: 'ok', title: 'meanwhile' })
  vi.advanceTimersByTime(60_000)
  expect(titles()).toEqual(['before', 'meanwhile'])
  toasts.release()
  vi.advanceTimersByTime(7000)
  expect(titles()).toEqual([])
})

test('an offer to undo stays in the search and on its record, and goes with the next task', () => {
  undo.offer('Marked inactive')
  undo.moved({ name: 'clients' })
  undo.moved({ name: 'record', number: 7 })
  expect(titles()).toEqual(['Marked inactive'])
  undo.moved({ name: 'record', number: 8 })
  expect(titles()).toEqual([])
  undo.offer('Type changed')
  undo.moved({ name: 'imports' })
  expect(titles()).toEqual([])
})
