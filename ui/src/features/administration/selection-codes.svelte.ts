// The shop's selection codes, as the core has them: read on arrival, shown again after each write, never ahead of one.
import { call, failure, on, type ApiFailure, type Removal, type SelectionCode } from '$lib/api'
import { toasts } from '$lib/state/toasts.svelte'

export type SelectionCodes = ReturnType<typeof selectionCodes>

export function selectionCodes() {
  let all = $state.raw<SelectionCode[] | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  const current = $derived((all ?? []).filter((code) => code.archived_at === null))
  const archived = $derived((all ?? []).filter((code) => code.archived_at !== null))

  async function read() {
    try {
      all = await call('selection_codes')
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  /** Runs one write and shows what it made; returns why it was refused, or null. */
  async function write(gesture: () => Promise<SelectionCode[]>): Promise<ApiFailure | null> {
    try {
      all = await gesture()
      return null
    } catch (thrown) {
      return failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get all(): SelectionCode[] | null {
      return all
    },
    /** Those that may be given, in their order. */
    get current(): SelectionCode[] {
      return current
    },
    get archived(): SelectionCode[] {
      return archived
    },
    get refused(): ApiFailure | null {
      return refused
    },
    write,
    /** Puts them in another order; says whether it did. */
    async order(ids: number[]): Promise<boolean> {
      const error = await write(() => call('order_selection_codes', { ids }))
      if (error) toasts.error(error)
      return error === null
    },
    /** Deletes a code, or archives one that records have; returns which, or why not. */
    async remove(id: number): Promise<Removal | ApiFailure> {
      try {
        const { removal, codes } = await call('remove_selection_code', { id })
        all = codes
        return removal
      } catch (thrown) {
        return failure(thrown)
      }
    },
    /** Reads them and follows them until the returned function is called. */
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (changed.all || changed.shop) void read()
      })
    },
  }
}
