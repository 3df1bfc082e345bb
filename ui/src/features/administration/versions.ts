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
