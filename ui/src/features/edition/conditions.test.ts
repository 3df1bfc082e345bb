import { expect, test } from 'vitest'
import type { ListFieldInfo } from '$lib/api'
import { INFOS } from '$lib/lists/fixture'
import { draftOf, freshDraft, onField, readDraft, spelledDays, type Draft } from './conditions'

const infoFor = (of: string): ListFieldInfo => {
  const found = INFOS.find(({ field }) => ('field' in field ? field.field === of : field.of === of))
  if (!found) throw new Error(of)
  return found
}
const draft = (of: string, operator: Draft['operator'], ...values: string[]): Draft => ({
  id: 0,
  field: infoFor(of).field,
  operator,
  values,
})
const read = (one: Draft) => {
  const condition = readDraft(
    one,
    INFOS.find(({ field }) => field === one.field),
  )
  return typeof condition === 'string' ? condition : condition.values
}

test('days are read as people write them, and told as the core wants them', () => {
  expect(read(draft('created_at', 'from', '01/02/2016'))).toEqual(['2016-02-01'])
  expect(read(draft('created_at', 'from', '1.2.2016 '))).toEqual(['2016-02-01'])
  expect(read(draft('created_at', 'between', '01/02/2016', '31/12/2018'))).toEqual([
    '2016-02-01',
    '2018-12-31',
  ])
  expect(read(draft('created_at', 'from', '31/02/2016'))).toBe('not_a_day')
  expect(read(draft('created_at', 'between', '01/02/2016', ''))).toBe('incomplete')
})

test('a day that is still short is not asked about, and is once it is spelled', () => {
  const typed = '14/12/2018'
  const asked = Array.from(typed, (_, at) => read(draft('created_at', 'from', typed.slice(0, at + 1))))
  expect(asked.filter((one) => typeof one !== 'string')).toEqual([['2018-12-14']])
  expect(read(draft('created_at', 'from', '14/12'))).toBe('incomplete')
  expect(spelledDays('14/12/18', 'from')).toBe('14/12/2018')
  expect(spelledDays('14/12/18; 1.2.2016 ;', 'is')).toBe('14/12/2018 ; 01/02/2016')
  expect(spelledDays('hier', 'is_not')).toBe('hier')
})

test('several values stand between semicolons, where a comparison takes several', () => {
  expect(read(draft('town', 'is', 'USSEL ; Meymac;'))).toEqual(['USSEL', 'Meymac'])
  expect(read(draft('town', 'begins', 'A ; B'))).toEqual(['A ; B'])
  expect(read(draft('town', 'is', ' ; '))).toBe('incomplete')
  expect(read(draft('number', 'is', '12; 1\u202f204'))).toEqual(['12', '1204'])
  expect(read(draft('number', 'from', 'douze'))).toBe('not_a_number')
})

test('what is due may be below zero, and comes back as it was typed', () => {
  const info: ListFieldInfo = { ...infoFor('number'), kind: 'amount' }
  const below: Draft = { id: 0, field: info.field, operator: 'until', values: ['-0,01'] }
  const condition = { field: info.field, operator: 'until' as const, values: ['-1'] }
  expect(readDraft(below, info)).toEqual(condition)
  expect(draftOf(0, condition, info)).toEqual(below)
  expect(readDraft({ ...below, values: ['-'] }, info)).toBe('not_an_amount')
})

test('nothing is needed to ask whether there is something', () => {
  expect(read(draft('town', 'empty'))).toEqual([])
  expect(read(draft('town', 'filled', 'left over'))).toEqual([])
})

test('a choice needs one at least', () => {
  expect(read(draft('type', 'is'))).toBe('incomplete')
  expect(read(draft('type', 'is', 'client', 'parrain'))).toEqual(['client', 'parrain'])
})

test('on another field what was typed stays where it means the same', () => {
  const typed = draft('postcode', 'begins', '19')
  expect(onField(typed, infoFor('postcode'), infoFor('town'))).toMatchObject({
    operator: 'begins',
    values: ['19'],
  })
  expect(onField(typed, infoFor('postcode'), infoFor('created_at'))).toMatchObject({
    operator: 'is',
    values: [],
  })
  expect(freshDraft(3, infoFor('type'))).toMatchObject({ id: 3, operator: 'is', values: [] })
})

test('a stored condition comes back as it would be typed', () => {
  for (const one of [
    draft('created_at', 'between', '01/02/2016', '31/12/2018'),
    draft('town', 'is', 'USSEL ; Meymac'),
    draft('type', 'is_not', 'client', 'tiers'),
    draft('mobile', 'begins', '06 39'),
  ]) {
    const info = INFOS.find(({ field }) => field === one.field)
    const condition = readDraft(one, info)
    if (typeof condition === 'string') throw new Error(condition)
    expect(draftOf(0, condition, info)).toEqual(one)
  }
})
