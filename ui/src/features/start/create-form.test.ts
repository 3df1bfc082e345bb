import { expect, test } from 'vitest'
import { fieldOf, problemsOf } from './create-form'

const filled = {
  shopName: 'Maison Vaurelle',
  path: '/c/vaurelle.ecrin',
  passphrase: 'sept mots',
  again: 'sept mots',
}

test('a filled form has no problem, whether or not the rating has come back', () => {
  expect(problemsOf(filled, null)).toEqual({})
  expect(problemsOf(filled, { weakness: null })).toEqual({})
})

test('every empty field is named at once, and the second phrase is not blamed for the first', () => {
  expect(problemsOf({ shopName: ' ', path: '', passphrase: '', again: '' }, null)).toEqual({
    shopName: 'missing',
    path: 'missing',
    passphrase: 'missing',
  })
})

test('a weak phrase stops the form, as do two that differ by a space', () => {
  expect(problemsOf(filled, { weakness: 'too_short' })).toEqual({ passphrase: 'weak' })
  expect(problemsOf({ ...filled, again: 'sept mots ' }, null)).toEqual({ again: 'different' })
})

test('a refusal of the place shows beside the place, a full disk above the form', () => {
  expect(fieldOf('file_exists')).toBe('path')
  expect(fieldOf('passphrase_weak')).toBe('passphrase')
  expect(fieldOf('disk_full')).toBeNull()
})
