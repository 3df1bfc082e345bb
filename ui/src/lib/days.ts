// Days as people type them, as people read them (JJ/MM/AAAA), and as the core has them (YYYY-MM-DD). They are typed in text fields: native
// date fields are missing from some system web views. What is not in the calendar is never read as another day.
import { isoDay } from '$lib/i18n'

const iso = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')

/** Today in the local calendar, YYYY-MM-DD. */
export const today = (now = Date.now()): string => iso(new Date(now))

/** « 28/11/2026 » for a day of the core; empty for none. */
export const shownDay = (day: string | null): string => (day === null ? '' : isoDay(day))

/** Whole days from one day of the core to a later one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The day of the core so many whole days after another one. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Without separators only eight digits tell day, month and year apart. */
const WRITTEN =
  /^(?:(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?)?|(?=\d{8}$)(\d{2})(\d{2})(\d{4}))$/

/** The beginning of the day that was typed, in local time, or null. */
function read(typed: string, now: number): Date | null {
  const parts = WRITTEN.exec(typed.trim())
  if (!parts) return null
  const present = new Date(now)
  const [, d = parts[4], m = parts[5], y = parts[6]] = parts
  const month = m === undefined ? present.getMonth() : Number(m) - 1
  const year = y === undefined ? present.getFullYear() : Number(y.length === 2 ? `20${y}` : y)
  const date = new Date(year, month, Number(d))
  const real = date.getFullYear() === year && date.getMonth() === month && date.getDate() === Number(d)
  return real ? date : null
}

/**
 * The day that was typed, YYYY-MM-DD: « 14/12/2018 », « 14.12.18 », « 14122018 », « 14/12 » of this year, « 14 » of this month. Null when
 * there is none or it cannot be read.
 */
export function readDay(typed: string, now = Date.now()): string | null {
  const date = read(typed, now)
  return date && iso(date)
}

/** The day once its year stands there whole: what is asked while somebody types is not asked about the days in between. */
export const wholeDay = (typed: string): string | null => (/\d{4}\s*$/.test(typed) ? readDay(typed) : null)

/** What was typed, written whole where it is a day: « 14/12 » → « 14/12/2026 ». */
export const spelledDay = (typed: string): string => shownDay(readDay(typed)) || typed

/** A day and an hour as typed (« 6:56 », « 6h56 »), in UTC milliseconds; null when one cannot be read. */
export function readMoment(day: string, time: string, now = Date.now()): number | null {
  const hour = /^(\d{1,2})\s*[:h]\s*(\d{2})$/i.exec(time.trim())
  const date = read(day, now)
  if (!date || !hour) return null
  const [hours, minutes] = [Number(hour[1]), Number(hour[2])]
  return hours > 23 || minutes > 59 ? null : date.setHours(hours, minutes)
}
