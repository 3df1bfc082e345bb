// The shop's selection codes, as the core has them.
import { call, failure, type ApiFailure, type Removal, type SelectionCode } from '$lib/api'
import { followed, ofShop } from '$lib/state/followed.svelte'

export type SelectionCodes = ReturnType<typeof selectionCodes>

export function selectionCodes() {
  const codes = followed<SelectionCode[]>(() => call('selection_codes'), ofShop)
  const current = $derived((codes.current ?? []).filter((code) => code.archived_at === null))
  const archived = $derived((codes.current ?? []).filter((code) => code.archived_at !== null))

  return {
    /** Null until the first answer. */
    get all(): SelectionCode[] | null {
      return codes.current
    },
    /** Those that may be given, in their order. */
    get current(): SelectionCode[] {
      return current
    },
    get archived(): SelectionCode[] {
      return archived
    },
    get refused(): ApiFailure | null {
      return codes.refused
    },
    follow: codes.follow,
    /** Gives a code another name, or makes a new one; returns why not, or null. */
    name: (code: SelectionCode | null, name: string): Promise<ApiFailure | null> =>
      codes.write(() =>
        code ? call('rename_selection_code', { id: code.id, name }) : call('create_selection_code', { name }),
      ),
    /** Puts them in another order; says whether it did. */
    order: (ids: number[]): Promise<boolean> => codes.attempt(() => call('order_selection_codes', { ids })),
    /** Deletes a code, or archives one that records have; returns which, or why not. */
    async remove(id: number): Promise<Removal | ApiFailure> {
      try {
        const removed = await call('remove_selection_code', { id })
        codes.put(removed.codes)
        return removed.removal
      } catch (thrown) {
        return failure(thrown)
      }
    },
  }
}
