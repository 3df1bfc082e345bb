// One window of a record: a page of its rows in the order asked of the core, and which of them are chosen. Each page says where the next
// begins; the way back is remembered, since no page says it.
import {
  failure,
  on,
  type ApiFailure,
  type WindowColumn,
  type WindowRequest,
  type WindowSort,
} from '$lib/api'
import { latest } from '$lib/state/latest'
import type { PageSize } from '$lib/ui/page-size'

export interface Row {
  id: number
}

export interface RowPage<R extends Row> {
  rows: R[]
  total: number
  next: number | null
}

interface Question {
  sort: WindowSort
  walked: (number | null)[]
  limit: PageSize
}

export type RecordWindow<R extends Row = Row> = ReturnType<typeof recordWindow<R>>

export function recordWindow<R extends Row>(
  number: number,
  usual: WindowSort,
  ask: (request: WindowRequest) => Promise<RowPage<R>>,
) {
  let page = $state.raw<RowPage<R> | null>(null)
  let shown = $state.raw<Question>({ sort: usual, walked: [null], limit: 10 })
  let refused = $state.raw<ApiFailure | null>(null)
  /** The identities of the chosen rows. */
  let chosen = $state.raw<readonly number[]>([])
  /** The row that the keyboard is on, and the one from which a range is chosen. */
  let at = $state(0)
  let anchor = 0

  const asked = latest<Question, RowPage<R>>(
    ({ sort, walked, limit }) => ask({ number, sort, after: walked.at(-1) ?? null, limit }),
    (answer, question) => {
      // The last row of the last page may be gone.
      if (answer.rows.length === 0 && question.walked.length > 1) {
        asked.ask({ ...question, walked: question.walked.slice(0, -1) })
        return
      }
      page = answer
      shown = question
      refused = null
      chosen = chosen.filter((id) => answer.rows.some((row) => row.id === id))
      at = Math.min(at, Math.max(0, answer.rows.length - 1))
    },
    (thrown) => (refused = failure(thrown)),
  )

  function turn(question: Question) {
    chosen = []
    at = 0
    anchor = 0
    asked.ask(question)
  }

  const ids = () => page?.rows.map((row) => row.id) ?? []

  return {
    /** Null until the first answer. */
    get rows(): R[] | null {
      return page?.rows ?? null
    },
    get total(): number {
      return page?.total ?? 0
    },
    get sort(): WindowSort {
      return shown.sort
    },
    get limit(): PageSize {
      return shown.limit
    },
    get offset(): number {
      return (shown.walked.length - 1) * shown.limit
    },
    get more(): boolean {
      return (page?.next ?? null) !== null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** The chosen rows, in their order. */
    get chosen(): R[] {
      return page?.rows.filter((row) => chosen.includes(row.id)) ?? []
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
      const descending = shown.sort.column === column && !shown.sort.descending
      turn({ ...shown, sort: { column, descending }, walked: [null] })
    },
    next(): void {
      const after = page?.next ?? null
      if (after !== null) turn({ ...shown, walked: [...shown.walked, after] })
    },
    previous(): void {
      if (shown.walked.length > 1) turn({ ...shown, walked: shown.walked.slice(0, -1) })
    },
    resize(limit: PageSize): void {
      turn({ ...shown, walked: [null], limit })
    },
    /** Reads the rows and follows them until the returned function is called. */
    follow(): () => void {
      asked.ask(shown)
      return on('changed', (changed) => {
        if (changed.all || changed.clients.includes(number)) asked.ask(shown)
      })
    },
  }
}
