// Which columns of the file are shown: a file may have three hundred, a page of the table holds fifty.
import type { ImportColumn } from '$lib/api'
import type { Mapping } from './mapping'

export type Filter = 'all' | 'taken' | 'left_out'

export const PAGE = 50

/** The columns of a filter, in the file's order. */
export function filtered(columns: readonly ImportColumn[], mapping: Mapping, filter: Filter): ImportColumn[] {
  if (filter === 'all') return [...columns]
  return columns.filter((column) => ((mapping[column.index] ?? null) !== null) === (filter === 'taken'))
}

interface ColumnPage {
  shown: ImportColumn[]
  /** Counted from 0; within range whatever was asked for. */
  page: number
  pages: number
  /** Positions of the first and last shown, counted from 1; 0 and 0 when there are none. */
  first: number
  last: number
}

/** One page of columns; a page beyond the end (the filter has just shortened the list) is the last one. */
export function pageOf(columns: ImportColumn[], asked: number): ColumnPage {
  const pages = Math.max(1, Math.ceil(columns.length / PAGE))
  const page = Math.min(Math.max(0, asked), pages - 1)
  const shown = columns.slice(page * PAGE, (page + 1) * PAGE)
  return {
    shown,
    page,
    pages,
    first: shown.length === 0 ? 0 : page * PAGE + 1,
    last: page * PAGE + shown.length,
  }
}
