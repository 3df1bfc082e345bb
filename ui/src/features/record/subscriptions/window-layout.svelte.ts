// Which windows are shown, and in which order: the same on every record.
import type { Window } from '$lib/api'

interface PlacedWindow {
  window: Window
  shown: boolean
}

const USUAL: readonly PlacedWindow[] = (
  ['subscriptions', 'invoices', 'payments', 'deliveries', 'sponsorships'] as const
).map((window) => ({ window, shown: true }))

let placed = $state.raw<readonly PlacedWindow[]>(USUAL)

export const windowLayout = {
  /** All five, in their order. */
  get all(): readonly PlacedWindow[] {
    return placed
  },
  /** Those that are shown, in their order. */
  get shown(): Window[] {
    return placed.filter((one) => one.shown).map((one) => one.window)
  },
  show(window: Window, shown: boolean): void {
    placed = placed.map((one) => (one.window === window ? { ...one, shown } : one))
  },
  reset(): void {
    placed = USUAL
  },
}
