// Sorting what is on the screen by one column. Empty cells come last in both directions.
import type { ClientRow } from '$lib/api'
import { shortName } from '$lib/clients/name'

export type Column = 'name' | 'town' | 'phone' | 'email' | 'type'

/** Null is the order of the answer: best match first. */
export type Sort = { column: Column; descending: boolean } | null

/** Ascending, then descending, then the order of the answer again. */
export function nextSort(sort: Sort, column: Column): Sort {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? null : { column, descending: true }
}

export function sorted(
  rows: ClientRow[],
  sort: Sort,
  compare: (a: string, b: string) => number,
  typeLabel: (row: ClientRow) => string,
): ClientRow[] {
  if (sort === null) return rows
  const cell: Record<Column, (row: ClientRow) => string> = {
    name: shortName,
    town: (row) => row.town,
    phone: (row) => row.mobile || row.phone,
    email: (row) => row.email,
    type: typeLabel,
  }
  const key = cell[sort.column]
  const way = sort.descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const left = key(a)
    const right = key(b)
    if (left === '' || right === '') return Number(left === '') - Number(right === '')
    return way * compare(left, right)
  })
}
