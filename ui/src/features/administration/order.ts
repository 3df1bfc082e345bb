// Where a line of a list goes when it is moved.

/** The list with one line moved by so many places, within the list's bounds. */
export function shifted(ids: readonly number[], id: number, by: number): number[] {
  const from = ids.indexOf(id)
  if (from < 0) return [...ids]
  const rest = ids.toSpliced(from, 1)
  return rest.toSpliced(Math.min(Math.max(from + by, 0), rest.length), 0, id)
}

/** The list with one line moved into a gap: 0 is before the first line, as many as there are lines after the last. */
export function intoGap(ids: readonly number[], id: number, gap: number): number[] {
  const from = ids.indexOf(id)
  return shifted(ids, id, (gap > from ? gap - 1 : gap) - from)
}

/** The gap that a height lies nearest to, given the edges of the lines from above. */
export function gapAt(y: number, lines: readonly { top: number; bottom: number }[]): number {
  const below = lines.findIndex(({ top, bottom }) => y < (top + bottom) / 2)
  return below < 0 ? lines.length : below
}
