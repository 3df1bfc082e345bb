// What is sold, and what it costs from which day on, as the core has it.
import { call, failure, type ApiFailure, type Offer, type OfferList } from '$lib/api'
import { followed, ofShop } from '$lib/state/followed.svelte'

export type Offers = ReturnType<typeof offers>

export function offers() {
  const list = followed<OfferList>(() => call('offers'), ofShop)

  return {
    /** Null until the first answer. */
    get current(): OfferList | null {
      return list.current
    },
    /** Those that are sold, in the order in which they are proposed. */
    get sold(): Offer[] {
      return list.current?.offers.filter((one) => !one.archived) ?? []
    },
    get archived(): Offer[] {
      return list.current?.offers.filter((one) => one.archived) ?? []
    },
    get refused(): ApiFailure | null {
      return list.refused
    },
    /** Runs one write and reads again; returns why it was refused, or null. */
    async write(gesture: () => Promise<unknown>): Promise<ApiFailure | null> {
      try {
        await gesture()
        await list.read()
        return null
      } catch (thrown) {
        return failure(thrown)
      }
    },
    follow: list.follow,
  }
}
