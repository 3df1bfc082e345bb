// Which page is shown. A page with unsaved work sets a guard, which is asked before every move.
import type { ClientInput, Label } from '$lib/api'

export type Page =
  | { name: 'start' }
  /** `path`: the table to preview at once, for example one dropped on the window. */
  | { name: 'imports'; path?: string }
  /** `text`: what the search field holds on arrival; left out, it keeps what was typed last. */
  | { name: 'clients'; text?: string }
  /** « Édition des clients »: lists, and their exports. */
  | { name: 'edition' }
  /** What was written to all clients, and what waits; the rest: what of it is shown at first. */
  | { name: 'messages'; state?: 'trouble'; list?: 'selection_waiting'; channel?: 'sms' | 'mail' }
  /** What was written to the clients of a list; `starting`: with a new one begun. */
  | { name: 'campaigns'; starting?: boolean }
  /** « Relances SAV Clients ». */
  | { name: 'reminders' }
  /** Records that may be the same person. */
  | { name: 'duplicates' }
  /** Two records side by side: `merged` would go into `kept`. */
  | { name: 'merge'; kept: number; merged: number }
  /** What keeps the law: the chain of decisions, the agreements to be asked for again, what left the file. */
  | { name: 'register'; tab?: 'chain' | 'exports' }
  /** The shop's own settings; `tab`: what of them is shown at first. */
  | { name: 'administration'; tab?: 'tariffs' }
  /** `number` null: a new record, whose fields may be filled in beforehand. `label`: which of its labels is open at first. */
  | { name: 'record'; number: number | null; prefill?: Partial<ClientInput>; label?: Label }

/** Says whether the page may be left. It may ask the user first. */
export type Guard = () => boolean | Promise<boolean>

let page = $state.raw<Page>({ name: 'start' })
/** Grows by one at every move, so that the same page opened again starts afresh. */
let visit = $state(0)
/** The newest last: a panel over a page asks before the page does. */
let guards: Guard[] = []
let asking = false

export const router = {
  get page(): Page {
    return page
  },
  get visit(): number {
    return visit
  },
  /** Shows a page unless the present one refuses to be left. Returns whether it was shown. */
  async go(next: Page): Promise<boolean> {
    if (!(await router.mayLeave())) return false
    router.reset(next)
    return true
  },
  /** Shows a page without asking the present one. */
  reset(next: Page): void {
    guards = []
    page = next
    visit += 1
  },
  /** Asks the present page, and what is open over it; a second question while one is open is answered no. */
  async mayLeave(): Promise<boolean> {
    if (asking) return false
    asking = true
    try {
      for (const guard of guards.toReversed()) if (!(await guard())) return false
      return true
    } finally {
      asking = false
    }
  },
  /** Sets what is asked before leaving; returns the function that lifts it. Fit for `$effect`. */
  guard(next: Guard): () => void {
    guards.push(next)
    return () => {
      guards = guards.filter((other) => other !== next)
    }
  },
}
