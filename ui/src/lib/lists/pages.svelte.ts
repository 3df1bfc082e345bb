// The lines of a list, a page at a time. Each page says where the next begins; the way back is remembered, since no page says it.
import { failure, type ApiFailure, type ListQuery } from '$lib/api'
import { latest } from '$lib/state/latest'
import type { PageSize } from '$lib/ui/page-size'

export interface Pageful<Line> {
  lines: Line[]
  next: string | null
}

interface Question {
  query: ListQuery
  walked: (string | null)[]
  limit: PageSize
}

/** `ask`: for one page of the core. `onshown`: called with the list whose first page was just shown. */
export function pagesOf<Line>(
  ask: (query: ListQuery, cursor: string | null, limit: number) => Promise<Pageful<Line>>,
  onshown: (query: ListQuery) => void = () => {},
) {
  let page = $state.raw<Pageful<Line> | null>(null)
  let shown = $state.raw<Question | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let limit = $state.raw<PageSize>(10)

  const asked = latest<Question, Pageful<Line>>(
    ({ query, walked, limit: size }) => ask(query, walked.at(-1) ?? null, size),
    (answer, question) => {
      page = answer
      shown = question
      refused = null
      if (question.walked.length === 1) onshown(question.query)
    },
    (thrown) => {
      const error = failure(thrown)
      // A newer question is on its way.
      if (error.code !== 'superseded') refused = error
    },
  )

  function turn(walked: (string | null)[]) {
    if (shown !== null) asked.ask({ ...shown, walked })
  }

  return {
    /** Null until the first answer. */
    get lines(): Line[] | null {
      return page?.lines ?? null
    },
    /** Of which list the lines are. */
    get query(): ListQuery | null {
      return shown?.query ?? null
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
    /** Shows the first page of a list. */
    show(query: ListQuery): void {
      asked.ask({ query, walked: [null], limit })
    },
    /** Asks again for the page that is shown. */
    again(): void {
      if (shown !== null) asked.ask(shown)
    },
    next(): void {
      if (page?.next && shown !== null) turn([...shown.walked, page.next])
    },
    previous(): void {
      if (shown !== null && shown.walked.length > 1) turn(shown.walked.slice(0, -1))
    },
    resize(size: PageSize): void {
      limit = size
      if (shown !== null) asked.ask({ query: shown.query, walked: [null], limit: size })
    },
  }
}
