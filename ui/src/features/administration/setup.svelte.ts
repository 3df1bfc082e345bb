// What clients are asked, as the core has it.
import { call, failure, type ApiFailure, type ConsentSetup, type Removal } from '$lib/api'
import { followed, ofShop } from '$lib/state/followed.svelte'

export type Setup = ReturnType<typeof consentSetup>

export function consentSetup() {
  const setup = followed<ConsentSetup>(() => call('consent_setup'), ofShop)

  return {
    /** Null until the first answer. */
    get current(): ConsentSetup | null {
      return setup.current
    },
    get refused(): ApiFailure | null {
      return setup.refused
    },
    write: setup.write,
    attempt: setup.attempt,
    follow: setup.follow,
    /** Deletes a question, or archives one that decisions name; returns which, or why not. */
    async removeIndicator(id: number): Promise<Removal | ApiFailure> {
      try {
        const removed = await call('remove_indicator', { id })
        setup.put(removed.setup)
        return removed.removal
      } catch (thrown) {
        return failure(thrown)
      }
    },
  }
}
