import { expect, test } from 'vitest'
import { euros, percent, readEuros, typedEuros } from './money'

test('amounts are written as on French papers, in groups of three, with their cents', () => {
  expect(euros(0)).toBe('0,00\u00a0€')
  expect(euros(4905)).toBe('49,05\u00a0€')
  expect(euros(123_456_789)).toBe('1\u202f234\u202f567,89\u00a0€')
  expect(euros(-2042)).toBe('\u221220,42\u00a0€')
  expect(percent(210)).toBe('2,1\u00a0%')
  expect(percent(2000)).toBe('20\u00a0%')
})

test('what is typed is read to the cent, and nothing else is taken for an amount', () => {
  for (const cents of [0, 5, 4900, 123_450]) expect(readEuros(typedEuros(cents))).toBe(cents)
  expect(readEuros(' 1 234,5 € ')).toBe(123_450)
  expect(readEuros('49.90')).toBe(4990)
  for (const typed of ['', '-3', '4,905', '1,2,3', 'douze', '12345678'])
    expect(readEuros(typed), typed).toBeNull()
})
