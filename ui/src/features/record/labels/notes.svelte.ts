// The notes of one record, newest first, read page by page and again after every write.
import { call, failure, on, type ApiFailure, type ClientNote } from '$lib/api'

const PAGE = 20

export type Notes = ReturnType<typeof notesOf>

export function notesOf(number: number) {
  let all = $state.raw<ClientNote[] | null>(null)
  let next = $state.raw<number | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read(before: number | null, limit: number) {
    try {
      const page = await call('client_notes', { number, before, limit })
      all = before === null ? page.notes : [...(all ?? []), ...page.notes]
      next = page.next
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  /** As many as are shown, so that nothing jumps. */
  const again = () => read(null, Math.max(PAGE, all?.length ?? 0))

  /** Runs one write and reads the notes again; returns why it was refused, or null. */
  async function write(gesture: () => Promise<unknown>): Promise<ApiFailure | null> {
    try {
      await gesture()
    } catch (thrown) {
      return failure(thrown)
    }
    await again()
    return null
  }

  return {
    /** Null until the first answer. */
    get all(): ClientNote[] | null {
      return all
    },
    /** Whether older ones are left. */
    get more(): boolean {
      return next !== null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    write,
    older: () => (next === null ? Promise.resolve() : read(next, PAGE)),
    /** Reads the notes and follows them until the returned function is called. */
    follow(): () => void {
      void read(null, PAGE)
      return on('changed', (changed) => {
        if (changed.all || changed.clients.includes(number)) void again()
      })
    },
  }
}
