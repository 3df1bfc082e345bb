// What clients are asked, as the core has it: read on arrival, shown again after each write, never ahead of one.
import { call, failure, on, type ApiFailure, type ConsentSetup, type Removal } from '$lib/api'
import { toasts } from '$lib/state/toasts.svelte'

export type Setup = ReturnType<typeof consentSetup>

export function consentSetup() {
  let current = $state.raw<ConsentSetup | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read() {
    try {
      current = await call('consent_setup')
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  /** Runs one write and shows what it made; returns why it was refused, or null. */
  async function write(gesture: () => Promise<ConsentSetup>): Promise<ApiFailure | null> {
    try {
      current = await gesture()
      return null
    } catch (thrown) {
      return failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get current(): ConsentSetup | null {
      return current
    },
    get refused(): ApiFailure | null {
      return refused
    },
    write,
    /** Runs one write that has no place of its own for a refusal; returns whether it was done. */
    async attempt(gesture: () => Promise<ConsentSetup>): Promise<boolean> {
      const error = await write(gesture)
      if (error) toasts.error(error)
      return error === null
    },
    /** Deletes a question, or archives one that decisions name; returns which, or why not. */
    async removeIndicator(id: number): Promise<Removal | ApiFailure> {
      try {
        const { removal, setup } = await call('remove_indicator', { id })
        current = setup
        return removal
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
