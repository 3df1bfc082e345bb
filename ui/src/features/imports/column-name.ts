import type { ImportColumn } from '$lib/api'
import { t } from '$lib/i18n'

/** The column's heading, or its number where the file gives it none. */
export const columnName = (column: ImportColumn): string =>
  column.header.trim() === '' ? t.imports.check.unnamed(column.index + 1) : column.header
