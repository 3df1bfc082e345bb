// The records that went into this one: the newest merge can be taken back as long as neither of the two changed.
import { call, on, type MergeEntry } from '$lib/api'
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'

export type Merges = ReturnType<typeof mergesOf>

export function mergesOf(number: number) {
  let entries = $state.raw<MergeEntry[]>([])
  let busy = false

  async function read() {
    try {
      entries = await call('merges', { number })
    } catch {
      // The record says by itself why it cannot be read.
      entries = []
    }
  }

  return {
    /** The one that can be taken back now. */
    get reversible(): MergeEntry | null {
      return entries.find((entry) => entry.reversible) ?? null
    },
    async undo({ id, merged }: MergeEntry): Promise<void> {
      if (busy) return
      busy = true
      try {
        await call('undo_merge', { id })
        const text = t.duplicates.record.undoneText(merged)
        toasts.show({ tone: 'ok', title: t.duplicates.record.undone, text })
      } catch (thrown) {
        toasts.error(thrown)
      }
      busy = false
      await read()
    },
    /** Reads them and follows them until the returned function is called. */
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (changed.all || changed.clients.includes(number)) void read()
      })
    },
  }
}
