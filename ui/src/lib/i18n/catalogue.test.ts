// The two languages must say the same things with the same values in them. TypeScript sees to the keys; this sees to
// what is in the sentences.
import { describe, expect, test } from 'vitest'
import { first as enFirst } from './en/first'
import { pages as enPages } from './en/pages'
import { first as frFirst } from './fr/first'
import { pages as frPages } from './fr/pages'

const fr = { ...frFirst, ...frPages }
const en = { ...enFirst, ...enPages }

type Entry = string | ((...values: never[]) => unknown) | { [key: string]: Entry }

function* leaves(entry: Entry, path: string): Generator<[string, Entry]> {
  if (typeof entry === 'object') {
    for (const [key, value] of Object.entries(entry)) yield* leaves(value, `${path}.${key}`)
  } else yield [path, entry]
}

const at = (catalogue: object, path: string): Entry =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((entry, key) => (entry as Record<string, unknown>)[key], catalogue) as Entry

/** A value that can be recognised in a sentence, whatever type the sentence wants. */
const VALUES = [41, 43, 47, 53]

/** The values that a sentence shows, for one count and for several. */
function shown(sentence: (...values: never[]) => unknown): string {
  const call = sentence as (...values: unknown[]) => unknown
  const spoken = [VALUES, VALUES.map(() => 1), VALUES.map(() => 0)].map((values) => String(call(...values)))
  const found = VALUES.filter((value) => spoken[0]?.includes(String(value)))
  return found.join(' ')
}

const entries = [...leaves(fr as unknown as Entry, '')]
const functions = entries.filter(([, entry]) => typeof entry === 'function')
const texts = entries.filter(([, entry]) => typeof entry === 'string') as [string, string][]

/** Sentences whose values are not plain counts or texts, and which their own feature's tests cover. */
const STRUCTURED = /^\.errors\./

describe('each sentence shows the same values in both languages', () => {
  test.each(functions.filter(([path]) => !STRUCTURED.test(path)))('%s', (path, french) => {
    const english = at(en, path) as (...values: never[]) => unknown
    expect(shown(english)).toBe(shown(french as (...values: never[]) => unknown))
  })
})

test('every error says something in both languages', () => {
  const codes = Object.keys(fr.errors) as (keyof typeof fr.errors)[]
  expect(codes.length).toBeGreaterThan(20)
  for (const code of codes) {
    expect(fr.errors[code]({}).length, code).toBeGreaterThan(20)
    expect(en.errors[code]({}).length, code).toBeGreaterThan(15)
    expect(fr.errors[code]({}), code).not.toBe(en.errors[code]({}))
  }
})

test('French is typeset: no straight apostrophe, no breaking space before a double sign', () => {
  // A sentence with values in it is read with plain ones: what matters is what stands around them.
  const said = functions.map(([path, entry]) => {
    const call = entry as (...values: unknown[]) => unknown
    return [path, String(call(...VALUES))] as const
  })
  const all = [...texts, ...said]
  expect(said.length).toBeGreaterThan(50)
  for (const [path, text] of all) {
    expect(text, path).not.toMatch(/\p{L}'\p{L}/u)
    expect(text, path).not.toMatch(/ [:;?!»]|« /)
    expect(text, path).not.toContain('!')
  }
})

test('no English sentence was left in French', () => {
  const same = texts.filter(([path, text]) => text.length > 14 && at(en, path) === text)
  expect(same).toEqual([])
})
