// Those whom the gate leaves out of a list, with everything against each.
import { call, type ExcludedLine, type ListField, type ListQuery } from '$lib/api'
import { recordField } from '$lib/lists/fields'
import { turnedPages } from '$lib/state/pages.svelte'

const NAMES: ListField[] = (['last_name', 'first_name', 'company', 'town'] as const).map(recordField)

/** The same list, in the columns by which one knows whom it is about. */
export const byName = (query: ListQuery): ListQuery => ({ ...query, columns: NAMES })

export const excludedOf = () =>
  turnedPages(async (query: ListQuery, cursor: string | null, limit) => {
    const { lines, next } = await call('list_excluded', { query, cursor, limit })
    return { rows: lines, next }
  })

/** « DUPONT Laura », else the company; nothing of a record without either. */
export function nameOf({ line }: ExcludedLine): string {
  const [last, first, company] = line.cells.map((cell) => (cell.kind === 'text' ? cell.value : ''))
  const person = [last?.toLocaleUpperCase('fr'), first].filter(Boolean).join(' ')
  return person || company || ''
}

export function townOf({ line }: ExcludedLine): string {
  const cell = line.cells[3]
  return cell?.kind === 'text' ? cell.value : ''
}
