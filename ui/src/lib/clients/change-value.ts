// The values that the journal keeps, in words: codes, days and amounts as the screen has them elsewhere.
import type { CarriageMode, ContactType, IncidentKind } from '$lib/api'
import { isoDay, t, typeset } from '$lib/i18n'
import { euros } from '$lib/money'

/** A journal value in words: codes and booleans become what the screen calls them. Empty stays empty. */
export function changeValue(field: string, value: string): string {
  if (field === 'type' && value in t.common.types) return t.common.types[value as ContactType]
  if (field === 'professional' && value !== '') {
    return value === 'true' || value === '1' ? t.common.professional : t.common.individual
  }
  if (field === 'incident_kind' && value in t.journal.incidentKinds)
    return t.journal.incidentKinds[value as IncidentKind]
  if (field === 'carriage_mode' && value in t.journal.carriageModes)
    return t.journal.carriageModes[value as CarriageMode]
  if (/_(on|from|until)$/.test(field)) return isoDay(value)
  if (field === 'consents' || field === 'message') return typeset(value)
  if (field.startsWith('movement_')) return movementValue(field, value)
  if ((field === 'inactive' || field === 'restricted') && value !== '') {
    return value === 'true' || value === '1' ? t.journal.yes : t.journal.no
  }
  return value
}

/** Days as the shop's papers have them, amounts in euros, kinds and states in words. */
function movementValue(field: string, value: string): string {
  if (field === 'movement_day' || field.endsWith('_on')) return isoDay(value)
  if ((field === 'movement_amount' || field === 'movement_estimate') && value !== '')
    return euros(Number(value))
  const words: Record<string, string> = t.journal.movements
  return words[value] ?? value
}
