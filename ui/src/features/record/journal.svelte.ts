// The journal of one record, newest first, read page by page and again after every write.
import { call, failure, on, type ApiFailure, type JournalEntry } from '$lib/api'

const PAGE = 25

export function journalOf(number: number, limit = PAGE) {
  let entries = $state.raw<JournalEntry[] | null>(null)
  let next = $state.raw<number | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read(before: number | null, count: number) {
    try {
      const page = await call('journal', { number, before, limit: count })
      entries = before === null ? page.entries : [...(entries ?? []), ...page.entries]
      next = page.next
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get entries(): JournalEntry[] | null {
      return entries
    },
    /** Whether older entries are left. */
    get more(): boolean {
      return next !== null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    older: () => (next === null ? Promise.resolve() : read(next, limit)),
    /** Reads the journal and follows it until the returned function is called. */
    follow(): () => void {
      void read(null, limit)
      return on('changed', (changed) => {
        // As many as are shown, so that nothing jumps.
        if (changed.all || changed.clients.includes(number))
          void read(null, Math.max(limit, entries?.length ?? 0))
      })
    },
  }
}
