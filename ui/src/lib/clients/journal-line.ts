// A journal entry as a clerk would say it: « Ville, CP modifiés », « Incident clos ».
import type { JournalChange, JournalEntry, JournalField } from '$lib/api'
import { t } from '$lib/i18n/first'
import { changeValue } from './change-value'

/** What the entry names to end something: a day that was given to it. */
const ENDS: readonly JournalField[] = ['incident_closed_on', 'follow_up_done_on', 'rewarded_on']
/** Its two values may look alike, and are said all the same. */
const MASKED: JournalField = 'bank_iban'

/** The label of a field named by the journal. */
export const fieldLabel = (field: JournalField): string => t.common.fields[field]

/** The changes of an entry, what it is about first. */
export function orderedChanges(entry: JournalEntry): JournalChange[] {
  const order = Object.keys(t.common.fields)
  return entry.changes.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

/** Whether this only says which one among several the entry is about. */
export const isNaming = ({ field, old, new: now }: JournalChange): boolean => old === now && field !== MASKED

/** What a journal entry did: « Fiche créée », « Action faite », « Importée de clients.csv ». */
export function operationLabel(entry: JournalEntry): string {
  const { operation, changes } = entry
  const words = t.journal
  const all = (side: 'old' | 'new') => changes.length > 0 && changes.every((change) => change[side] === '')
  const ended = changes.some(({ field, old, new: now }) => ENDS.includes(field) && old === '' && now !== '')
  const label =
    (all('new') && words.removed[operation]) ||
    (ended && words.ended[operation]) ||
    (all('old') && words.added[operation]) ||
    words.operations[operation]
  return entry.file_name ? `${label} (${entry.file_name})` : label
}

const shown = (field: JournalField, value: string) => changeValue(field, value) || t.journal.empty
const fromTo = ({ field, old, new: now }: JournalChange) => `${shown(field, old)} → ${shown(field, now)}`

/** A value that came, went, only names something, or changed. */
function said(change: JournalChange): string {
  const { field, old, new: now } = change
  return old !== '' && now !== '' && !isNaming(change) ? fromTo(change) : changeValue(field, now || old)
}

/** « Le Pellerin → Vannes » for each field of a saved change; why a record was marked inactive; else what the entry is about. */
export function journalValues(entry: JournalEntry): string {
  const changes = orderedChanges(entry)
  switch (entry.operation) {
    case 'save_client':
      return changes.map(fromTo).join(' · ')
    case 'decide':
      return changes.map(said).join(' · ')
    case 'set_inactive':
      return changes.find((change) => change.field === 'inactive_reason')?.new ?? ''
    case 'create_client':
    case 'undo':
      return ''
    default:
      return changes[0] ? said(changes[0]) : ''
  }
}

const labels = (changes: JournalChange[]) =>
  [...new Set(changes.map((change) => fieldLabel(change.field)))].join(', ')

/** One line for an entry: the fields that changed, or what was done. */
export function journalLine(entry: JournalEntry): string {
  if (entry.operation === 'save_client' && entry.changes.length > 0) return labels(orderedChanges(entry))
  return operationLabel(entry)
}
