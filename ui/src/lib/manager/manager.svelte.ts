// The manager code, asked for once at a time: whatever needs it meanwhile waits for the same answer.
import { whenCodeNeeded } from '$lib/api'

let asked = $state.raw<{ answer: (given: boolean) => void } | null>(null)
let answer: Promise<boolean> | null = null

export const manager = {
  /** Whether the dialog is open. */
  get asked(): boolean {
    return asked !== null
  },
  /** Asks for the code; resolves when it was given, or when the person gave up. */
  ask(): Promise<boolean> {
    answer ??= new Promise<boolean>((resolve) => {
      asked = { answer: resolve }
    }).finally(() => (answer = null))
    return answer
  },
  /** What became of it. */
  settle(given: boolean): void {
    const waiting = asked
    asked = null
    waiting?.answer(given)
  },
  /** Asks whenever a command needs it, until the returned function is called. */
  follow: () => whenCodeNeeded(manager.ask),
}
