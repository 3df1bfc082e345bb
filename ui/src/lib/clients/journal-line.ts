// A journal entry in a few words, as the search says it: « Ville, CP », « Fiche créée ».
import type { JournalChange, JournalEntry, JournalField } from '$lib/api'
import { t } from '$lib/i18n'

/** The label of a field named by the journal. */
export const fieldLabel = (field: JournalField): string => t.fields[field]

/** The changes of an entry, what it is about first. */
export function orderedChanges(entry: JournalEntry): JournalChange[] {
  const order = Object.keys(t.fields)
  return entry.changes.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

/** One line for an entry: the fields that changed, or what was done. */
export function journalLine(entry: JournalEntry): string {
  const { operation, file_name: file, changes } = entry
  if (operation === 'save_client' && changes.length > 0)
    return orderedChanges(entry)
      .map(({ field }) => fieldLabel(field))
      .join(', ')
  const label = t.journal.operations[operation]
  return file ? `${label} (${file})` : label
}
