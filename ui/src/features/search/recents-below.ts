// How much room the results leave for the records opened last.

/** Heights in pixels: everything around the list, a row of results, a heading with one line of three records, a further line. */
const AROUND = 270
const ROW = 44
const FIRST_LINE = 130
const NEXT_LINE = 66

/** How many of the records opened last fit under so many results: none, or one, two or three lines of three. */
export function recentsBelow(results: number, windowHeight: number): number {
  const left = windowHeight - AROUND - Math.max(results, 4) * ROW - FIRST_LINE
  if (left < 0) return 0
  return 3 * Math.min(3, 1 + Math.floor(left / NEXT_LINE))
}
