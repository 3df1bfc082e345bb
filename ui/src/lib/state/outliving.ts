// The state of a page that goes on when the page is left while something runs: whoever comes back, with the same file open, finds it again
// with what became of it. What does not run is forgotten with the page.
import { session } from './session.svelte'

/** `fresh`: makes the state with which the page begins. */
export function outliving<State extends { readonly running: boolean }>(fresh: () => State) {
  let current: { state: State; path: string | null } | null = null
  let watching = 0

  const isOpen = (path: string | null) => path !== null && path === session.shop?.path

  return {
    /** What runs, or ended while nobody watched; else a fresh one. */
    take(): State {
      const found = current
      if (found !== null && isOpen(found.path) && (found.state.running || watching === 0)) return found.state
      const state = fresh()
      current = { state, path: session.shop?.path ?? null }
      return state
    },
    /** Says that a page shows it, until the returned function is called. Fit for `$effect`. */
    watch(state: State): () => void {
      watching += 1
      return () => {
        watching -= 1
        if (watching === 0 && current?.state === state && !state.running) current = null
      }
    },
    /** Whether no page shows it, while the file that it speaks of is still open. */
    isUnwatched: (state: State): boolean =>
      watching === 0 && current?.state === state && isOpen(current.path),
  }
}
