import { expect, test } from 'vitest'
import { ENCODINGS, SEPARATORS, withDetected } from './detection'

test('a file from an old DOS program can be read whatever was detected', () => {
  expect(withDetected(ENCODINGS, 'windows-1252')).toContain('IBM850')
})

test('what was detected is always among the choices, in its own spelling', () => {
  expect(withDetected(['UTF-8', 'windows-1252'], 'utf-8')).toEqual(['utf-8', 'windows-1252'])
  expect(withDetected(['UTF-8', 'windows-1252'], 'Shift_JIS')).toEqual(['Shift_JIS', 'UTF-8', 'windows-1252'])
  expect(withDetected(SEPARATORS, null)).toEqual(SEPARATORS)
})
