import { expect, test } from 'vitest'
import { reordered, turned } from './placed'

const placed = (text: string) =>
  text.split(' ').map((word) => ({ id: word.replace('-', ''), shown: !word.startsWith('-') }))

test('those that are shown change places, and a hidden one stays where it is', () => {
  expect(reordered(placed('codes -bank incidents notes'), ['notes', 'codes', 'incidents'])).toEqual(
    placed('notes -bank codes incidents'),
  )
})

test('one is hidden and shown again in its place', () => {
  const hidden = turned(placed('codes bank notes'), 'bank', false)
  expect(hidden).toEqual(placed('codes -bank notes'))
  expect(turned(hidden, 'bank', true)).toEqual(placed('codes bank notes'))
})
