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

/**
 * The first moment of a day as typed, « 25/11/2026 », or null where it is none of the calendar: a wording is shown from
 * opening time on. Typed, because native date fields are missing from some system web views.
 */
export function startOfDay(typed: string): number | null {
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typed.trim())
  if (!parts) return null
  const [day, month, year] = parts.slice(1).map(Number) as [number, number, number]
  const date = new Date(year, month - 1, day)
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null
}
