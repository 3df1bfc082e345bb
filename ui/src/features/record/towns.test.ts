import { expect, test } from 'vitest'
import { townAfter } from './towns'

test.each([
  ['one town fills an empty field', [], ['MEYMAC'], '', 'MEYMAC'],
  ['several towns leave an empty field for the user to choose', [], ['USSEL', 'SAINT-ANGEL'], '', ''],
  ['a town of the new postcode stays, whatever its case', [], ['USSEL', 'SAINT-ANGEL'], 'Ussel', 'Ussel'],
  ['a town typed by hand stays', [], ['MEYMAC'], 'Lieu-dit Chez Jean', 'Lieu-dit Chez Jean'],
  ['the town of the former postcode gives way', ['USSEL'], ['MEYMAC'], 'USSEL', 'MEYMAC'],
  [
    'the town of the former postcode gives way to a choice',
    ['MEYMAC'],
    ['USSEL', 'SAINT-ANGEL'],
    'MEYMAC',
    '',
  ],
  ['an unknown postcode changes nothing', ['USSEL'], [], 'USSEL', 'USSEL'],
])('%s', (_, former, present, town, expected) => {
  expect(townAfter({ former, present }, town)).toBe(expected)
})
