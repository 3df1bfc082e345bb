// Which keys move the choice in the list of results, and where it ends.

/** A move of the choice in the list of results. */
export type Step = 'next' | 'previous' | 'page-next' | 'page-previous' | 'first' | 'last'

/** How many rows a page key moves. */
const PAGE = 10

const KEYS: Record<string, Step> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'page-next',
  PageUp: 'page-previous',
  Home: 'first',
  End: 'last',
}

/** The move that a key asks for; with a modifier the key means something else. `typed`: Home and End move in a text that is typed. */
export function stepOf(event: KeyboardEvent, typed = false): Step | undefined {
  if (typed && (event.key === 'Home' || event.key === 'End')) return undefined
  const modified = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
  return modified || event.isComposing ? undefined : KEYS[event.key]
}

/** The index after a move in a list of `length` rows. */
export function stepped(index: number, step: Step, length: number): number {
  const last = length - 1
  const to = {
    next: index + 1,
    previous: index - 1,
    'page-next': index + PAGE,
    'page-previous': index - PAGE,
    first: 0,
    last,
  }[step]
  return Math.max(0, Math.min(last, to))
}
