// To whom a mailing goes, as the core is asked: a saved list, or everybody whose record begins with what is typed.
import type { ClientField, Condition, ListQuery, SavedList } from '$lib/api'
import { recordField } from '$lib/lists/fields'

/** Where a typed text is looked for. */
const LOOKED_AT: ClientField[] = ['last_name', 'first_name', 'company', 'town', 'postcode']

/** All active clients, or those of whom one field begins with the text. */
export function everyone(text: string): ListQuery {
  const typed = text.trim()
  const conditions: Condition[] =
    typed === ''
      ? []
      : LOOKED_AT.map((field) => ({ field: recordField(field), operator: 'begins', values: [typed] }))
  return {
    conditions,
    any: conditions.length > 0,
    include_inactive: false,
    contact: null,
    columns: [recordField('last_name'), recordField('first_name'), recordField('town')],
    sort: { by: recordField('last_name'), descending: false },
  }
}

/** The list that is chosen; `''` is everybody. */
export function queryOf(chosen: string, text: string, lists: readonly SavedList[]): ListQuery {
  return lists.find(({ id }) => String(id) === chosen)?.query ?? everyone(text)
}
