// The clients whose agreements came from an imported file without evidence, read page by page and again after every write.
import { failure, on, type ApiFailure } from '$lib/api'
import { unprovenConsents, type UnprovenClient } from './unproven-wire'

const PAGE = 50

export function unprovenClients(limit = PAGE) {
  let rows = $state.raw<UnprovenClient[] | null>(null)
  let next = $state.raw<number | null>(null)
  let total = $state(0)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read(after: number | null, count: number) {
    try {
      const page = await unprovenConsents({ after, limit: count })
      rows = after === null ? page.rows : [...(rows ?? []), ...page.rows]
      next = page.next
      total = page.total
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get rows(): UnprovenClient[] | null {
      return rows
    },
    /** How many there are in all. */
    get total(): number {
      return total
    },
    /** Whether some are not shown yet. */
    get more(): boolean {
      return next !== null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    further: () => (next === null ? Promise.resolve() : read(next, limit)),
    /** Reads the list and follows it until the returned function is called. */
    follow(): () => void {
      void read(null, limit)
      return on('changed', (changed) => {
        // As many as are shown, so that nothing jumps.
        if (changed.all || changed.clients.length > 0) void read(null, Math.max(limit, rows?.length ?? 0))
      })
    },
  }
}
