// The day and the hour of an answer, as typed: 18/09/2018, 06:56. Native date fields are missing from some system web views.

/** The moment in UTC milliseconds, or null when it cannot be read or does not exist in the calendar. */
export function readMoment(day: string, time: string): number | null {
  const date = /^(\d{1,2})[/.\- ]?(\d{1,2})[/.\- ]?(\d{4})$/.exec(day.trim())
  const hour = /^(\d{1,2})\s*[:h]\s*(\d{2})$/i.exec(time.trim())
  if (!date || !hour) return null
  const [d, m, y, h, min] = [...date.slice(1), ...hour.slice(1)].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (h > 23 || min > 59) return null
  const read = new Date(y, m - 1, d, h, min)
  return read.getFullYear() === y && read.getMonth() === m - 1 && read.getDate() === d ? read.getTime() : null
}
