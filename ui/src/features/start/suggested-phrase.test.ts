import { describe, expect, test } from 'vitest'
import { suggestedPhrase, WORD_COUNT, WORDS } from './suggested-phrase'

describe.each(['fr', 'en'] as const)('a suggested phrase in %s', (language) => {
  test('carries at least 80 bits, its words being different', () => {
    const size = WORDS[language].length
    expect(new Set(WORDS[language]).size).toBe(size)
    const bits = Array.from({ length: WORD_COUNT }, (_, at) => Math.log2(size - at)).reduce((a, b) => a + b)
    expect(bits).toBeGreaterThanOrEqual(80)
  })

  test('can be typed on any keyboard', () => {
    expect(suggestedPhrase(language)).toMatch(/^[a-z]+( [a-z]+){7}$/)
  })

  test('differs each time', () => {
    const phrases = new Set(Array.from({ length: 50 }, () => suggestedPhrase(language)))
    expect(phrases.size).toBe(50)
  })
})

test('a draw beyond the last whole range is thrown away, so that no word is likelier than another', () => {
  const size = WORDS.fr.length
  const draws = [2 ** 32 - 1, size + 3, 0, 1, 2, 4, 5, 6, 7]
  const phrase = suggestedPhrase('fr', () => draws.shift() as number)
  expect(phrase.split(' ')[0]).toBe(WORDS.fr[3])
  expect(draws).toHaveLength(0)
})

test('a word drawn twice is drawn again', () => {
  const draws = [9, 9, 1, 2, 3, 4, 5, 6, 7]
  const phrase = suggestedPhrase('fr', () => draws.shift() as number)
  expect(new Set(phrase.split(' ')).size).toBe(WORD_COUNT)
})
