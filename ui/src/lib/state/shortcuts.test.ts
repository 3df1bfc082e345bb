import { afterEach, describe, expect, test, vi } from 'vitest'
import { dispatch, matches, shortcuts, type Shortcut } from './shortcuts.svelte'

const key = (init: KeyboardEventInit, target: HTMLElement = document.body) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
  Object.defineProperty(event, 'target', { value: target })
  return event
}

let lifts: (() => void)[] = []
const add = (...layer: Shortcut[]) => {
  const lift = shortcuts(layer)
  lifts.push(lift)
  return lift
}

afterEach(() => {
  lifts.forEach((lift) => lift())
  lifts = []
  document.body.replaceChildren()
})

describe('an AZERTY keyboard', () => {
  test('digits are matched by their place, since « & » is written where the 1 is', () => {
    const event = key({ key: '&', code: 'Digit1', ctrlKey: true })
    expect(matches({ key: '1', ctrl: true, run: vi.fn() }, event)).toBe(true)
  })

  test('letters are matched by what they write, since Z is where the W is elsewhere', () => {
    const event = key({ key: 'z', code: 'KeyW', ctrlKey: true })
    expect(matches({ key: 'z', ctrl: true, run: vi.fn() }, event)).toBe(true)
    expect(matches({ key: 'w', ctrl: true, run: vi.fn() }, event)).toBe(false)
  })
})

test('a modifier more or less is another shortcut', () => {
  const run = vi.fn()
  expect(matches({ key: 'k', ctrl: true, run }, key({ key: 'k' }))).toBe(false)
  expect(matches({ key: 'k', ctrl: true, run }, key({ key: 'k', ctrlKey: true, altKey: true }))).toBe(false)
  expect(matches({ key: 'k', ctrl: true, run }, key({ key: 'K', ctrlKey: true, shiftKey: true }))).toBe(false)
})

test('the newest layer wins, and gives way when it is lifted', () => {
  const below = vi.fn()
  const above = vi.fn()
  add({ key: 'k', ctrl: true, run: below })
  const lift = add({ key: 'k', ctrl: true, run: above })
  dispatch(key({ key: 'k', ctrlKey: true }))
  expect(above).toHaveBeenCalledTimes(1)
  lift()
  dispatch(key({ key: 'k', ctrlKey: true }))
  expect(below).toHaveBeenCalledTimes(1)
})

test('undo belongs to the field while one has the focus, and search does not', () => {
  const undo = vi.fn()
  const find = vi.fn()
  add({ key: 'z', ctrl: true, inFields: false, run: undo }, { key: 'k', ctrl: true, run: find })
  const input = document.body.appendChild(document.createElement('input'))
  dispatch(key({ key: 'z', ctrlKey: true }, input))
  dispatch(key({ key: 'k', ctrlKey: true }, input))
  expect(undo).not.toHaveBeenCalled()
  expect(find).toHaveBeenCalled()
  dispatch(key({ key: 'z', ctrlKey: true }))
  expect(undo).toHaveBeenCalledTimes(1)
})

test('a plain digit never fires while typing', () => {
  const run = vi.fn()
  add({ key: '1', run })
  const input = document.body.appendChild(document.createElement('input'))
  dispatch(key({ key: '1', code: 'Digit1' }, input))
  expect(run).not.toHaveBeenCalled()
})

test('an open dialog keeps the keyboard to itself', () => {
  const run = vi.fn()
  add({ key: 'k', ctrl: true, run })
  const dialog = document.body.appendChild(document.createElement('dialog'))
  dialog.setAttribute('open', '')
  dispatch(key({ key: 'k', ctrlKey: true }))
  expect(run).not.toHaveBeenCalled()
})
