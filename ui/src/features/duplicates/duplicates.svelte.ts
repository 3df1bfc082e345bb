// Looking for duplicates, and the pairs that were found: kept by the core until the next search, read a page at a time.
import { untrack } from 'svelte'
import {
  call,
  failure,
  on,
  type ApiFailure,
  type DuplicatePair,
  type DuplicatesSummary,
  type Events,
} from '$lib/api'
import { t } from '$lib/i18n'
import { turnedPages } from '$lib/state/pages.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import type { PageSize } from '$lib/ui/page-size'

export type Duplicates = ReturnType<typeof duplicatesOfShop>

/** The least score of the pairs that are shown. */
export const LEVELS = { sure: 80, likely: 50, all: 0 } as const
export type Level = keyof typeof LEVELS

export function duplicatesOfShop() {
  let refused = $state.raw<ApiFailure | null>(null)
  let level = $state.raw<Level>('likely')
  let running = $state(false)
  let stopping = $state(false)
  let progress = $state.raw<Events['progress'] | null>(null)
  let busy = false

  const pages = turnedPages(async (minimum: number, after: number | null, limit) => {
    const { pairs, ...answer } = await call('duplicates_page', { offset: after ?? 0, limit, minimum })
    return { rows: pairs, ...answer }
  })
  const restart = () => pages.show(LEVELS[level])

  return {
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
      return running
    },
    get stopping(): boolean {
      return stopping
    },
    /** How far that is; null until the core says so. */
    get progress(): Events['progress'] | null {
      return progress
    },
    /** Compares the whole file; what was found before stays until the end. */
    async find(): Promise<void> {
      if (running) return
      running = true
      stopping = false
      progress = null
      refused = null
      let found = false
      try {
        await call('find_duplicates')
        found = true
      } catch (thrown) {
        const error = failure(thrown)
        // Stopped by the person, who knows.
        if (error.code !== 'duplicates_cancelled') refused = error
      }
      running = false
      if (found) await restart()
    },
    async stop(): Promise<void> {
      if (!running || stopping) return
      stopping = true
      try {
        await call('cancel_duplicates')
      } catch {
        // The search ended in between: what it found is the answer.
        stopping = false
      }
    },
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
        on('changed', (changed) => {
          if (!running && (changed.all || changed.clients.length > 0)) void pages.again()
        }),
        on('progress', (event) => {
          if (event.task === 'duplicates') progress = event
        }),
      ]
      return () => stops.forEach((stop) => stop())
    },
  }
}
