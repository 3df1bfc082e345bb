// What Ctrl+Z would take back. The core decides; this only mirrors its answer.
import { call, failure, on, type UndoState } from '$lib/api'
import { t } from '$lib/i18n/first'
import { router, type Page } from './router.svelte'
import { toasts } from './toasts.svelte'

let state = $state.raw<UndoState | null>(null)
/** The notice that offers to undo the last change, and the record it speaks of; pointless once it is undone. */
let offer: { notice: number; client: number | null } | null = null

function withdraw() {
  if (offer !== null) toasts.close(offer.notice)
  offer = null
}

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
  /** Says what was done, with « Annuler » beside it. */
  offer(title: string, text?: string): void {
    withdraw()
    const page = router.page
    const notice = toasts.show({
      tone: 'ok',
      title,
      ...(text === undefined ? {} : { text }),
      action: { label: t.shell.undo, keys: [t.common.ctrl, 'Z'], run: () => void undo.run() },
    })
    offer = { notice, client: page.name === 'record' ? page.number : null }
  },
  /** Takes the offer away once another record, or an import, is on the screen. Ctrl+Z goes on working. */
  moved(page: Page): void {
    const elsewhere = page.name === 'record' && page.number !== offer?.client
    if (elsewhere || page.name === 'imports') withdraw()
  },
  /** Takes the last edit back, says so, and offers the record if it is not the one on the screen. */
  async run(): Promise<void> {
    withdraw()
    try {
      const { number, client } = await call('undo')
      const page = router.page
      const shown = page.name === 'record' && page.number === number
      toasts.show({
        tone: 'ok',
        title: t.shell.undone,
        text: [client.last_name, client.first_name].filter(Boolean).join(' ') || client.company,
        ...(shown
          ? {}
          : { action: { label: t.common.open, run: () => void router.go({ name: 'record', number }) } }),
      })
    } catch (thrown) {
      const error = failure(thrown)
      if (error.code !== 'nothing_to_undo') toasts.error(error)
    }
    await undo.refresh()
  },
  follow(): () => void {
    void undo.refresh()
    return on('changed', () => void undo.refresh())
  },
}
