import { expect, test } from 'vitest'
import { recentsBelow } from './recents-below'

test.each([
  [0, 696, 6],
  [6, 696, 3],
  [7, 696, 0],
  [1, 768, 9],
  [8, 768, 3],
  [9, 768, 0],
  [12, 1080, 9],
  [40, 1080, 0],
])('%i results in a window %i high leave room for %i', (results, height, expected) => {
  expect(recentsBelow(results, height)).toBe(expected)
})
