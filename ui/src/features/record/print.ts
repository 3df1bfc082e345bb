// « Imprimer »: the record on paper, where the person says, and opened in the system's reader, which prints.
import { call } from '$lib/api'
import { language, t } from '$lib/i18n'
import { fileOf, printOut } from '$lib/state/hand-over'

export function printRecord(number: number): Promise<void> {
  const words = t.exports.print
  return printOut(fileOf(words.file, number, 'pdf'), words.saved, (path) =>
    call('save_record_sheet', { number, language: language.current, path }),
  )
}
