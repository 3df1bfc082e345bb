// What the search page shows. It outlives the page, so that coming back from a record finds the same list.
import {
  call,
  failure,
  type ApiFailure,
  type ClientRow,
  type SearchFilter,
  type SearchRequest,
  type SearchResults,
} from '$lib/api'
import { latest } from '$lib/state/latest'

/** The most rows that are asked for: more cannot be read, and typing narrows faster than scrolling. */
const LIMIT = 100
const RECENTS = 12
const EVERYBODY: SearchFilter = { type: null, town: '' }

let text = $state('')
let includeInactive = $state(false)
let filter = $state.raw(EVERYBODY)
const filtered = $derived(filter.type !== null || filter.town !== '')
/** The answer to what `answered` asked; null before the first letter, as long as no filter is set. */
let results = $state.raw<SearchResults | null>(null)
let answered = $state('')
let recents = $state.raw<ClientRow[] | null>(null)
let refused = $state.raw<ApiFailure | null>(null)
let selected = $state(0)

const searching = latest(
  ({ request }: { request: SearchRequest; keep: number | null }) => call('search_clients', request),
  (answer, question) => {
    results = answer
    answered = question.request.text
    refused = null
    const kept = answer.clients.findIndex((row) => row.number === question.keep)
    selected = Math.max(0, kept)
  },
  (thrown) => {
    const error = failure(thrown)
    // Interrupted by a newer search, whose answer is on its way.
    if (error.code !== 'superseded') refused = error
  },
)

const asked = (): SearchRequest => ({ text, include_inactive: includeInactive, filter, limit: LIMIT })

function ask(keep: number | null) {
  if (text.trim() === '' && !filtered) {
    searching.drop()
    results = null
    answered = ''
    selected = 0
  } else searching.ask({ request: asked(), keep })
}

export const search = {
  get text(): string {
    return text
  },
  /** What the present results answer: it may lag behind `text` by one keystroke. */
  get answered(): string {
    return answered
  },
  get includeInactive(): boolean {
    return includeInactive
  },
  get results(): SearchResults | null {
    return results
  },
  get recents(): ClientRow[] | null {
    return recents
  },
  get refused(): ApiFailure | null {
    return refused
  },
  /** The index of the chosen row among those shown. */
  get selected(): number {
    return selected
  },
  set selected(index: number) {
    selected = index
  },
  get filter(): SearchFilter {
    return filter
  },
  /** Whether a filter leaves somebody out. */
  get filtered(): boolean {
    return filtered
  },
  /** The search as it stands. */
  get request(): SearchRequest {
    return asked()
  },
  type(next: string): void {
    text = next
    ask(null)
  },
  /** A search from the beginning: nothing narrows it. */
  begin(next: string): void {
    filter = EVERYBODY
    this.type(next)
  },
  narrow(by: Partial<SearchFilter>, keep: number | null): void {
    filter = { ...filter, ...by }
    ask(keep)
  },
  widen(keep: number | null): void {
    filter = EVERYBODY
    ask(keep)
  },
  showInactive(shown: boolean, keep: number | null): void {
    includeInactive = shown
    ask(keep)
  },
  /** Asks again, keeping the choice on the same client: something was written, or the page is shown again. */
  async refresh(keep: number | null): Promise<void> {
    ask(keep)
    try {
      recents = await call('recent_clients', { limit: RECENTS })
    } catch (thrown) {
      refused = failure(thrown)
    }
  },
}
