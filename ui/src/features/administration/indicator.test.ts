import { expect, test } from 'vitest'
import { ApiFailure, type ErrorCode } from '$lib/api'
import { isLocked, newIndicator, purposesOf, refusedField } from './indicator.svelte'

test('a channel offers only what it serves, and another channel drops what it does not', () => {
  expect(purposesOf('postal')).not.toContain('technical')
  expect(purposesOf('phone')).toEqual(['commercial', 'b2b', 'partners'])
  const form = newIndicator()
  form.purpose = 'newsletter'
  form.channel = 'phone'
  expect(form.request).toMatchObject({ channel: 'phone', purpose: 'commercial', kind: 'opt_in' })
})

test('newsletters and their type go together, from either side', () => {
  const form = newIndicator()
  form.purpose = 'newsletter'
  expect(form.kind).toBe('newsletter')
  form.purpose = 'partners'
  expect(form.kind).toBe('opt_in')
  form.kind = 'newsletter'
  expect(form.purpose).toBe('newsletter')
  form.kind = 'opt_out'
  expect(form.purpose).toBe('commercial')
})

test('offers to the trade are for professionals, and what is no longer for the trade is for everyone', () => {
  const form = newIndicator()
  form.purpose = 'b2b'
  expect(form.audience).toBe('professionals')
  form.purpose = 'commercial'
  expect(form.audience).toBe('everyone')
})

test('the law fixes the type where consumers are prospected by SMS, mail or phone', () => {
  expect(isLocked({ channel: 'sms', purpose: 'commercial', audience: 'everyone' })).toBe(true)
  expect(isLocked({ channel: 'phone', purpose: 'partners', audience: 'everyone' })).toBe(true)
  expect(isLocked({ channel: 'sms', purpose: 'technical', audience: 'everyone' })).toBe(false)
  expect(isLocked({ channel: 'postal', purpose: 'commercial', audience: 'everyone' })).toBe(false)
  expect(isLocked({ channel: 'mail', purpose: 'b2b', audience: 'professionals' })).toBe(false)
})

test('a refusal is told beside the field that it is about', () => {
  const asked = newIndicator().request
  const field = (code: ErrorCode, typed = asked) =>
    refusedField(new ApiFailure({ code, params: {}, fields: [] }), typed)
  expect(field('name_taken')).toBe('name')
  expect(field('opt_out_forbidden')).toBe('kind')
  expect(field('indicator_unsuited')).toBe('kind')
  expect(field('indicator_unsuited', { ...asked, purpose: 'b2b' })).toBe('audience')
  expect(field('disk_full')).toBeNull()
})
