// The notes of one record, newest first, read page by page and again after every write.
import { call, failure, on, type ApiFailure, type ClientNote } from '$lib/api'
import { ofClient } from '$lib/state/followed.svelte'
import { readOn } from '$lib/state/pages.svelte'

const PAGE = 20

export type Notes = ReturnType<typeof notesOf>

export function notesOf(number: number) {
  const list = readOn(async (before: number | null, limit) => {
    const { notes, next } = await call('client_notes', { number, before, limit })
    return { rows: notes, next }
  }, PAGE)

  /** Runs one write and reads the notes again; returns why it was refused, or null. */
  async function write(gesture: () => Promise<unknown>): Promise<ApiFailure | null> {
    try {
      await gesture()
    } catch (thrown) {
      return failure(thrown)
    }
    await list.again()
    return null
  }

  return {
    /** Null until the first answer. */
    get all(): ClientNote[] | null {
      return list.rows
    },
    /** Whether older ones are left. */
    get more(): boolean {
      return list.more
    },
    get refused(): ApiFailure | null {
      return list.refused
    },
    write,
    older: list.further,
    /** Reads the notes and follows them until the returned function is called. */
    follow(): () => void {
      void list.read()
      return on('changed', (changed) => {
        if (ofClient(number)(changed)) void list.again()
      })
    },
  }
}
