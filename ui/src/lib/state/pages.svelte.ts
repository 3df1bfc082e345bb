// Rows that the core hands over a page at a time: pages that are turned (`turnedPages`), and lists that are read on by and by (`readOn`).
// An answer that was overtaken is dropped, be it rows or a refusal.
import { untrack } from 'svelte'
import { failure, type ApiFailure } from '$lib/api'
import type { PageSize } from '$lib/ui/page-size'

/** One page of the core, and where the next begins. */
export interface Page<Row, Place> {
  rows: Row[]
  next: Place | null
}

interface Question<Asked, Place> {
  asked: Asked
  /** Where each page that was turned begins; the last one is meant. The way back is remembered, since no page says it. */
  walked: (Place | null)[]
  limit: PageSize
}

/**
 * Pages that are turned. One question is in flight; of those asked meanwhile only the newest is asked next. `onshown`: called
 * with each answer once it is shown; `first`: whether it is the first page of what was asked.
 */
export function turnedPages<Asked, Row, Place, Answer extends Page<Row, Place>>(
  ask: (asked: Asked, after: Place | null, limit: number) => Promise<Answer & Page<Row, Place>>,
  onshown: (answer: Answer, asked: Asked, first: boolean) => void = () => {},
) {
  let page = $state.raw<Answer | null>(null)
  let shown = $state.raw<Question<Asked, Place> | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let limit = $state.raw<PageSize>(10)
  let wanted: Question<Asked, Place> | null = null
  let reading: Promise<void> | null = null

  /** Asks until what is wanted was answered. */
  async function settle() {
    let question: Question<Asked, Place> | null = null
    while (wanted !== null && wanted !== question) {
      question = wanted
      const { asked, walked }: Question<Asked, Place> = question
      try {
        const answer = await ask(asked, walked.at(-1) ?? null, question.limit)
        if (wanted !== question) continue
        if (answer.rows.length === 0 && walked.length > 1) {
          // The last row of the last page is gone.
          wanted = { ...question, walked: walked.slice(0, -1) }
          continue
        }
        page = answer
        shown = question
        refused = null
        onshown(answer, asked, walked.length === 1)
      } catch (thrown) {
        const error = failure(thrown)
        if (wanted === question && error.code !== 'superseded') refused = error
      }
    }
    reading = null
  }

  /** Resolves once something is shown that is at least as new. */
  function read(question: Question<Asked, Place>): Promise<void> {
    wanted = question
    return (reading ??= settle())
  }

  const turn = (walked: (Place | null)[]) => (shown === null ? Promise.resolve() : read({ ...shown, walked }))

  return {
    /** What the core said last; null until the first answer. */
    get page(): Answer | null {
      return page
    },
    /** Null until the first answer. */
    get rows(): Row[] | null {
      return page?.rows ?? null
    },
    /** Of what the rows are. */
    get asked(): Asked | null {
      return shown?.asked ?? null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get limit(): PageSize {
      return limit
    },
    get offset(): number {
      return shown === null ? 0 : (shown.walked.length - 1) * shown.limit
    },
    get more(): boolean {
      return (page?.next ?? null) !== null
    },
    /** Shows the first page of what is asked. */
    show: (asked: Asked): Promise<void> => read({ asked, walked: [null], limit: untrack(() => limit) }),
    /** Asks again for the page that was asked for last. */
    again: (): Promise<void> => (wanted === null ? Promise.resolve() : read({ ...wanted })),
    next(): Promise<void> {
      const next = page?.next ?? null
      return next === null || shown === null ? Promise.resolve() : turn([...shown.walked, next])
    },
    previous: (): Promise<void> =>
      shown === null || shown.walked.length < 2 ? Promise.resolve() : turn(shown.walked.slice(0, -1)),
    resize(size: PageSize): Promise<void> {
      limit = size
      return wanted === null ? Promise.resolve() : read({ ...wanted, walked: [null], limit: size })
    },
  }
}

/** The most that the core hands over at once. */
const MOST = 200

/**
 * A list that is read on, `size` rows more each time. What is read again is as long as what is shown, so that nothing jumps; `again` tells
 * `ask` that nobody asked for it.
 */
export function readOn<Row, Place, Answer extends Page<Row, Place>>(
  ask: (after: Place | null, limit: number, again: boolean) => Promise<Answer & Page<Row, Place>>,
  size: number,
) {
  let rows = $state.raw<Row[] | null>(null)
  let last = $state.raw<Answer | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  /** How many rows are wanted. */
  let count = size
  /** Whether what is shown may have changed since: then it is no beginning to read on from. */
  let stale = true
  let turn = 0

  async function read(from: Place | null, before: Row[], again: boolean) {
    const mine = ++turn
    let after = from
    let all = before
    try {
      let page: Answer
      do {
        page = await ask(after, Math.min(count - all.length, MOST), again)
        if (mine !== turn) return
        all = [...all, ...page.rows]
        after = page.next
      } while (after !== null && all.length < count)
      rows = all
      last = page
      refused = null
      stale = false
    } catch (thrown) {
      if (mine === turn) refused = failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get rows(): Row[] | null {
      return rows
    },
    /** What the core said last; null until the first answer. */
    get last(): Answer | null {
      return last
    },
    /** Whether some are not shown yet. */
    get more(): boolean {
      return (last?.next ?? null) !== null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** Reads the beginning. */
    read(): Promise<void> {
      count = size
      return read(null, [], false)
    },
    /** Reads again what is shown. */
    again(): Promise<void> {
      stale = true
      return read(null, [], true)
    },
    further(): Promise<void> {
      const next = last?.next ?? null
      if (rows === null || next === null) return Promise.resolve()
      count = rows.length + size
      return stale ? read(null, [], false) : read(next, rows, false)
    },
  }
}
