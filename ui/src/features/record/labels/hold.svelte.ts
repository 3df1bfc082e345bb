// What is typed in a panel and not saved yet: the panel asks before it closes over it.
import { untrack } from 'svelte'

interface Held {
  readonly dirty: boolean
  /** Saves, and says whether it worked. */
  save: () => Promise<boolean>
}

export type Hold = ReturnType<typeof holding>

export function holding() {
  let held = $state.raw<Held[]>([])

  return {
    get dirty(): boolean {
      return held.some((one) => one.dirty)
    },
    async save(): Promise<boolean> {
      for (const one of held) if (one.dirty && !(await one.save())) return false
      return true
    },
    /** Holds one form until the returned function is called. Fit for `$effect`. */
    use(form: Held): () => void {
      untrack(() => (held = [...held, form]))
      return () => untrack(() => (held = held.filter((other) => other !== form)))
    },
  }
}
