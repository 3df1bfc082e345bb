// What one panel shows: something that the record has.
import { followed, ofClient, ofShop, type Followed } from '$lib/state/followed.svelte'

export type Panel<Answer> = Followed<Answer>

/** `shop`: whether it shows something that the shop keeps for all records. */
export function panelOf<Answer>(number: number, ask: () => Promise<Answer>, shop = false): Panel<Answer> {
  const own = ofClient(number)
  return followed(ask, (changed) => own(changed) || (shop && ofShop(changed)))
}
