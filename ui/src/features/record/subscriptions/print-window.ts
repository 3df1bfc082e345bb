// « Impression » of a window: a table on paper, where the person says, and opened in the system's reader, which prints.
import { call, openDocument, type Window, type WindowSort } from '$lib/api'
import { today } from '$lib/days'
import { language, t } from '$lib/i18n'
import { handOver } from '$lib/state/hand-over'
import { toasts } from '$lib/state/toasts.svelte'

/** « factures-7-2026-11-28.pdf »: no name of a person in the name of a file. */
export const windowFile = (number: number, window: Window, ending: 'csv' | 'pdf') =>
  `${t.subscriptions.files[window]}-${number}-${today()}.${ending}`

export async function printWindow(number: number, window: Window, sort: WindowSort): Promise<void> {
  const saved = t.subscriptions.windowSaved(t.subscriptions.windows[window])
  const path = await handOver(windowFile(number, window, 'pdf'), saved, (chosen) =>
    call('save_window_pdf', { number, window, sort, language: language.current, path: chosen }),
  )
  if (path !== null) await openDocument(path).catch(toasts.error)
}
