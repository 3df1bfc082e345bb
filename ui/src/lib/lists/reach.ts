// By which channel a column of a list reaches people. The core decides what a file holds, and leaves the coordinates of every other channel
// out of it (core/src/exports/reach.rs): this table only keeps the window from proposing what would not be there.
import type { Channel, ContactUse, ListField } from '$lib/api'
import { isOfContact, keyOf, recordField } from './fields'

/** What a list for a channel shows, in this order, so that somebody can be reached by it. */
export const COORDINATES: Record<Channel, readonly ListField[]> = {
  sms: [recordField('mobile')],
  mail: [recordField('email')],
  postal: (['address_1', 'address_2', 'address_3', 'postcode', 'town', 'country'] as const).map(recordField),
  phone: (['phone', 'mobile'] as const).map(recordField),
}

/** The channels that each coordinate serves. A postcode, a town and a country alone reach nobody. */
const SERVED: Readonly<Record<string, readonly Channel[]>> = {
  'record:phone': ['sms', 'phone'],
  'record:mobile': ['sms', 'phone'],
  'record:email': ['mail'],
  'record:address_1': ['postal'],
  'record:address_2': ['postal'],
  'record:address_3': ['postal'],
  // An instruction leads to a door.
  'held:carriage_instruction': ['postal'],
}

/** Whether a list for this may show a column: one of the use without a use means nothing, one of another channel would not leave. */
export function suits(field: ListField, contact: ContactUse | null): boolean {
  if (contact === null) return !isOfContact(field)
  return SERVED[keyOf(field)]?.includes(contact.channel) ?? true
}
