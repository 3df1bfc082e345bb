// The journal of one record, newest first, read page by page and again after every write.
import { call, on, type ApiFailure, type JournalEntry } from '$lib/api'
import { ofClient } from '$lib/state/followed.svelte'
import { readOn } from '$lib/state/pages.svelte'

const PAGE = 25

export function journalOf(number: number, size = PAGE) {
  const list = readOn(async (before: number | null, limit) => {
    const { entries, next } = await call('journal', { number, before, limit })
    return { rows: entries, next }
  }, size)

  return {
    /** Null until the first answer. */
    get entries(): JournalEntry[] | null {
      return list.rows
    },
    /** Whether older entries are left. */
    get more(): boolean {
      return list.more
    },
    get refused(): ApiFailure | null {
      return list.refused
    },
    older: list.further,
    /** Reads the journal and follows it until the returned function is called. */
    follow(): () => void {
      void list.read()
      return on('changed', (changed) => {
        if (ofClient(number)(changed)) void list.again()
      })
    },
  }
}
