// « Impression » of a table of a record: on paper, where the person says, and opened in the system's reader, which prints.
import { call, openDocument, type ExportedTable } from '$lib/api'
import { today } from '$lib/days'
import { language, t } from '$lib/i18n'
import { handOver } from '$lib/state/hand-over'
import { toasts } from '$lib/state/toasts.svelte'

/** « Factures », « Mouvements ». */
export const tableName = (table: ExportedTable): string =>
  'window' in table ? t.subscriptions.windows[table.window] : t.movements.list

/** « factures-7-2026-11-28.pdf »: no name of a person in the name of a file. */
export function tableFile(table: ExportedTable, ending: 'csv' | 'pdf'): string {
  const name = 'window' in table ? t.subscriptions.files[table.window] : t.movements.file
  return `${name}-${table.number}-${today()}.${ending}`
}

export async function printTable(table: ExportedTable): Promise<void> {
  const path = await handOver(tableFile(table, 'pdf'), t.exports.table.printed(tableName(table)), (chosen) =>
    call('save_table_pdf', { table, language: language.current, path: chosen }),
  )
  if (path !== null) await openDocument(path).catch(toasts.error)
}
