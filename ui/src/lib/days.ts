// Days without a time: YYYY-MM-DD between the window and the core, JJ/MM/AAAA for people.
import { readMoment } from '$lib/consents/answer-date'
import { isoDay } from '$lib/i18n'
import { dayOfFile } from '$lib/state/hand-over'

/** Today, YYYY-MM-DD. */
export const today = (): string => dayOfFile(Date.now())

/** « 28/11/2026 » for a day of the core; empty for none. */
export const shownDay = (iso: string | null): string => (iso === null ? '' : isoDay(iso))

/** The day that was typed, or null when it cannot be read or is not in the calendar. */
export function readDay(typed: string): string | null {
  const at = readMoment(typed, '12:00')
  return at === null ? null : dayOfFile(at)
}
