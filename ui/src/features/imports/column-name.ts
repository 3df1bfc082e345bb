// What a column of a file is called on the page, however its heading was written.
import type { ImportColumn } from '$lib/api'
import { t } from '$lib/i18n'

/** A heading of megabytes would freeze the page without showing more. */
const SHOWN = 60

/** A text of the file as it is shown in a list: cut where it is huge. */
export const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** The column's heading, or its number where the file gives it none. */
export const columnName = (column: ImportColumn): string =>
  column.header.trim() === '' ? t.imports.check.unnamed(column.index + 1) : shortened(column.header)
