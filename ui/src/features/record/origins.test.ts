import { expect, test } from 'vitest'
import { addOrigin, removeOrigin, splitOrigins } from './origins'

test('origins are parted by commas, blanks do not count', () => {
  expect(splitOrigins(' Boutique ,, Salon 2016,')).toEqual(['Boutique', 'Salon 2016'])
  expect(splitOrigins('')).toEqual([])
})

test('an origin is added once, whatever its case or accents', () => {
  expect(addOrigin('Boutique', 'Salon')).toBe('Boutique, Salon')
  expect(addOrigin('Boutique', ' boutique ')).toBe('Boutique')
  expect(addOrigin('Boutique', '  ')).toBe('Boutique')
})

test('a comma inside an origin cannot make two of it', () => {
  expect(splitOrigins(addOrigin('', 'Salon, Paris'))).toHaveLength(1)
})

test('one origin is taken away, the others keep their order', () => {
  expect(removeOrigin('A, B, C', 'B')).toBe('A, C')
})
