// The bar of the guard: as long as there are clients, with a gap between its parts.
import type { ReasonCount } from '$lib/api'

export interface Segment {
  /** Null: those who are kept. */
  of: ReasonCount | null
  x: number
  width: number
}

/** How wide the whole bar is drawn, in its own units. */
export const BAR = 1000
const GAP = 4
/** What is there at all can be seen. */
const LEAST = 3

/** The parts of the bar in the order of the words under it; none where nobody was counted. */
export function segmentsOf(kept: number, reasons: readonly ReasonCount[]): Segment[] {
  const parts = [{ of: null, clients: kept }, ...reasons.map((of) => ({ of, clients: of.clients }))].filter(
    ({ clients }) => clients > 0,
  )
  const all = parts.reduce((sum, { clients }) => sum + clients, 0)
  const room = BAR - GAP * Math.max(0, parts.length - 1) - LEAST * parts.length
  let x = 0
  return parts.map(({ of, clients }) => {
    const segment = { of, x, width: LEAST + (room * clients) / all }
    x += segment.width + GAP
    return segment
  })
}
