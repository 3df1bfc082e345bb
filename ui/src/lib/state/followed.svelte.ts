// Something that the core knows, as it is shown: read on arrival, read again whenever it changed, and never ahead of the core. An answer that
// a newer one, or a write, has overtaken is dropped.
import { untrack } from 'svelte'
import { failure, on, type ApiFailure, type Events } from '$lib/api'
import { toasts } from './toasts.svelte'

type Changed = Events['changed']

export type Followed<Answer> = ReturnType<typeof followed<Answer>>

/** What the shop keeps for all records. */
export const ofShop = (changed: Changed): boolean => changed.all || changed.shop

/** What one record has. */
export const ofClient =
  (number: number) =>
  (changed: Changed): boolean =>
    changed.all || changed.clients.includes(number)

/** `concerns`: whether a change may have changed it. */
export function followed<Answer>(ask: () => Promise<Answer>, concerns: (changed: Changed) => boolean) {
  let current = $state.raw<Answer | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let asked = 0

  async function read(): Promise<void> {
    const turn = ++asked
    try {
      const answer = await ask()
      if (turn !== asked) return
      current = answer
      refused = null
    } catch (thrown) {
      if (turn === asked) refused = failure(thrown)
    }
  }

  /** Shows what a write made. */
  function put(answer: Answer): void {
    asked += 1
    current = answer
    refused = null
  }

  /** Runs one write and shows what it made; returns why it was refused, or null. */
  async function write(gesture: () => Promise<Answer>): Promise<ApiFailure | null> {
    try {
      put(await gesture())
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
    put,
    write,
    /** Runs one write that has no place of its own for a refusal; says whether it was done. */
    async attempt(gesture: () => Promise<Answer>): Promise<boolean> {
      const error = await write(gesture)
      if (error) toasts.error(error)
      return error === null
    },
    /** Reads it and follows it until the returned function is called. */
    follow(): () => void {
      untrack(() => void read())
      return on('changed', (changed) => {
        if (concerns(changed)) void read()
      })
    },
  }
}
