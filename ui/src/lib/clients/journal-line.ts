// A journal entry in a few words: « Ville, CP modifiés ».
import type { JournalChange, JournalEntry } from '$lib/api'
import { t } from '$lib/i18n'
import { changeValue } from './change-value'

/** The label of a field named by the journal; an unknown name is shown as it is rather than lost. */
export function fieldLabel(field: string): string {
  const labels: Record<string, string> = { ...t.common.fields, ...t.journal.fields }
  return labels[field] ?? field
}

/** What a journal entry did: « Fiche créée », « Importée de clients.csv ». */
export function operationLabel(entry: JournalEntry): string {
  const label = t.journal.operations[entry.operation]
  return entry.file_name ? `${label} (${entry.file_name})` : label
}

/** « Le Pellerin → Vannes » for each field of a saved change; the labels of an answer; the reason where a record was marked inactive; else empty. */
export function journalValues(entry: JournalEntry): string {
  const shown = (field: string, value: string) => changeValue(field, value) || t.journal.empty
  if (entry.operation === 'save_client') {
    return entry.changes
      .map(({ field, old, new: now }) => `${shown(field, old)} → ${shown(field, now)}`)
      .join(' · ')
  }
  if (entry.operation === 'decide') {
    return entry.changes
      .map(({ field, old, new: now }) =>
        old ? `${shown(field, old)} → ${shown(field, now)}` : shown(field, now),
      )
      .join(' · ')
  }
  if (entry.operation !== 'set_inactive') return ''
  return entry.changes.find((change) => change.field === 'inactive_reason')?.new ?? ''
}

const labels = (changes: JournalChange[]) =>
  [...new Set(changes.map((change) => fieldLabel(change.field)))].join(', ')

/** One line for an entry: the fields that changed, or what was done. */
export function journalLine(entry: JournalEntry): string {
  if (entry.operation === 'save_client' && entry.changes.length > 0) return labels(entry.changes)
  return operationLabel(entry)
}
