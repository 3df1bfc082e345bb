// Days as people type them: « 14/12/2018 », « 14.12.18 », « 14/12 » of this year, « 14 » of this month. Native date fields are missing from
// some system web views.

const iso = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

/** Today in the local calendar, as the wire has it. */
export const today = (now = Date.now()) => iso(new Date(now))

/** The day on the wire (2018-12-14); null for nothing, undefined where it cannot be read or does not exist. */
export function readDay(text: string, now = Date.now()): string | null | undefined {
  if (text.trim() === '') return null
  const parts = /^(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?)?$/.exec(text.trim())
  if (!parts) return undefined
  const present = new Date(now)
  const day = Number(parts[1])
  const month = parts[2] === undefined ? present.getMonth() + 1 : Number(parts[2])
  const typed = parts[3] === undefined ? present.getFullYear() : Number(parts[3])
  const read = new Date(typed < 100 ? 2000 + typed : typed, month - 1, day)
  return read.getMonth() === month - 1 && read.getDate() === day ? iso(read) : undefined
}

/** Whole days from one day to a later one, both as on the wire. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
