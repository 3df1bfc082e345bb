import type { ContactType } from '$lib/api'
import { t, typeset } from '$lib/i18n'

/** A journal value in words: codes and booleans become what the screen calls them. Empty stays empty. */
export function changeValue(field: string, value: string): string {
  if (field === 'type' && value in t.common.types) return t.common.types[value as ContactType]
  if (field === 'professional' && value !== '') {
    return value === 'true' || value === '1' ? t.common.professional : t.common.individual
  }
  if (field === 'consents' || field === 'message') return typeset(value)
  if ((field === 'inactive' || field === 'restricted') && value !== '') {
    return value === 'true' || value === '1' ? t.record.journal.yes : t.record.journal.no
  }
  return value
}
