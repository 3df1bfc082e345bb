// A code that is typed where a wrong one makes everybody wait: the core says how long, this counts it down.
import { failure, glance, type ApiFailure, type ManagerState } from '$lib/api'

const SECOND = 1000

export function codeForm() {
  let refused = $state.raw<ApiFailure | null>(null)
  /** When the next try is allowed, UTC milliseconds. */
  let opens = 0
  let left = $state(0)
  let busy = $state(false)
  let beat: ReturnType<typeof setInterval> | null = null

  function stop() {
    if (beat !== null) clearInterval(beat)
    beat = null
  }

  function count() {
    left = Math.max(0, Math.ceil((opens - Date.now()) / SECOND))
    if (left === 0) stop()
  }

  function hold(seconds: number) {
    stop()
    opens = Date.now() + seconds * SECOND
    count()
    if (left > 0) beat = setInterval(count, SECOND / 4)
  }

  /** How long the core wants everybody to wait, which outlives the dialog and the program. */
  async function look() {
    try {
      hold((await glance('manager')).wait)
    } catch {
      // Then the next try tells.
      hold(0)
    }
  }

  return {
    get refused(): ApiFailure | null {
      return refused
    },
    /** Seconds until the next try; 0: at once. */
    get left(): number {
      return left
    },
    get busy(): boolean {
      return busy
    },
    /** Whether the code that was typed is what was refused. */
    get wrong(): boolean {
      return refused?.code === 'manager_code_wrong' || refused?.code === 'manager_code_wait'
    },
    look,
    stop,
    forget(): void {
      refused = null
    },
    /** Tells the core; returns what it makes of it, or null when it refused. */
    async give(gesture: () => Promise<ManagerState>): Promise<ManagerState | null> {
      if (busy || left > 0) return null
      busy = true
      try {
        const state = await gesture()
        refused = null
        return state
      } catch (thrown) {
        refused = failure(thrown)
        hold(Number(refused.params['seconds'] ?? 0))
        return null
      } finally {
        busy = false
      }
    },
  }
}
