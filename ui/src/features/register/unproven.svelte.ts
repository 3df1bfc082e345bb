// The clients whose agreements came from an imported file without evidence, read page by page and again after every write.
import { call, on, type ApiFailure, type UnprovenClient } from '$lib/api'
import { readOn } from '$lib/state/pages.svelte'

const PAGE = 50

export function unprovenClients(size = PAGE) {
  const list = readOn((after: number | null, limit) => call('unproven_consents', { after, limit }), size)

  return {
    /** Null until the first answer. */
    get rows(): UnprovenClient[] | null {
      return list.rows
    },
    /** How many there are in all. */
    get total(): number {
      return list.last?.total ?? 0
    },
    /** Whether some are not shown yet. */
    get more(): boolean {
      return list.more
    },
    get refused(): ApiFailure | null {
      return list.refused
    },
    further: list.further,
    /** Reads the list and follows it until the returned function is called. */
    follow(): () => void {
      void list.read()
      return on('changed', (changed) => {
        if (changed.all || changed.clients.length > 0) void list.again()
      })
    },
  }
}
