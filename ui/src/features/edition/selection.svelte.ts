// The list that is being built: what for, whom, with which columns, in what order.
import type { Condition, ContactUse, ListField, ListFieldInfo, ListQuery, ListSort } from '$lib/api'
import { infoOf, keyOf, recordField, sameField } from '$lib/lists/fields'
import { COORDINATES, suits } from '$lib/lists/reach'
import { draftOf, freshDraft, onField, readDraft, type Draft, type Problem } from './conditions'

export type Selection = ReturnType<typeof selectionOf>

/** What a new list shows. */
const COLUMNS: readonly ListField[] = [
  recordField('last_name'),
  recordField('first_name'),
  recordField('town'),
  recordField('mobile'),
]
/** What a list that serves to contact people shows besides: on what the answer rests. */
const GROUND: readonly ListField[] = [{ of: 'contact_mode' }, { of: 'contact_date' }]

const BY_NAME: ListSort = { by: recordField('last_name'), descending: false }

export const FRESH: ListQuery = {
  conditions: [],
  any: false,
  include_inactive: false,
  contact: null,
  columns: [...COLUMNS],
  sort: BY_NAME,
}

const has = (fields: readonly ListField[], field: ListField) => fields.some((one) => sameField(one, field))

/** The columns, with those of `wanted` that lack: each before the next of `wanted` that is there, the last ones at the end. */
function withAll(columns: readonly ListField[], wanted: readonly ListField[]): ListField[] {
  return wanted.reduceRight<ListField[]>(
    (all, field, index) => {
      if (has(all, field)) return all
      const next = wanted[index + 1]
      const place = next === undefined ? all.length : all.findIndex((one) => sameField(one, next))
      return all.toSpliced(place, 0, field)
    },
    [...columns],
  )
}

/** `infos`: what the core offers, in its order. */
export function selectionOf(infos: () => readonly ListFieldInfo[]) {
  let drafts = $state.raw<Draft[]>([])
  let any = $state(false)
  let inactive = $state(false)
  let contact = $state.raw<ContactUse | null>(null)
  let columns = $state.raw<ListField[]>([...COLUMNS])
  /** Columns that the use brought along, and that go with it. */
  let brought: ListField[] = []
  /** Columns that the person chose, and that this use does not suit: they come back without it. */
  let withheld: ListField[] = []
  let sort = $state.raw<ListSort>(BY_NAME)
  let ids = 0

  const read = $derived(drafts.map((draft) => readDraft(draft, infoOf(draft.field, infos()))))
  const query = $derived<ListQuery>({
    conditions: read.filter((one): one is Condition => typeof one !== 'string'),
    any,
    include_inactive: inactive,
    contact,
    columns,
    sort,
  })

  const change = (id: number, next: (draft: Draft) => Draft) =>
    (drafts = drafts.map((draft) => (draft.id === id ? next(draft) : draft)))

  return {
    /** What the core is asked; conditions that are not whole are left aside. */
    get query(): ListQuery {
      return query
    },
    get drafts(): readonly Draft[] {
      return drafts
    },
    /** What is wrong with a condition, if anything. */
    problemOf(index: number): Problem | null {
      const found = read[index]
      return typeof found === 'string' ? found : null
    },
    /** How many conditions are left aside. */
    get aside(): number {
      return read.filter((one) => typeof one === 'string').length
    },
    get any(): boolean {
      return any
    },
    set any(one: boolean) {
      any = one
    },
    get inactive(): boolean {
      return inactive
    },
    set inactive(shown: boolean) {
      inactive = shown
    },
    get contact(): ContactUse | null {
      return contact
    },
    get columns(): readonly ListField[] {
      return columns
    },
    get sort(): ListSort {
      return sort
    },
    /** Says what the list is for. How people are reached by it, and on what that rests, comes and goes with it. */
    useFor(use: ContactUse | null): void {
      const wanted = use === null ? [] : [...COORDINATES[use.channel], ...GROUND]
      const own = [...columns.filter((field) => !has(brought, field)), ...withheld]
      const stays = (field: ListField) =>
        suits(field, use, infos()) && (has(own, field) || has(wanted, field))
      const next = withAll([...columns, ...withheld].filter(stays), wanted)
      columns = next.length > 0 ? next : [...COLUMNS]
      brought = wanted.filter((field) => !has(own, field))
      withheld = own.filter((field) => !suits(field, use, infos()))
      contact = use
    },
    /** Adds a condition; returns its identity, to lead the keyboard there. */
    add(info: ListFieldInfo): number {
      const draft = freshDraft(ids++, info)
      drafts = [...drafts, draft]
      return draft.id
    },
    remove: (id: number) => void (drafts = drafts.filter((draft) => draft.id !== id)),
    setField: (id: number, info: ListFieldInfo) =>
      void change(id, (draft) => onField(draft, infoOf(draft.field, infos()), info)),
    setOperator: (id: number, operator: Draft['operator']) =>
      void change(id, (draft) => ({ ...draft, operator })),
    setValues: (id: number, values: string[]) => void change(id, (draft) => ({ ...draft, values })),
    /** Shows a column, after the others, or hides it; the last one stays. */
    showColumn(field: ListField, shown: boolean): void {
      const others = columns.filter((one) => !sameField(one, field))
      // From now on it is the person's own.
      brought = brought.filter((one) => !sameField(one, field))
      if (shown) columns = [...others, field]
      else if (others.length > 0) columns = others
    },
    orderColumns(keys: readonly string[]): void {
      columns = columns.toSorted((a, b) => keys.indexOf(keyOf(a)) - keys.indexOf(keyOf(b)))
    },
    /** By another field, or by the same the other way round. */
    sortBy(field: ListField): void {
      sort = { by: field, descending: sameField(sort.by, field) && !sort.descending }
    },
    /** Takes over a stored list. */
    take(stored: ListQuery): void {
      drafts = stored.conditions.map((one) => draftOf(ids++, one, infoOf(one.field, infos())))
      any = stored.any
      inactive = stored.include_inactive
      contact = stored.contact
      columns = stored.columns
      brought = []
      withheld = []
      sort = stored.sort
    },
  }
}
