// How much room the results leave for the records opened last.

/** Heights in pixels: the headings of the table with the strip of hidden records, the heading of the recents, one line of three. */
const AROUND = 74
const HEADING = 48
const LINE = 62

/** What stands instead of a table without rows. */
const NOTHING = 250

/** From so many pixels on rows are higher (styles/search.css). */
const WIDE = 1600

/** How many of the records opened last fit under so many results in a list so high: none, or one, two or three lines of three. */
export function recentsBelow(results: number, listHeight: number, windowWidth: number): number {
  const rows = results === 0 ? NOTHING : results * (windowWidth < WIDE ? 40 : 44)
  const left = listHeight - AROUND - rows - HEADING
  return 3 * Math.max(0, Math.min(3, Math.floor(left / LINE)))
}
