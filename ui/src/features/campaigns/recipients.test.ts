import { expect, test } from 'vitest'
import type { SavedList } from '$lib/api'
import { everyone, queryOf } from './recipients'

test('nothing typed is every active client; a text must begin one of the fields', () => {
  expect(everyone('  ')).toMatchObject({ conditions: [], any: false, include_inactive: false })
  const { conditions, any } = everyone(' uss ')
  expect(any).toBe(true)
  expect(conditions.every(({ operator, values }) => operator === 'begins' && values[0] === 'uss')).toBe(true)
  expect(conditions.map(({ field }) => ('field' in field ? field.field : ''))).toContain('town')
})

test('a saved list is taken as it was saved, whatever is typed', () => {
  const query = { ...everyone(''), include_inactive: true }
  const list: SavedList = { id: 4, name: 'Ussel', query, created_at: 0, updated_at: 0, operator: '' }
  expect(queryOf('4', 'x', [list])).toEqual(query)
  expect(queryOf('', 'x', [list])).toEqual(everyone('x'))
  expect(queryOf('9', '', [list])).toEqual(everyone(''))
})
