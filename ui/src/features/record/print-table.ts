// « Impression » of a table of a record: on paper, where the person says, and opened in the system's reader, which prints.
import { call, type ExportedTable } from '$lib/api'
import { language, t } from '$lib/i18n'
import { fileOf, printOut } from '$lib/state/hand-over'

/** « Factures », « Mouvements ». */
export const tableName = (table: ExportedTable): string =>
  'window' in table ? t.subscriptions.windows[table.window] : t.movements.list

/** « factures-7-2026-11-28.pdf ». */
export function tableFile(table: ExportedTable, ending: 'csv' | 'pdf'): string {
  const name = 'window' in table ? t.subscriptions.files[table.window] : t.movements.file
  return fileOf(name, table.number, ending)
}

export function printTable(table: ExportedTable): Promise<void> {
  return printOut(tableFile(table, 'pdf'), t.exports.table.printed(tableName(table)), (path) =>
    call('save_table_pdf', { table, language: language.current, path }),
  )
}
