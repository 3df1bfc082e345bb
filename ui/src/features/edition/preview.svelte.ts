// What a list holds: its first lines at once, how many there are as soon as they are counted.
import { call, failure, on, type ApiFailure, type ListCount, type ListQuery } from '$lib/api'
import { latest } from '$lib/state/latest'
import { turnedPages } from '$lib/state/pages.svelte'

export type Preview = ReturnType<typeof previewOfList>

/** Who is in a list, whatever is shown of them and in which order. */
const whom = ({ conditions, any, include_inactive, contact }: ListQuery) =>
  JSON.stringify({ conditions, any, include_inactive, contact })

export function previewOfList() {
  let count = $state.raw<ListCount | null>(null)
  let counted = $state.raw<ListQuery | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let wanted = $state.raw<ListQuery | null>(null)
  /** What was asked for last, to tell what means something else from what is only written otherwise. */
  let text = ''
  /** Whether somebody may have joined or left the list since it was counted. */
  let stale = true

  const counts = latest<ListQuery, ListCount>(
    (query) => call('list_count', query),
    (answer, query) => {
      count = answer
      counted = query
      refused = null
    },
    (thrown) => {
      const error = failure(thrown)
      if (error.code !== 'superseded') refused = error
    },
  )
  // The lines come first: a count may take its time.
  const pages = turnedPages(
    async (query: ListQuery, cursor: string | null, limit) => {
      const { lines, next } = await call('list_page', { query, cursor, limit })
      return { rows: lines, next }
    },
    (_, query, first) => {
      if (!first) return
      if (stale || counted === null || whom(query) !== whom(counted)) counts.ask(query)
      else counted = query
      stale = false
    },
  )

  /** Shows a list from its first line. */
  function show(query: ListQuery, anew: boolean) {
    const asked = JSON.stringify(query)
    if (asked === text && !anew) return
    text = asked
    stale ||= anew
    wanted = query
    void pages.show(query)
  }

  return {
    pages,
    /** The newest count; of an older list while `counting`. */
    get count(): ListCount | null {
      return count
    },
    get counting(): boolean {
      return counted !== wanted && refused === null
    },
    /** Why there is nothing to show. */
    get refused(): ApiFailure | null {
      return pages.refused ?? refused
    },
    /** Shows a list, unless it is the one that is shown. */
    show: (query: ListQuery) => show(query, false),
    /** Shows it again, read anew. */
    refresh: () => {
      if (wanted !== null) show({ ...wanted }, true)
    },
    /** Follows what the core announces, until the returned function is called. */
    follow: () =>
      on('changed', (changed) => {
        if (wanted === null || (!changed.all && changed.clients.length === 0)) return
        stale = true
        void pages.again()
        // The first page brings a count of its own.
        if (pages.offset > 0) counts.ask(wanted)
      }),
  }
}
