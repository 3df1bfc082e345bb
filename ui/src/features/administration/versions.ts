// The wordings of each indicator, version by version.
import type { ConsentSetup, Indicator, Wording } from '$lib/api'

export interface Version {
  wording: Wording
  /** The one that is shown to clients now. */
  current: boolean
  /** Not shown yet. */
  coming: boolean
}
export interface Versions {
  indicator: Indicator
  versions: Version[]
}

/** The newest version that has begun; while none has, the oldest, as when a decision is recorded. */
export function wordingInForce(wordings: readonly Wording[], now: number): Wording | undefined {
  return wordings.find((wording) => wording.effective_from <= now) ?? wordings.at(-1)
}

/** In the shop's order; indicators without any wording are left out. */
export function versionsOf({ indicators, wordings }: ConsentSetup, now: number): Versions[] {
  return indicators.flatMap(({ indicator }) => {
    const own = wordings.filter((wording) => wording.indicator === indicator.id)
    const inForce = wordingInForce(own, now)
    if (inForce === undefined) return []
    const versions = own.map((wording) => ({
      wording,
      current: wording === inForce,
      coming: wording !== inForce && wording.effective_from > now,
    }))
    return [{ indicator, versions }]
  })
}

/** The day of a moment as a date field wants it, « 2026-11-25 ». */
export function dayField(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The first moment of a day of a date field, or null where it holds none: a wording is shown from opening time on. */
export function startOfDay(field: string): number | null {
  const [year, month, day] = field.split('-').map(Number)
  const at = new Date(year ?? NaN, (month ?? NaN) - 1, day).getTime()
  return Number.isNaN(at) ? null : at
}
