// The keys worth knowing just now, for the status bar: whoever has the keyboard says them, else the page's own are shown.
import { untrack } from 'svelte'

export interface Hint {
  keys: string[]
  label: string
}

let layers = $state.raw<Hint[][]>([])

export const keyHints = {
  /** What was said last, or null. */
  get current(): Hint[] | null {
    return layers.at(-1) ?? null
  },
  /** Shows these (at most three, so that they fit) until the returned function is called. Fit for `$effect`. */
  use(layer: Hint[]): () => void {
    // An effect that says its keys must not follow everyone else's.
    untrack(() => (layers = [...layers, layer]))
    return () => untrack(() => (layers = layers.filter((other) => other !== layer)))
  },
}
