// Lists by name.
import { ApiFailure, call, failure, on, type ListQuery, type NewSavedList, type SavedList } from '$lib/api'
import { ofShop } from '$lib/state/followed.svelte'
import { toasts } from '$lib/state/toasts.svelte'

export type SavedLists = ReturnType<typeof savedLists>

export function savedLists() {
  let all = $state.raw<SavedList[]>([])
  let current = $state.raw<number | null>(null)

  async function read() {
    try {
      all = await call('saved_lists')
    } catch (thrown) {
      toasts.error(thrown)
    }
  }

  /** Writes one list; returns it, or why not. */
  async function write(list: NewSavedList): Promise<SavedList | ApiFailure> {
    try {
      const saved = await call('save_list', list)
      await read()
      return saved
    } catch (thrown) {
      return failure(thrown)
    }
  }

  const find = (id: number | null) => all.find((list) => list.id === id) ?? null

  return {
    get all(): readonly SavedList[] {
      return all
    },
    /** The one that is shown, which may have been changed since. */
    get current(): SavedList | null {
      return find(current)
    },
    choose(id: number | null): SavedList | null {
      current = id
      return find(id)
    },
    /** Keeps a list under a name; under one that is known it takes that list's place. Returns why not, or null. */
    async save(name: string, query: ListQuery): Promise<ApiFailure | null> {
      const known = all.find(
        (list) => list.name.localeCompare(name.trim(), 'fr', { sensitivity: 'base' }) === 0,
      )
      const saved = await write({ id: known?.id ?? null, name: name.trim(), query })
      if (saved instanceof ApiFailure) return saved
      current = saved.id
      return null
    },
    /** Puts what is shown in the place of a list. */
    async replace({ id, name }: SavedList, query: ListQuery): Promise<ApiFailure | null> {
      const saved = await write({ id, name, query })
      return saved instanceof ApiFailure ? saved : null
    },
    /** Gives a list another name and leaves it as it was saved, whatever is shown. */
    async rename({ id, query }: SavedList, name: string): Promise<ApiFailure | null> {
      const saved = await write({ id, name: name.trim(), query })
      return saved instanceof ApiFailure ? saved : null
    },
    async remove(id: number): Promise<ApiFailure | null> {
      try {
        await call('remove_list', { id })
        if (current === id) current = null
        await read()
        return null
      } catch (thrown) {
        return failure(thrown)
      }
    },
    /** Reads them and follows them until the returned function is called. */
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (ofShop(changed)) void read()
      })
    },
  }
}
