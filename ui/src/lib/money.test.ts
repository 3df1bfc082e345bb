import { afterEach, expect, test } from 'vitest'
import { language } from '$lib/i18n/first'
import { euros, percent, readBalance, readEuros, typedEuros } from './money'

afterEach(() => language.use('fr'))

test('amounts are written as on French papers, in groups of three, with their cents', () => {
  expect(euros(0)).toBe('0,00\u00a0€')
  expect(euros(4905)).toBe('49,05\u00a0€')
  expect(euros(123_456_789)).toBe('1\u202f234\u202f567,89\u00a0€')
  expect(euros(-2042)).toBe('\u221220,42\u00a0€')
  expect(percent(210)).toBe('2,1\u00a0%')
  expect(percent(2000)).toBe('20\u00a0%')
})

test('English writes them in its own way, and reads back what it writes', async () => {
  await language.use('en')
  expect(euros(4990)).toBe('€49.90')
  expect(euros(123_456_789)).toBe('€1,234,567.89')
  expect(euros(-2042)).toBe('\u2212€20.42')
  expect(percent(210)).toBe('2.1%')
  expect(typedEuros(4990)).toBe('49.90')
  expect(readEuros('€49.90')).toBe(4990)
  expect(readEuros('49,90')).toBe(4990)
})

test.each(['fr', 'en'] as const)(
  'what is shown to be typed over is read back as it was (%s)',
  async (one) => {
    await language.use(one)
    for (const cents of [0, 5, 50, 4900, 4990, 123_450, 1_000_000_000])
      expect(readEuros(typedEuros(cents))).toBe(cents)
  },
)

test.each(['fr', 'en'] as const)(
  'a balance below zero is read with its minus, as it is typed and as it is shown (%s)',
  async (one) => {
    await language.use(one)
    for (const cents of [-1, -50, -2042, -1_000_000_000, 0, 4990]) {
      expect(readBalance(typedEuros(cents))).toBe(cents)
    }
    expect([readBalance(euros(-2042)), readBalance(' - 0,01 €'), readBalance('-0')]).toEqual([-2042, -1, 0])
    expect(['--5', '5-', '-', '', '4-5'].map(readBalance)).toEqual([null, null, null, null, null])
    expect(readEuros('-0,01')).toBeNull()
  },
)

test('what is typed over always has its cents, and says what goes back', () => {
  expect(typedEuros(4900)).toBe('49,00')
  expect(typedEuros(4905)).toBe('49,05')
  expect(typedEuros(-2042)).toBe('-20,42')
  expect(typedEuros(-5)).toBe('-0,05')
  expect(typedEuros(null)).toBe('')
})

test('amounts are read as people type them', () => {
  for (const [typed, cents] of [
    ['49', 4900],
    ['49,9', 4990],
    ['49.90', 4990],
    [' 1 234,5 € ', 123_450],
    ['1 250,05 €', 125_005],
    ['1\u202f250', 125_000],
    ['0', 0],
    ['12,', 1200],
    ['12345678', 1_234_567_800],
  ] as const) {
    expect(readEuros(typed), typed).toBe(cents)
  }
})

test('what is no amount is not guessed', () => {
  for (const typed of [
    '',
    '  ',
    '€',
    '-3',
    '-5',
    '4,905',
    '49,999',
    '1,2,3',
    '4,9,9',
    '1e3',
    ',5',
    'douze',
    '1234567890',
  ])
    expect(readEuros(typed), typed).toBeNull()
})
