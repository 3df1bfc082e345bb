import { expect, test } from 'vitest'
import { prefill } from './prefill'

test.each([
  ['dupz', { last_name: 'DUPZ', first_name: '' }],
  [' dupz  laura marie ', { last_name: 'DUPZ', first_name: 'Laura Marie' }],
  ['06 39 98 71 10', { mobile: '06 39 98 71 10' }],
  ['+33 6 39 98 71 10', { mobile: '+33 6 39 98 71 10' }],
  ['01 99 00 11 17', { phone: '01 99 00 11 17' }],
  ['laura@courriel.example', { email: 'laura@courriel.example' }],
])('« %s » fills %o', (query, expected) => {
  expect(prefill(query)).toEqual(expected)
})
