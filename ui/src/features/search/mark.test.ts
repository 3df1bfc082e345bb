import { describe, expect, test } from 'vitest'
import { markEmail, markPhone, markWords, phoneDigits, shownPhone, tokens, type Segment } from './mark'

/** « [DUP]ONT »: the marked parts in brackets. */
const shown = (segments: Segment[]) => segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('the marked part of a name', () => {
  test.each([
    ['DUPONT', 'dup', '[DUP]ONT'],
    ['LEFÈVRE', 'lefe', '[LEFÈ]VRE'],
    ['LEFE\u0300VRE', 'lefe', '[LEFE\u0300]VRE'],
    ['Lœillet', 'loei', '[Lœi]llet'],
    ['Lœillet', 'lo', '[Lœ]illet'],
    ['Łukasz', 'luk', '[Łuk]asz'],
    ['Großmann', 'gross', '[Groß]mann'],
    ['DUPONT-REY', 'rey', 'DUPONT-[REY]'],
    ['DUPONT-REY', 'rey dup', '[DUP]ONT-[REY]'],
    ['D’ARTAGNAN', "d'art", '[D]’[ART]AGNAN'],
    ['Lycée de la Plaine', 'la', 'Lycée de [la] Plaine'],
    ['DUPONT', '', 'DUPONT'],
    ['DUPONT', '  ', 'DUPONT'],
    ['DUPONT', 'pont', 'DUPONT'],
    ['', 'a', ''],
  ])('%s for « %s » is %s', (text, query, expected) => {
    expect(shown(markWords(text, query))).toBe(expected)
  })

  test('loses and adds no character', () => {
    const text = 'Mme Œuvrard-N’Guyen 🎁 de la Tour'
    const joined = markWords(text, 'oeu ng to')
    expect(joined.map((segment) => segment.text).join('')).toBe(text)
  })
})

test('a query is cut where the core cuts it', () => {
  expect(tokens("D'Artagnan  Saint-Ouën")).toEqual(['d', 'artagnan', 'saint', 'ouen'])
})

test('of an e-mail address only the local part is searched, so only it is marked', () => {
  expect(shown(markEmail('contact.dupre@dupre.example', 'dup'))).toBe('contact.[dup]re@dupre.example')
})

describe('phone numbers', () => {
  test.each([
    ['06 39 98 71 10', '063998', '[06 39 98] 71 10'],
    ['06 39 98 71 10', '06.39', '[06 39] 98 71 10'],
    ['06 39 98 71 10', '7110', '06 39 98 [71 10]'],
    ['06 39 98 71 10', '+33 6 39', '[06 39] 98 71 10'],
    ['06 39 98 71 10', 'dupont', '06 39 98 71 10'],
    ['06 39 98 71 10', '5', '06 39 98 71 10'],
  ])('%s for « %s » is %s', (phone, query, expected) => {
    expect(shown(markPhone(phone, query))).toBe(expected)
  })

  test('a name is no phone number, and an international prefix is the national 0', () => {
    expect(phoneDigits('dupont 06')).toBe('')
    expect(phoneDigits('+33 (6) 39')).toBe('0639')
    expect(phoneDigits('0033639')).toBe('0639')
  })

  test('the row shows the number that matched, else the mobile', () => {
    const row = { phone: '01 99 00 11 17', mobile: '06 39 98 71 10' }
    expect(shownPhone(row, '0199')).toBe('01 99 00 11 17')
    expect(shownPhone(row, 'dup')).toBe('06 39 98 71 10')
    expect(shownPhone({ phone: '01 99 00 11 17', mobile: '' }, 'dup')).toBe('01 99 00 11 17')
  })
})
