// What one panel shows: read on arrival, read again whenever the record changed, and never ahead of the core.
import { failure, on, type ApiFailure } from '$lib/api'
import { toasts } from '$lib/state/toasts.svelte'

export type Panel<Answer> = ReturnType<typeof panelOf<Answer>>

/** `shop`: whether it shows something that the shop keeps for all records. */
export function panelOf<Answer>(number: number, ask: () => Promise<Answer>, shop = false) {
  let current = $state.raw<Answer | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read() {
    try {
      current = await ask()
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  /** Runs one write and shows what it made; returns why it was refused, or null. */
  async function write(gesture: () => Promise<Answer>): Promise<ApiFailure | null> {
    try {
      current = await gesture()
      return null
    } catch (thrown) {
      return failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get current(): Answer | null {
      return current
    },
    get refused(): ApiFailure | null {
      return refused
    },
    read,
    write,
    /** Runs one write that has no place of its own for a refusal; says whether it was done. */
    async attempt(gesture: () => Promise<Answer>): Promise<boolean> {
      const error = await write(gesture)
      if (error) toasts.error(error)
      return error === null
    },
    /** Reads it and follows it until the returned function is called. */
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (changed.all || (shop && changed.shop) || changed.clients.includes(number)) void read()
      })
    },
  }
}
