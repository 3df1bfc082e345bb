// A passphrase nobody else could guess and a person can write down: eight words drawn at random.
// The lists are those of BIP-39 (2,048 words that differ in their first four letters). French words with accents are left out, so that the phrase can
// be typed on any keyboard: 1,682 remain. Eight different ones are 85.7 bits, above the 80 bits that the CNIL asks of a secret (deliberation 2022-100).
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'

export const WORD_COUNT = 8

const unaccented = (words: readonly string[]) =>
  words.filter((word) => /^[a-z]+$/.test(word.normalize('NFKD')))

export const WORDS = { fr: unaccented(french), en: unaccented(english) } as const

/** A whole number in [0, limit), every one equally likely: draws in the incomplete last range are thrown away. */
function drawBelow(limit: number, draw: () => number): number {
  const fair = Math.floor(2 ** 32 / limit) * limit
  let number = draw()
  while (number >= fair) number = draw()
  return number % limit
}

const systemDraw = () => crypto.getRandomValues(new Uint32Array(1))[0] as number

/**
 * Eight different words separated by spaces, drawn by the system's generator. `draw` gives whole numbers in [0, 2^32);
 * tests pass their own.
 */
export function suggestedPhrase(language: 'fr' | 'en', draw: () => number = systemDraw): string {
  const words = WORDS[language]
  const drawn: number[] = []
  while (drawn.length < WORD_COUNT) {
    const next = drawBelow(words.length, draw)
    if (!drawn.includes(next)) drawn.push(next)
  }
  return drawn.map((index) => words[index]).join(' ')
}
