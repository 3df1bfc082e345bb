import { describe, expect, test } from 'vitest'
import type { ImportColumn } from '$lib/api'
import { filtered, PAGE, pageOf } from './columns'

const columns = Array.from({ length: 300 }, (_, index): ImportColumn => ({
  index,
  header: `c${index}`,
  samples: [],
  field: null,
}))
const mapping = columns.map((column) => (column.index === 7 ? ('last_name' as const) : null))

describe('the columns of a filter', () => {
  test('are all of them, the imported ones, or the rest', () => {
    expect(filtered(columns, mapping, 'all')).toHaveLength(300)
    expect(filtered(columns, mapping, 'taken').map((column) => column.index)).toEqual([7])
    expect(filtered(columns, mapping, 'left_out')).toHaveLength(299)
  })

  test('a column that the mapping does not know yet counts as left out', () => {
    expect(filtered(columns, [], 'taken')).toEqual([])
    expect(filtered(columns, [], 'left_out')).toHaveLength(300)
  })
})

describe('a page of columns', () => {
  test('three hundred make six pages, and the last is whole', () => {
    const last = pageOf(columns, 5)
    expect(last).toMatchObject({ page: 5, pages: 6, first: 251, last: 300 })
    expect(last.shown).toHaveLength(PAGE)
  })

  test('a page beyond the end is the last one', () => {
    expect(pageOf(columns.slice(0, 60), 9)).toMatchObject({ page: 1, first: 51, last: 60 })
  })

  test('an empty list has one page with nothing on it', () => {
    expect(pageOf([], 0)).toEqual({ shown: [], page: 0, pages: 1, first: 0, last: 0 })
  })
})
