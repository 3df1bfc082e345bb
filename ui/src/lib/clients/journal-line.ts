// A journal entry in a few words: « Ville, CP modifiés ».
import type { JournalChange, JournalEntry } from '$lib/api'
import { t } from '$lib/i18n'

/** The label of a field named by the journal; an unknown name is shown as it is rather than lost. */
export function fieldLabel(field: string): string {
  const labels: Record<string, string> = t.common.fields
  return labels[field] ?? field
}

/** What a journal entry did: « Fiche créée », « Importée de clients.csv ». */
export function operationLabel(entry: JournalEntry): string {
  const label = t.record.operations[entry.operation]
  return entry.file_name ? `${label} (${entry.file_name})` : label
}

const labels = (changes: JournalChange[]) =>
  [...new Set(changes.map((change) => fieldLabel(change.field)))].join(', ')

/** One line for an entry: the fields that changed, or what was done. */
export function journalLine(entry: JournalEntry): string {
  if (entry.operation === 'save_client' && entry.changes.length > 0) return labels(entry.changes)
  return operationLabel(entry)
}
