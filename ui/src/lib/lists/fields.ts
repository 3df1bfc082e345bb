// What a list can be built from and can show: how each field is called, and how a value of it reads.
import type { Cell, ListField, ListFieldInfo } from '$lib/api'
import { isoDay, t, typeset } from '$lib/i18n'
import { euros } from '$lib/money'

/** A name for a field that is the same for the same field: « record:town ». */
export function keyOf(field: ListField): string {
  return 'field' in field ? `${field.of}:${field.field}` : field.of
}

/** A field of the record itself. */
export const recordField = (field: (ListField & { of: 'record' })['field']): ListField => ({
  of: 'record',
  field,
})

export const sameField = (a: ListField, b: ListField) => keyOf(a) === keyOf(b)

/** Whether it speaks of what the list serves for, and means nothing without. */
export const isOfContact = ({ of }: ListField) =>
  of === 'contact_consent' || of === 'contact_mode' || of === 'contact_date'

/** What the core says of a field; undefined for one that it no longer offers. */
export const infoOf = (field: ListField, infos: readonly ListFieldInfo[]) =>
  infos.find((info) => sameField(info.field, field))

/** What a field is called, in a builder or at the head of a column. */
export function fieldName(field: ListField, infos: readonly ListFieldInfo[]): string {
  const words = t.edition.fields
  const asked = () => typeset(infoOf(field, infos)?.indicator ?? words.goneIndicator)
  switch (field.of) {
    case 'record':
      return t.common.fields[field.field]
    case 'held':
      return words.held[field.field]
    case 'consent':
      return asked()
    case 'consent_mode':
      return words.consentMode(asked())
    case 'consent_date':
      return words.consentDate(asked())
    default:
      return words[field.of]
  }
}

/** A choice in words; a code that this window does not know yet is shown as it is. */
export function choiceName(field: ListField, code: string): string {
  const isType = field.of === 'record' && field.field === 'type'
  const known: Record<string, string> = isType
    ? t.common.types
    : field.of === 'held'
      ? t.journal.carriageModes
      : field.of === 'record'
        ? { professional: t.common.professional, individual: t.common.individual }
        : t.edition.states
  return known[code] ?? code
}

/** A value as the table shows it; nothing is an empty text. */
export function cellText(field: ListField, cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'day':
      return isoDay(cell.value)
    case 'number':
      return String(cell.value)
    case 'amount':
      return euros(cell.value)
    case 'code':
      return choiceName(field, cell.value)
    case 'text':
      return isMode(field) ? typeset(cell.value) : cell.value
    default:
      return cell.value
  }
}

/** Whether a value of it says how somebody agreed: what is sealed is drawn so. */
export const isMode = ({ of }: ListField) => of === 'contact_mode' || of === 'consent_mode'

export type GroupName = 'contact' | 'record' | 'held' | 'dates' | 'consents'

const GROUPS: Record<ListField['of'], GroupName> = {
  contact_consent: 'contact',
  contact_mode: 'contact',
  contact_date: 'contact',
  record: 'record',
  number: 'dates',
  created_at: 'dates',
  updated_at: 'dates',
  inactive_at: 'dates',
  inactive_reason: 'dates',
  restricted_at: 'dates',
  import_file: 'dates',
  selection_codes: 'record',
  held: 'held',
  consent: 'consents',
  consent_mode: 'consents',
  consent_date: 'consents',
}

/** The fields under their headings, those of the use first; nothing of a heading without fields. */
export function grouped(infos: readonly ListFieldInfo[]): { name: GroupName; infos: ListFieldInfo[] }[] {
  const names: GroupName[] = ['contact', 'record', 'held', 'dates', 'consents']
  return names
    .map((name) => ({ name, infos: infos.filter(({ field }) => GROUPS[field.of] === name) }))
    .filter((group) => group.infos.length > 0)
}
