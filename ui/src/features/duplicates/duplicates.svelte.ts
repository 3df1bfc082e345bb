// Looking for duplicates, and the pairs that were found: kept by the core until the next search, read a page at a time.
import { untrack } from 'svelte'
import {
  call,
  failure,
  on,
  type ApiFailure,
  type DuplicatePair,
  type DuplicatesPage,
  type DuplicatesSummary,
  type Events,
} from '$lib/api'
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'
import type { PageSize } from '$lib/ui/page-size'

export type Duplicates = ReturnType<typeof duplicatesOfShop>

/** The least score of the pairs that are shown. */
export const LEVELS = { sure: 80, likely: 50, all: 0 } as const
export type Level = keyof typeof LEVELS

export function duplicatesOfShop() {
  let page = $state.raw<DuplicatesPage | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let level = $state.raw<Level>('likely')
  let offset = $state.raw(0)
  let limit = $state.raw<PageSize>(10)
  let running = $state(false)
  let stopping = $state(false)
  let progress = $state.raw<Events['progress'] | null>(null)
  let asked = 0
  let busy = false

  async function read() {
    const turn = ++asked
    try {
      const answer = await call('duplicates_page', { offset, limit, minimum: LEVELS[level] })
      if (turn !== asked) return
      // The last pair of the last page was just dealt with.
      if (answer.pairs.length === 0 && offset > 0) {
        offset = Math.max(0, offset - limit)
        await read()
        return
      }
      page = answer
      refused = null
    } catch (thrown) {
      if (turn === asked) refused = failure(thrown)
    }
  }

  return {
    /** What was found last; null until the first answer, and until somebody searched. */
    get summary(): DuplicatesSummary | null {
      return page?.summary ?? null
    },
    /** Null until the first answer. */
    get pairs(): DuplicatePair[] | null {
      return page?.pairs ?? null
    },
    get total(): number {
      return page?.total ?? 0
    },
    get more(): boolean {
      return (page?.next ?? null) !== null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get level(): Level {
      return level
    },
    get offset(): number {
      return offset
    },
    get limit(): PageSize {
      return limit
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
      try {
        await call('find_duplicates')
        offset = 0
      } catch (thrown) {
        const error = failure(thrown)
        // Stopped by the person, who knows.
        if (error.code !== 'duplicates_cancelled') refused = error
      }
      running = false
      if (refused === null) await read()
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
      offset = 0
      return read()
    },
    turn(by: 1 | -1): Promise<void> {
      offset = Math.max(0, offset + by * limit)
      return read()
    },
    resize(size: PageSize): Promise<void> {
      limit = size
      offset = 0
      return read()
    },
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
      await read()
    },
    /** Reads what was found and follows it until the returned function is called. */
    follow(): () => void {
      untrack(() => void read())
      const stops = [
        on('changed', (changed) => {
          if (!running && (changed.all || changed.clients.length > 0)) void read()
        }),
        on('progress', (event) => {
          if (event.task === 'duplicates') progress = event
        }),
      ]
      return () => stops.forEach((stop) => stop())
    },
  }
}
