// A journal entry in a few words, whatever befell: « Ville, CP », « Fiche créée ».
import type { JournalChange, JournalEntry, JournalField } from '$lib/api'
import { t } from '$lib/i18n'

/** A later version may have written what this one has no word for: that is shown by its name in the file. */
const wordFor = (words: Partial<Record<string, string>>, name: string): string => words[name] ?? name

/** The label of a field named by the journal. */
export const fieldLabel = (field: JournalField): string => wordFor(t.fields, field)

/** The changes of an entry, what it is about first, what is not known here last. */
export function orderedChanges(entry: JournalEntry): JournalChange[] {
  const order: string[] = Object.keys(t.fields)
  const place = ({ field }: JournalChange) => (order.includes(field) ? order.indexOf(field) : order.length)
  return entry.changes.toSorted((a, b) => place(a) - place(b))
}

/** What was done: « Fiche créée », « Fiche importée (clients.csv) ». */
export function operationLabel({ operation, file_name: file }: JournalEntry): string {
  const label = wordFor(t.journal.operations, operation)
  return file ? `${label} (${file})` : label
}

/** One line for an entry: the fields that changed, or what was done. */
export function journalLine(entry: JournalEntry): string {
  if (entry.operation !== 'save_client' || entry.changes.length === 0) return operationLabel(entry)
  return orderedChanges(entry)
    .map(({ field }) => fieldLabel(field))
    .join(', ')
}
