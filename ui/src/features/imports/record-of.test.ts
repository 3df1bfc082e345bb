import { expect, test } from 'vitest'
import { recordOf, shownValue } from './record-of'

test('a row becomes a record by its mapping', () => {
  expect(recordOf(['Mme', ' Lœuillet ', 'oui'], ['civility', 'last_name', null])).toEqual({
    civility: 'Mme',
    last_name: 'Lœuillet',
  })
})

test('a row that is too short leaves its last fields empty', () => {
  expect(recordOf(['Durand'], ['last_name', 'town'])).toEqual({ last_name: 'Durand', town: '' })
})

test('the first of two columns on one field is the one shown', () => {
  expect(recordOf(['a', 'b'], ['town', 'town'])).toEqual({ town: 'a' })
})

test('an account is shown by its ends alone', () => {
  const iban = 'FR76 3000 6000 0112 3456 7890 189'
  expect(recordOf([iban], ['bank_iban']).bank_iban).toBe('FR76 •••• •••• 0189')
  expect(shownValue('bank_holder', 'Rey Léa')).toBe('Rey Léa')
})

test('a huge cell is cut', () => {
  expect(recordOf(['x'.repeat(10_000_000)], ['town']).town).toHaveLength(121)
})
