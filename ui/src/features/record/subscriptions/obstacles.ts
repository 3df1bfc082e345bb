// What stands in the way of another type of contact: what of it can be taken away first, and what stays in the file for good.
import type { HeldThing, Obstacle, TypeChangePreview } from '$lib/api'
import { t } from '$lib/i18n'

type Removable = Extract<HeldThing, 'used' | 'delivery' | 'sponsored'>

/** As what it can be taken away, or null: the core says what stays for good. */
function removableAs({ thing, removable }: Obstacle): Removable | null {
  return removable && (thing === 'used' || thing === 'delivery' || thing === 'sponsored') ? thing : null
}

export const stays = (obstacle: Obstacle): boolean => removableAs(obstacle) === null

/** What can be done about it, in sentences. Where something stays, taking the rest away would be of no use. */
export function adviceOn({ obstacles, from }: TypeChangePreview): string[] {
  const words = t.subscriptions.type
  const lasting = obstacles.filter(stays)
  if (lasting.length === 0) {
    const things = new Set(obstacles.map(removableAs).filter((thing) => thing !== null))
    return [...[...things].map((thing) => words.takeAway[thing]), `${words.thenChange} ${words.unchanged}`]
  }
  const pays = lasting.some(({ thing }) => thing === 'paid' || thing === 'invoice')
  return [words.stays(t.common.types[from]), ...(pays ? [words.otherPayer] : []), words.unchanged]
}
