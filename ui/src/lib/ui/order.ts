// Where a line of a list goes when it is moved.

/** The list with one line moved by so many places, within the list's bounds. */
export function shifted<Id>(ids: readonly Id[], id: Id, by: number): Id[] {
  const from = ids.indexOf(id)
  if (from < 0) return [...ids]
  const rest = ids.toSpliced(from, 1)
  return rest.toSpliced(Math.min(Math.max(from + by, 0), rest.length), 0, id)
}

/** The list with one line moved into a gap: 0 is before the first line, as many as there are lines after the last. */
export function intoGap<Id>(ids: readonly Id[], id: Id, gap: number): Id[] {
  const from = ids.indexOf(id)
  return shifted(ids, id, (gap > from ? gap - 1 : gap) - from)
}

type Point = Pick<PointerEvent, 'clientX' | 'clientY'>
type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

/** The gap that a point lies nearest to, given the edges of lines under one another. */
export function gapAt({ clientY: y }: Point, lines: readonly Box[]): number {
  const below = lines.findIndex(({ top, bottom }) => y < (top + bottom) / 2)
  return below < 0 ? lines.length : below
}

/** The same for cells that fill rows from the left, as words fill lines. */
export function gapAmong({ clientX: x, clientY: y }: Point, cells: readonly Box[]): number {
  const after = cells.findIndex(
    ({ top, bottom, left, right }) => y < top || (y < bottom && x < (left + right) / 2),
  )
  return after < 0 ? cells.length : after
}
