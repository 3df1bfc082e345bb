// The records that went into this one: the newest merge can be taken back as long as neither of the two changed.
import { call, on, type MergeEntry } from '$lib/api'
import { undoMerge } from '$lib/clients/undo-merge'
import { ofClient } from '$lib/state/followed.svelte'

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
    async undo(entry: MergeEntry): Promise<void> {
      if (busy) return
      busy = true
      await undoMerge(entry)
      busy = false
      await read()
    },
    /** Reads them and follows them until the returned function is called. */
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (ofClient(number)(changed)) void read()
      })
    },
  }
}
