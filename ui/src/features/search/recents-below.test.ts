import { expect, test } from 'vitest'
import { recentsBelow } from './recents-below'

test.each([
  // A window of 1366 × 768, and the same with a title and a task bar; the notice of the demonstration takes forty more.
  [7, 610, 1366, 9],
  [7, 538, 1366, 6],
  [7, 498, 1366, 3],
  [10, 610, 1366, 3],
  [11, 538, 1366, 0],
  [1, 610, 1366, 9],
  [0, 538, 1366, 6],
  [12, 920, 1920, 9],
  [40, 920, 1920, 0],
  [3, 0, 1366, 0],
])(
  '%i results in a list %i high of a window %i wide leave room for %i',
  (results, height, width, expected) => {
    expect(recentsBelow(results, height, width)).toBe(expected)
  },
)
