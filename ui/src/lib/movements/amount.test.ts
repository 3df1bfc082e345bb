import { expect, test } from 'vitest'
import { readAmount, typedAmount } from './amount'

test('amounts are read as people type them', () => {
  for (const [typed, cents] of [
    ['49', 4900],
    ['49,9', 4990],
    ['49.90', 4990],
    ['1 250,05 €', 125_005],
    ['1\u202f250', 125_000],
    ['0', 0],
    ['12,', 1200],
  ] as const) {
    expect(readAmount(typed), typed).toBe(cents)
  }
  expect(readAmount('  ')).toBeNull()
})

test('what is no amount is not guessed', () => {
  for (const typed of ['-5', '49,999', 'douze', '4,9,9', '1e3', ',5']) {
    expect(readAmount(typed), typed).toBeUndefined()
  }
})

test('an amount is shown as it would be typed, and read back as it was', () => {
  for (const cents of [0, 5, 50, 4900, 4990, 125_005]) expect(readAmount(typedAmount(cents))).toBe(cents)
  expect(typedAmount(null)).toBe('')
  expect(typedAmount(4905)).toBe('49,05')
})
