import { expect, test } from 'vitest'
import { gapAt, intoGap, shifted } from './order'

test('a line moves by one place, and stops at the ends of the list', () => {
  expect(shifted([1, 2, 3], 2, -1)).toEqual([2, 1, 3])
  expect(shifted([1, 2, 3], 2, 1)).toEqual([1, 3, 2])
  expect(shifted([1, 2, 3], 1, -1)).toEqual([1, 2, 3])
  expect(shifted([1, 2, 3], 3, 1)).toEqual([1, 2, 3])
  expect(shifted([1, 2, 3], 9, 1)).toEqual([1, 2, 3])
})

test('a line dropped into a gap stands there; the gaps beside it change nothing', () => {
  expect(intoGap([1, 2, 3, 4], 3, 0)).toEqual([3, 1, 2, 4])
  expect(intoGap([1, 2, 3, 4], 1, 4)).toEqual([2, 3, 4, 1])
  expect(intoGap([1, 2, 3, 4], 1, 2)).toEqual([2, 1, 3, 4])
  expect(intoGap([1, 2, 3, 4], 2, 1)).toEqual([1, 2, 3, 4])
  expect(intoGap([1, 2, 3, 4], 2, 2)).toEqual([1, 2, 3, 4])
})

test('the nearest gap is told by the middle of each line', () => {
  const lines = [
    { top: 0, bottom: 40 },
    { top: 40, bottom: 80 },
  ]
  expect([-10, 19, 21, 59, 61, 500].map((y) => gapAt(y, lines))).toEqual([0, 0, 1, 1, 2, 2])
})
