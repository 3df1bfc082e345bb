// What is sold, and what it costs from which day on: as the core has it, shown again after each write.
import { call, failure, on, type ApiFailure, type Offer, type OfferList } from '$lib/api'

export type Offers = ReturnType<typeof offers>

export function offers() {
  let current = $state.raw<OfferList | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read() {
    try {
      current = await call('offers')
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get current(): OfferList | null {
      return current
    },
    /** Those that are sold, in the order in which they are proposed. */
    get sold(): Offer[] {
      return current?.offers.filter((one) => !one.archived) ?? []
    },
    get archived(): Offer[] {
      return current?.offers.filter((one) => one.archived) ?? []
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** Runs one write and shows what it made; returns why it was refused, or null. */
    async write(gesture: () => Promise<unknown>): Promise<ApiFailure | null> {
      try {
        await gesture()
        await read()
        return null
      } catch (thrown) {
        return failure(thrown)
      }
    },
    /** Reads everything and follows it until the returned function is called. */
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (changed.all || changed.shop) void read()
      })
    },
  }
}
