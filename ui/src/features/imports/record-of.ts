// A row of a file as the record it would become, for the preview. What is stored is for the core to say.
import type { ImportField } from '$lib/api'
import type { Mapping } from './mapping'

/** A cell may hold megabytes; the preview shows this many characters of it. */
const SHOWN = 120

/** An account is shown by its country and its last four characters, as everywhere else. */
export function shownValue(field: ImportField | null, value: string): string {
  if (field !== 'bank_iban') return value
  const iban = value.replace(/\s/g, '')
  return iban.length > 8 ? `${iban.slice(0, 4)} •••• •••• ${iban.slice(-4)}` : value
}

/** A row of the file as the fields of a record, as written; where two columns claim a field, the first is shown. */
export function recordOf(row: readonly string[], mapping: Mapping): Partial<Record<ImportField, string>> {
  const record: Partial<Record<ImportField, string>> = {}
  mapping.forEach((field, index) => {
    if (field === null || record[field] !== undefined) return
    const value = shownValue(field, (row[index] ?? '').trim())
    record[field] = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value
  })
  return record
}
