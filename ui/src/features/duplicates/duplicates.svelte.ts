// Looking for duplicates, and the pairs that were found: kept by the core until the next search, read a page at a time. A search goes on
// when the page is left.
import { untrack } from 'svelte'
import { call, failure, on, type ApiFailure, type DuplicatePair, type DuplicatesSummary } from '$lib/api'
import { t } from '$lib/i18n'
import { longTask } from '$lib/state/long-task.svelte'
import { outliving } from '$lib/state/outliving'
import { turnedPages } from '$lib/state/pages.svelte'
import { router } from '$lib/state/router.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import type { PageSize } from '$lib/ui/page-size'

export type Duplicates = ReturnType<typeof duplicatesOfShop>

/** The least score of the pairs that are shown. */
export const LEVELS = { sure: 80, likely: 50, all: 0 } as const
export type Level = keyof typeof LEVELS

/** Says that a search ended to somebody who looks at another page. */
function tell({ pairs }: DuplicatesSummary) {
  toasts.show({
    tone: 'ok',
    title: t.duplicates.ended(pairs),
    action: { label: t.duplicates.see, run: () => void router.go({ name: 'duplicates' }) },
  })
}

/** What the page shows: the search that still runs, or failed unseen, before a fresh reading of what was found. */
export const searches = outliving(duplicatesOfShop)

function duplicatesOfShop() {
  let refused = $state.raw<ApiFailure | null>(null)
  let level = $state.raw<Level>('likely')
  let busy = false
  const task = longTask('duplicates', 'cancel_duplicates')

  const pages = turnedPages(async (minimum: number, after: number | null, limit) => {
    const { pairs, ...answer } = await call('duplicates_page', { offset: after ?? 0, limit, minimum })
    return { rows: pairs, ...answer }
  })
  const restart = () => pages.show(LEVELS[level])

  const duplicates = {
    /** What was found last; null until the first answer, and until somebody searched. */
    get summary(): DuplicatesSummary | null {
      return pages.page?.summary ?? null
    },
    /** Null until the first answer. */
    get pairs(): DuplicatePair[] | null {
      return pages.rows
    },
    get total(): number {
      return pages.page?.total ?? 0
    },
    get more(): boolean {
      return pages.more
    },
    get refused(): ApiFailure | null {
      return refused ?? pages.refused
    },
    get level(): Level {
      return level
    },
    get offset(): number {
      return pages.offset
    },
    get limit(): PageSize {
      return pages.limit
    },
    /** Whether the file is being compared with itself. */
    get running(): boolean {
      return task.running
    },
    get stopping(): boolean {
      return task.stopping
    },
    /** How far that is; null until the core says so. */
    get progress() {
      return task.progress
    },
    /** Compares the whole file; what was found before stays until the end. */
    async find(): Promise<void> {
      if (task.running) return
      refused = null
      try {
        const found = await task.run(() => call('find_duplicates'))
        if (searches.isUnwatched(duplicates)) tell(found)
        else await restart()
      } catch (thrown) {
        const error = failure(thrown)
        // Stopped by the person, who knows.
        if (error.code === 'duplicates_cancelled') return
        refused = error
        if (searches.isUnwatched(duplicates)) toasts.error(error)
      }
    },
    stop: task.stop,
    show(next: Level): Promise<void> {
      level = next
      refused = null
      return restart()
    },
    next: pages.next,
    previous: pages.previous,
    resize: pages.resize,
    /** « Ce ne sont pas des doublons »: for good. */
    async dismiss({ a, b }: DuplicatePair): Promise<void> {
      if (busy) return
      busy = true
      try {
        await call('dismiss_duplicates', { a: a.number, b: b.number })
        toasts.show({ tone: 'ok', title: t.duplicates.dismissed })
      } catch (thrown) {
        toasts.error(thrown)
      }
      busy = false
      await pages.again()
    },
    /** Reads what was found and follows it until the returned function is called. */
    follow(): () => void {
      untrack(() => void restart())
      const stops = [
        searches.watch(duplicates),
        on('changed', (changed) => {
          if (!task.running && (changed.all || changed.clients.length > 0)) void pages.again()
        }),
      ]
      return () => stops.forEach((stop) => stop())
    },
  }
  return duplicates
}
