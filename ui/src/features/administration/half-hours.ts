// The hours of a day as lists offer them.
import type { SmsHours } from '$lib/api'

const STEP = 30

/** 510 → « 08:30 », in both languages as times are. */
export function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** Every half hour from the first minute to the last, both included, and the one that is stored even where it is none of them. */
export function halfHours({ from, to }: SmsHours, stored: number): number[] {
  const first = Math.ceil(from / STEP)
  const halves = Array.from(
    { length: Math.floor(to / STEP) - first + 1 },
    (_, index) => (first + index) * STEP,
  )
  return [...new Set([...halves, from, to, stored])].toSorted((a, b) => a - b)
}
