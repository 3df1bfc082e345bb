// What Ctrl+Z would take back. The core decides; this only mirrors its answer.
import { call, on, type ClientRecord, type UndoState } from '$lib/api'

let state = $state.raw<UndoState | null>(null)

export const undo = {
  /** The last edit or inactive flag of this session, or null when there is nothing to take back. */
  get state(): UndoState | null {
    return state
  },
  async refresh(): Promise<void> {
    try {
      state = await call('undo_state')
    } catch {
      // No file is open: then there is nothing to undo either.
      state = null
    }
  },
  /** Takes the last edit back and returns the record as it is again. */
  async run(): Promise<ClientRecord> {
    try {
      return await call('undo')
    } finally {
      await undo.refresh()
    }
  },
  follow(): () => void {
    void undo.refresh()
    return on('changed', () => void undo.refresh())
  },
}
