import { expect, test } from 'vitest'
import { clockOf, halfHours } from './half-hours'

test('minutes of the day read as times do', () => {
  expect([480, 510, 1290].map(clockOf)).toEqual(['08:00', '08:30', '21:30'])
})

test('the lists go from the first legal minute to the last, and keep what is stored', () => {
  const legal = { from: 480, to: 1290 }
  const hours = halfHours(legal, 600)
  expect([hours[0], hours.at(-1), hours.length]).toEqual([480, 1290, 28])
  expect(halfHours(legal, 615)).toContain(615)
  expect(halfHours({ from: 485, to: 550 }, 500)).toEqual([485, 500, 510, 540, 550])
})
