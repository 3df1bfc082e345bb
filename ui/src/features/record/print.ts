// « Imprimer »: the record on paper, where the person says, and opened in the system's reader, which prints.
import { call, openDocument } from '$lib/api'
import { today } from '$lib/days'
import { language, t } from '$lib/i18n'
import { handOver } from '$lib/state/hand-over'
import { toasts } from '$lib/state/toasts.svelte'

/** « fiche-7-2026-11-28.pdf »: no name of a person in the name of a file. */
export async function printRecord(number: number): Promise<void> {
  const words = t.exports.print
  const path = await handOver(`${words.file}-${number}-${today()}.pdf`, words.saved, (path) =>
    call('save_record_sheet', { number, language: language.current, path }),
  )
  if (path !== null) await openDocument(path).catch(toasts.error)
}
