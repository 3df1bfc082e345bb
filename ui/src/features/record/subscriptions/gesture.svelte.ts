// One write of a dialog: never twice at once, and what was refused is kept for saying why in its place.
import { failure, type ApiFailure, type Rule } from '$lib/api'

export function gesture() {
  let busy = $state(false)
  let refused = $state.raw<ApiFailure | null>(null)

  return {
    get busy(): boolean {
      return busy
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** The rule that said no, if one did. */
    get rule(): Rule | null {
      return refused?.code === 'refused' ? ((refused.params['rule'] as Rule | undefined) ?? null) : null
    },
    /** What was refused is asked no longer: says no more why. */
    forget(): void {
      refused = null
    },
    /** Runs it; null when it was refused, or another one is under way. */
    async run<T>(write: () => Promise<T>): Promise<T | null> {
      if (busy) return null
      busy = true
      refused = null
      try {
        return await write()
      } catch (thrown) {
        refused = failure(thrown)
        return null
      } finally {
        busy = false
      }
    },
  }
}
