import { describe, expect, test } from 'vitest'
import type { ImportColumn, ImportField } from '$lib/api'
import { conflicts, FIELDS, isConsentColumn, leftOut, problemOf, proposedMapping, withField } from './mapping'

const columns = (...headers: [string, ImportField | null][]): ImportColumn[] =>
  headers.map(([header, field], index) => ({ index, header, field, samples: [] }))

describe('two columns on one field', () => {
  test('are both named', () => {
    expect([...conflicts(['phone', null, 'phone', 'town'])]).toEqual([['phone', [0, 2]]])
  })

  test('stop the import before the missing name does', () => {
    expect(problemOf(['phone', 'phone'])).toBe('column_twice')
  })

  test('columns left out never conflict', () => {
    expect(conflicts([null, null, 'last_name']).size).toBe(0)
  })
})

describe('a name or a company is needed', () => {
  test.each<ImportField>(['last_name', 'company'])('%s is enough', (field) =>
    expect(problemOf([null, field])).toBeNull(),
  )
  test.each<ImportField>(['first_name', 'phone', 'inactive', 'email', 'type'])('%s is not', (field) =>
    expect(problemOf([field])).toBe('no_name_column'),
  )
  test('an e-mail is enough beside the type of contact', () =>
    expect(problemOf(['email', 'type'])).toBeNull())
})

test('changing a column changes only that one, in a copy', () => {
  const before = proposedMapping(columns(['nom', 'last_name'], ['x', null]))
  expect(withField(before, 1, 'town')).toEqual(['last_name', 'town'])
  expect(before).toEqual(['last_name', null])
})

test('every field can be chosen once', () => {
  expect(FIELDS).toHaveLength(54)
  expect(new Set(FIELDS).size).toBe(54)
})

describe('columns of agreements', () => {
  test.each([
    'sms_technique',
    'sms_commercial',
    'email_technique',
    'E-mail commercial',
    'postal',
    'mode_accord',
    'Mode d’accord',
    'Newsletter',
    'opt-in',
    'RGPD',
    'consentement',
  ])('%s is one', (header) => expect(isConsentColumn(header)).toBe(true))
  test.each([
    'email',
    'telephone',
    'code postal',
    'code_postal',
    'postal_code',
    'cp',
    'portable',
    'mode de paiement',
    'nom',
  ])('%s is none', (header) => expect(isConsentColumn(header)).toBe(false))
})

test('what is left out is named, agreements apart', () => {
  const file = columns(['nom', 'last_name'], ['sms_technique', null], ['bague', null])
  const out = leftOut(file, proposedMapping(file))
  expect(out.consent.map((column) => column.header)).toEqual(['sms_technique'])
  expect(out.others.map((column) => column.header)).toEqual(['bague'])
  expect(leftOut(file, withField(proposedMapping(file), 2, 'company')).others).toEqual([])
})
