import { expect, test } from 'vitest'
import type { ClientRow } from '$lib/api'
import { fr } from '$lib/i18n/locale'
import { nextSort, sorted } from './sort'

const row = (number: number, last_name: string, town = ''): ClientRow => ({
  number,
  civility: '',
  last_name,
  first_name: '',
  company: '',
  postcode: '',
  town,
  phone: '',
  mobile: '',
  email: '',
  type: 'client',
  professional: false,
  inactive: false,
  opened_at: null,
})

const rows = [row(1, 'ZOLA', 'USSEL'), row(2, 'ÉMILE'), row(3, 'dupont', 'MEYMAC')]
const order = (sort: Parameters<typeof sorted>[1]) =>
  sorted(rows, sort, fr.compare, (of) => of.type).map(({ number }) => number)

test('without a column the order of the answer is kept', () => {
  expect(order(null)).toEqual([1, 2, 3])
})

test('accents and case do not count', () => {
  expect(order({ column: 'name', descending: false })).toEqual([3, 2, 1])
  expect(order({ column: 'name', descending: true })).toEqual([1, 2, 3])
})

test('empty cells come last in both directions', () => {
  expect(order({ column: 'town', descending: false })).toEqual([3, 1, 2])
  expect(order({ column: 'town', descending: true })).toEqual([1, 3, 2])
})

test('a column goes ascending, descending, then back to the best match first', () => {
  const first = nextSort(null, 'town')
  const second = nextSort(first, 'town')
  expect(first).toEqual({ column: 'town', descending: false })
  expect(second).toEqual({ column: 'town', descending: true })
  expect(nextSort(second, 'town')).toBeNull()
  expect(nextSort(second, 'name')).toEqual({ column: 'name', descending: false })
})
