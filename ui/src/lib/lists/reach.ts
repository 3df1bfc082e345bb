// By which channel a column of a list reaches people. The core says which channels each field serves, and leaves the coordinates of every
// other channel out of the file: the window proposes nothing that would not be there.
import type { Channel, ContactUse, ListField, ListFieldInfo } from '$lib/api'
import { infoOf, isOfContact, recordField } from './fields'

/** What a list for a channel shows, in this order, so that somebody can be reached by it. */
export const COORDINATES: Record<Channel, readonly ListField[]> = {
  sms: [recordField('mobile')],
  mail: [recordField('email')],
  postal: (['address_1', 'address_2', 'address_3', 'postcode', 'town', 'country'] as const).map(recordField),
  phone: (['phone', 'mobile'] as const).map(recordField),
}

/** Whether a list for this may show a column: one of the use without a use means nothing, one of another channel would not leave. */
export function suits(
  field: ListField,
  contact: ContactUse | null,
  infos: readonly ListFieldInfo[],
): boolean {
  if (contact === null) return !isOfContact(field)
  const channels = infoOf(field, infos)?.channels ?? []
  return channels.length === 0 || channels.includes(contact.channel)
}
