// The history of one client's answers, a page at a time, in the order asked of the core. It opens at its end, where the
// newest answers are.
import { untrack } from 'svelte'
import { call, failure, on, type ApiFailure, type HistoryColumn, type HistoryRow } from '$lib/api'
import { ofClient } from '$lib/state/followed.svelte'
import type { PageSize } from '$lib/ui/page-size'

export type History = ReturnType<typeof historyOf>

interface Order {
  column: HistoryColumn
  descending: boolean
}

export function historyOf(number: number) {
  let rows = $state.raw<HistoryRow[] | null>(null)
  let total = $state.raw(0)
  let order = $state.raw<Order>({ column: 'at', descending: false })
  let offset = $state.raw(0)
  let limit = $state.raw<PageSize>(10)
  let chosen = $state.raw<number | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let asked = 0

  let newest = Promise.resolve()

  /** Resolves once the newest question was answered. */
  const read = (): Promise<void> => (newest = ask())

  async function ask() {
    const turn = ++asked
    try {
      const page = await call('history', { number, ...order, offset, limit })
      if (turn !== asked) return newest
      rows = page.rows
      total = page.total
      refused = null
    } catch (thrown) {
      if (turn !== asked) return newest
      refused = failure(thrown)
    }
  }

  const lastPage = () => Math.max(0, Math.floor((total - 1) / limit) * limit)
  const shows = (decision: number) => rows?.some((row) => row.decision === decision) ?? false

  function turnTo(next: number) {
    offset = Math.max(0, Math.min(next, lastPage()))
    return read()
  }

  /** Opens the page that holds the newest answers. */
  async function open() {
    await read()
    if (total > limit) await turnTo(lastPage())
    chosen = rows?.reduce((newest, row) => Math.max(newest, row.decision), 0) || null
  }

  return {
    /** Null until the first answer. */
    get rows(): HistoryRow[] | null {
      return rows
    },
    get total(): number {
      return total
    },
    get order(): Order {
      return order
    },
    get offset(): number {
      return offset
    },
    get limit(): PageSize {
      return limit
    },
    /** The row whose proof is shown. */
    get chosen(): HistoryRow | null {
      return rows?.find((row) => row.decision === chosen) ?? null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    choose(decision: number): void {
      chosen = decision
    },
    sort(column: HistoryColumn): Promise<void> {
      order = { column, descending: order.column === column && !order.descending }
      offset = 0
      return read()
    },
    resize(next: PageSize): Promise<void> {
      limit = next
      offset = Math.floor(offset / next) * next
      return read()
    },
    previous: () => turnTo(offset - limit),
    next: () => turnTo(offset + limit),
    /** Shows the row of a decision that was just recorded, wherever its date puts it. */
    async reveal(decision: number): Promise<void> {
      await read()
      if (!shows(decision)) await turnTo(order.descending ? 0 : lastPage())
      if (!shows(decision)) {
        order = { column: 'decision', descending: true }
        await turnTo(0)
      }
      chosen = decision
    },
    /** Reads the history and follows it until the returned function is called. */
    follow(): () => void {
      // What is read here must not start it over: turning a page would lead back to the end.
      untrack(() => void open())
      return on('changed', (changed) => {
        if (ofClient(number)(changed)) void read()
      })
    },
  }
}
