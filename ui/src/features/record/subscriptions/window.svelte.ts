// One window of a record: a page of its rows in the order asked of the core, and which of them are chosen.
import { untrack } from 'svelte'
import {
  on,
  type ApiFailure,
  type Rule,
  type WindowColumn,
  type WindowRequest,
  type WindowSort,
} from '$lib/api'
import { ofClient } from '$lib/state/followed.svelte'
import { turnedPages } from '$lib/state/pages.svelte'
import type { PageSize } from '$lib/ui/page-size'

export interface Row {
  id: number
}

export interface RowPage<R extends Row> {
  rows: R[]
  total: number
  next: number | null
  barred: Rule | null
}

export type RecordWindow<R extends Row = Row> = ReturnType<typeof recordWindow<R>>

export function recordWindow<R extends Row>(
  number: number,
  usual: WindowSort,
  ask: (request: WindowRequest) => Promise<RowPage<R>>,
) {
  /** The identities of the chosen rows. */
  let chosen = $state.raw<readonly number[]>([])
  /** The row that the keyboard is on, and the one from which a range is chosen. */
  let at = $state(0)
  let anchor = 0

  const pages = turnedPages(
    (sort: WindowSort, after: number | null, limit): Promise<RowPage<R>> =>
      ask({ number, sort, after, limit }),
    ({ rows }) => {
      chosen = chosen.filter((id) => rows.some((row) => row.id === id))
      at = Math.min(at, Math.max(0, rows.length - 1))
    },
  )
  const sorted = () => pages.asked ?? usual

  /** Nothing is chosen on another page. */
  function turn(gesture: () => Promise<void>) {
    chosen = []
    at = 0
    anchor = 0
    void gesture()
  }

  const ids = () => pages.rows?.map((row) => row.id) ?? []

  return {
    /** Null until the first answer. */
    get rows(): R[] | null {
      return pages.rows
    },
    get total(): number {
      return pages.page?.total ?? 0
    },
    /** The rule by which nothing is added to this record's window. */
    get barred(): Rule | null {
      return pages.page?.barred ?? null
    },
    get sort(): WindowSort {
      return sorted()
    },
    get limit(): PageSize {
      return pages.limit
    },
    get offset(): number {
      return pages.offset
    },
    get more(): boolean {
      return pages.more
    },
    get refused(): ApiFailure | null {
      return pages.refused
    },
    /** The chosen rows, in their order. */
    get chosen(): R[] {
      return pages.rows?.filter((row) => chosen.includes(row.id)) ?? []
    },
    get at(): number {
      return at
    },
    isChosen: (row: R) => chosen.includes(row.id),
    /** Chooses one row and no other. */
    choose(index: number): void {
      at = anchor = index
      chosen = ids().slice(index, index + 1)
    },
    /** Chooses all rows from where a choice began. */
    reach(index: number): void {
      at = index
      chosen = ids().slice(Math.min(anchor, index), Math.max(anchor, index) + 1)
    },
    /** Chooses one row beside the others, or no longer. */
    toggle(index: number): void {
      at = anchor = index
      const id = ids()[index]
      if (id !== undefined)
        chosen = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
    },
    chooseAll(): void {
      chosen = ids()
    },
    chooseNone(): void {
      chosen = []
    },
    sortBy(column: WindowColumn): void {
      const descending = sorted().column === column && !sorted().descending
      turn(() => pages.show({ column, descending }))
    },
    next: (): void => turn(pages.next),
    previous: (): void => turn(pages.previous),
    resize: (size: PageSize): void => turn(() => pages.resize(size)),
    /** Reads the rows and follows them until the returned function is called. */
    follow(): () => void {
      untrack(() => void pages.show(usual))
      return on('changed', (changed) => {
        if (ofClient(number)(changed)) void pages.again()
      })
    },
  }
}
