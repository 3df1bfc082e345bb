// A merge taken back, wherever it is asked for.
import { call } from '$lib/api'
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'

/** Takes it back and says so, or why not. `id`: of the merge; `merged`: the record that exists again. */
export async function undoMerge({ id, merged }: { id: number; merged: number }): Promise<void> {
  const words = t.duplicates.record
  try {
    await call('undo_merge', { id })
    toasts.show({ tone: 'ok', title: words.undone, text: words.undoneText(merged) })
  } catch (thrown) {
    toasts.error(thrown)
  }
}
