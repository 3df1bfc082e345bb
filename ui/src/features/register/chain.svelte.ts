// The last check of the chain. One runs on arrival, for only it knows how many decisions there are and the newest seal.
import { call, failure, type ApiFailure, type ChainCheck } from '$lib/api'

export function chainCheck() {
  let found = $state.raw<ChainCheck | null>(null)
  let asked = $state.raw<string | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = $state(false)

  return {
    /** Null until the first answer. */
    get found(): ChainCheck | null {
      return found
    },
    /** The printed seal that was looked for with it. */
    get asked(): string | null {
      return asked
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get busy(): boolean {
      return busy
    },
    /** Goes through the whole chain; with a printed seal, which must be in it. */
    async run(head: string | null): Promise<void> {
      if (busy) return
      busy = true
      try {
        found = await call('check_chain', { head })
        asked = head
        refused = null
      } catch (thrown) {
        refused = failure(thrown)
      }
      busy = false
    },
  }
}
