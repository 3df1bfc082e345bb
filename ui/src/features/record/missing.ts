// What a record lacks before its client can be reached, for « Compléter la fiche ».
import type { ClientField, ClientInput } from '$lib/api'

/** What a counter clerk would want to ask for next: the ways to reach the client that are not known yet. */
export function missingFields(client: ClientInput): ClientField[] {
  const wanted: [ClientField, boolean][] = [
    ['last_name', client.last_name === '' && client.company === ''],
    ['address_1', client.address_1 === '' && client.address_2 === '' && client.address_3 === ''],
    ['postcode', client.postcode === ''],
    ['town', client.town === ''],
    ['mobile', client.mobile === '' && client.phone === ''],
    ['email', client.email === ''],
  ]
  return wanted.filter(([, missing]) => missing).map(([field]) => field)
}
