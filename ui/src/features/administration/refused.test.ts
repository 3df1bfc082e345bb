// The core says what is wrong with a form, not where: these find the field.
import { expect, test } from 'vitest'
import { ApiFailure, type ErrorCode, type NewMode, type ShopIdentity } from '$lib/api'
import { refusedWords } from './mode-field'
import { refusedField } from './shop.svelte'

const failed = (code: ErrorCode) => new ApiFailure({ code, params: {}, fields: [] })
const oral = {
  id: 1,
  code: 'oral',
  name: 'Oral',
  label: 'Accord oral',
  hint: '',
  needs_detail: false,
  uses: 0,
}

test('words of a mode', () => {
  const field = (code: ErrorCode, typed: Partial<NewMode>) =>
    refusedWords(failed(code), { name: 'Fax', label: 'Accord par fax', hint: '', ...typed }, [oral])
  expect(field('name_missing', { name: ' ' })).toBe('name')
  expect(field('name_missing', { label: '' })).toBe('label')
  expect(field('name_too_long', { hint: 'x'.repeat(61) })).toBe('hint')
  expect(field('name_taken', { name: ' oral ' })).toBe('name')
  expect(field('name_taken', { label: 'Accord oral' })).toBe('label')
  expect(field('disk_full', {})).toBeNull()
})

test('parts of the shop’s identity', () => {
  const field = (code: ErrorCode, typed: Partial<ShopIdentity>) =>
    refusedField(failed(code), {
      name: 'Vaurelle',
      address: '',
      rights_contact: '',
      privacy_notice: '',
      ...typed,
    })
  expect(field('name_missing', { name: '' })).toBe('name')
  expect(field('name_too_long', { name: 'x'.repeat(101) })).toBe('name')
  expect(field('name_too_long', { rights_contact: 'x'.repeat(401) })).toBe('rights_contact')
  expect(field('disk_full', {})).toBeNull()
})
