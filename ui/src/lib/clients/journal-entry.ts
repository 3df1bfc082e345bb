// A journal entry as a clerk would say it: « Incident clos », « Le Pellerin → Vannes ».
import type { JournalChange, JournalEntry, JournalField } from '$lib/api'
import { t } from '$lib/i18n'
import { changeValue } from './change-value'
import { journalLine, operationLabel, orderedChanges } from './journal-line'

/** What the entry names to end something: a day that was given to it. */
const ENDS: readonly JournalField[] = ['incident_closed_on', 'follow_up_done_on', 'rewarded_on']
/** Its two values may look alike, and are said all the same. */
const MASKED: JournalField = 'bank_iban'

/** Whether this only says which one among several the entry is about. */
export const isNaming = ({ field, old, new: now }: JournalChange): boolean => old === now && field !== MASKED

/** What befell one among several, where the entry tells; else null. */
function befell({ operation, changes }: JournalEntry): string | null {
  const words = t.record.journal
  const all = (side: 'old' | 'new') => changes.length > 0 && changes.every((change) => change[side] === '')
  if (all('new')) return words.removed[operation] ?? null
  if (changes.some(({ field, old, new: now }) => ENDS.includes(field) && old === '' && now !== ''))
    return words.ended[operation] ?? null
  return (all('old') && words.added[operation]) || null
}

/** What a journal entry did: « Fiche créée », « Action faite », « Fiche importée (clients.csv) ». */
export const entryLabel = (entry: JournalEntry): string => befell(entry) ?? operationLabel(entry)

/** One line for an entry: the fields that changed, or what was done. */
export const entryLine = (entry: JournalEntry): string => befell(entry) ?? journalLine(entry)

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
    case 'merge':
    case 'undo_merge': {
      const other = changes.find(({ field }) => field === 'merged' || field === 'merged_into')
      return other ? t.journal.otherRecord(other.new || other.old) : ''
    }
    case 'create_client':
    case 'undo':
      return ''
    default:
      return changes[0] ? said(changes[0]) : ''
  }
}
