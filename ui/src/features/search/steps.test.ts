import { expect, test } from 'vitest'
import { stepOf, stepped } from './steps'

const press = (key: string, more: KeyboardEventInit = {}) =>
  stepOf(new KeyboardEvent('keydown', { key, ...more }))

test('arrows and page keys move, and stay inside the list', () => {
  expect(stepped(0, 'next', 3)).toBe(1)
  expect(stepped(2, 'next', 3)).toBe(2)
  expect(stepped(0, 'previous', 3)).toBe(0)
  expect(stepped(3, 'page-next', 40)).toBe(13)
  expect(stepped(3, 'page-previous', 40)).toBe(0)
  expect(stepped(3, 'last', 40)).toBe(39)
  expect(stepped(0, 'next', 0)).toBe(0)
})

test('a key with a modifier means something else', () => {
  expect(press('ArrowDown')).toBe('next')
  expect(press('End')).toBe('last')
  expect(press('Home', { shiftKey: true })).toBeUndefined()
  expect(press('ArrowDown', { altKey: true })).toBeUndefined()
  expect(press('a')).toBeUndefined()
})
