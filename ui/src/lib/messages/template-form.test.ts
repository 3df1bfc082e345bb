import { expect, test } from 'vitest'
import { ApiFailure, type ErrorCode } from '$lib/api'
import { template } from './fixture'
import { refusedField } from './template-form.svelte'
import { textOf } from './templates.svelte'

const about = (
  code: ErrorCode,
  more: Parameters<typeof template>[2] = {},
  params: Record<string, string> = {},
) => refusedField(new ApiFailure({ code, params, fields: [] }), textOf(template(1, 'Essai', more)))

test('a refusal is said beside the field that it is about', () => {
  expect(about('name_taken')).toBe('name')
  expect(about('field_unknown', { body: 'Bonjour {pointure}' }, { field: 'pointure' })).toBe('body')
  expect(about('field_unknown', { channel: 'mail', subject: '{Pointure}' }, { field: 'pointure' })).toBe(
    'subject',
  )
  expect(about('template_malformed', { channel: 'mail', subject: 'Bonjour {nom' })).toBe('subject')
  expect(about('template_malformed', { body: 'Bonjour {nom' })).toBe('body')
  expect(about('text_missing', { channel: 'mail', subject: ' ' })).toBe('subject')
  expect(about('text_missing', { body: '' })).toBe('body')
  expect(about('name_too_long', { body: 'x'.repeat(1531) }, { max: '1530' })).toBe('body')
  expect(about('name_too_long', { channel: 'mail', subject: 'x'.repeat(151) }, { max: '150' })).toBe(
    'subject',
  )
  expect(about('disk_full')).toBeNull()
})
