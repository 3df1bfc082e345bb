// What the shop has to compare a field with, where it keeps a list of it. Anything else may be typed all the same.
import { call, type ListField } from '$lib/api'

/** What is suggested for a condition; the same for fields that are filled from the same list. */
export type Source = 'codes' | 'offers' | 'modes' | 'origins' | 'imports'

/** Where the values of a field come from; null for one that the shop keeps no list of. */
export function sourceOf(field: ListField): Source | null {
  switch (field.of) {
    case 'selection_codes':
      return 'codes'
    case 'consent_mode':
      return 'modes'
    case 'import_file':
      return 'imports'
    case 'held':
      return field.field === 'subscription_offer' ? 'offers' : null
    case 'record':
      return field.field === 'origins' ? 'origins' : null
    default:
      return null
  }
}

/** In the shop's order; what is archived is still held by some, and stays. */
const ASK: Record<Source, () => Promise<string[]>> = {
  codes: async () => (await call('selection_codes')).map(({ name }) => name),
  offers: async () => (await call('offers')).offers.map(({ offer }) => offer.name),
  // As the history says it: « Accord écrit ».
  modes: async () => (await call('consent_setup')).modes.map(({ label }) => label),
  origins: () => call('origins'),
  imports: async () => (await call('imports')).map(({ file_name }) => file_name),
}

/** Each once. */
export const suggestionsFrom = async (source: Source): Promise<string[]> => [...new Set(await ASK[source]())]
