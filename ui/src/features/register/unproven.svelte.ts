// The clients whose agreements came from an imported file without evidence, read page by page and again after every write.
import { call, failure, on, type ApiFailure, type UnprovenClient } from '$lib/api'

const PAGE = 50
/** The most that the core hands over at once. */
const MOST = 200

export function unprovenClients(limit = PAGE) {
  let rows = $state.raw<UnprovenClient[] | null>(null)
  let next = $state.raw<number | null>(null)
  let total = $state(0)
  let refused = $state.raw<ApiFailure | null>(null)

  /** Reads on from a client, or from the start, until so many more are there. */
  async function read(from: number | null, count: number) {
    try {
      let after = from
      let read = from === null ? [] : (rows ?? [])
      const wanted = read.length + count
      do {
        const page = await call('unproven_consents', { after, limit: Math.min(wanted - read.length, MOST) })
        read = [...read, ...page.rows]
        after = page.next
        total = page.total
      } while (after !== null && read.length < wanted)
      rows = read
      next = after
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
