import { expect, test } from 'vitest'
import { gapAmong, gapAt, intoGap, shifted } from './order'

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

const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 40 })
const point = (clientX: number, clientY: number) => ({ clientX, clientY })

test('the nearest gap is told by the middle of each line', () => {
  const lines = [box(0, 0), box(0, 40)]
  expect([-10, 19, 21, 59, 61, 500].map((y) => gapAt(point(0, y), lines))).toEqual([0, 0, 1, 1, 2, 2])
})

test('among cells in rows the gap is told by the middle of each cell, and the end of a row by what begins the next', () => {
  const cells = [box(0, 0), box(100, 0), box(0, 40)]
  expect(gapAmong(point(20, 10), cells)).toBe(0)
  expect(gapAmong(point(80, 10), cells)).toBe(1)
  expect(gapAmong(point(190, 10), cells)).toBe(2)
  expect(gapAmong(point(20, 50), cells)).toBe(2)
  expect(gapAmong(point(190, 50), cells)).toBe(3)
  expect(gapAmong(point(20, 500), cells)).toBe(3)
})
