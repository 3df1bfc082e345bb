// The imports of the shop, and taking one back: what that would do is asked first, what it did is told afterwards.
import {
  call,
  failure,
  on,
  type ApiFailure,
  type Events,
  type ImportEntry,
  type UndoImportReport,
} from '$lib/api'
import { followed } from '$lib/state/followed.svelte'

export type PastImports = ReturnType<typeof pastImports>

export function pastImports() {
  // An import and taking one back change everything; nothing else changes what is told of them.
  const imports = followed<ImportEntry[]>(
    () => call('imports'),
    (changed) => changed.all,
  )

  return {
    /** The newest first; null until the first answer. */
    get rows(): ImportEntry[] | null {
      return imports.current
    },
    get refused(): ApiFailure | null {
      return imports.refused
    },
    read: imports.read,
    follow: imports.follow,
  }
}

export type Undoing = ReturnType<typeof undoing>

/** One import that is about to be taken back. */
export function undoing({ id }: ImportEntry) {
  let report = $state.raw<UndoImportReport | null>(null)
  let done = $state(false)
  let busy = $state(false)
  let refused = $state.raw<ApiFailure | null>(null)
  let progress = $state.raw<Pick<Events['progress'], 'done' | 'total'>>({ done: 0, total: 0 })

  async function ask(gesture: () => Promise<UndoImportReport>): Promise<boolean> {
    if (busy) return false
    busy = true
    refused = null
    try {
      report = await gesture()
      return true
    } catch (thrown) {
      refused = failure(thrown)
      return false
    } finally {
      busy = false
    }
  }

  return {
    /** What it would do, or once `done` what it did; null until the first answer. */
    get report(): UndoImportReport | null {
      return report
    },
    get done(): boolean {
      return done
    },
    /** Whether the core is being asked, for what it would do or to do it. */
    get busy(): boolean {
      return busy
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get progress() {
      return progress
    },
    read: () => ask(() => call('undo_import_preview', { id })),
    async run(): Promise<void> {
      done = await ask(() => call('undo_import', { id }))
    },
    /** Follows how far it is until the returned function is called. */
    follow: () =>
      on('progress', (event) => {
        if (event.task === 'import') progress = event
      }),
  }
}
