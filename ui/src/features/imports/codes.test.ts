// Every code that the core may send has its sentence in both languages: the core's own source says which codes there are.
import { expect, test } from 'vitest'
import { imports as en } from '$lib/i18n/en/imports'
import { imports as fr } from '$lib/i18n/fr/imports'
import notesSource from '../../../../src-tauri/core/src/imports/notes.rs?raw'
import rejectSource from '../../../../src-tauri/core/src/imports/reject.rs?raw'

const codesIn = (source: string, type: string) =>
  [...source.matchAll(new RegExp(`${type}::\\w+(?:\\([^)]*\\))? => "(\\w+)",`, 'g'))].map(
    (match) => match[1] ?? '',
  )

const reasons = codesIn(rejectSource, 'RejectCode')
const notes = codesIn(notesSource, 'NoteCode')

test('the codes are found in the core', () => {
  expect(reasons).toContain('no_name')
  expect(reasons.length).toBeGreaterThanOrEqual(13)
  expect(notes).toContain('mixed_encoding')
  expect(notes.length).toBeGreaterThanOrEqual(10)
})

test.each([
  ['fr', fr],
  ['en', en],
] as const)('each has its sentence in %s, and no sentence is left over', (_, catalogue) => {
  expect(Object.keys(catalogue.reasons).sort()).toEqual([...reasons].sort())
  expect(Object.keys(catalogue.notes).sort()).toEqual([...notes].sort())
})
