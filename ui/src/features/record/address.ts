// The address of a record as it is written on an envelope, and copied.
import type { ClientInput } from '$lib/api'
import { fullName } from '$lib/clients/name'

const written = (lines: string[]) => lines.map((line) => line.trim()).filter(Boolean)

/** The lines of an address as on an envelope, without the name. The home country is not written. */
export function addressLines(client: ClientInput): string[] {
  return written([
    client.address_1,
    client.address_2,
    client.address_3,
    `${client.postcode} ${client.town}`,
    client.country === 'France' ? '' : client.country.toLocaleUpperCase('fr'),
  ])
}

/** The whole envelope: who, the company, then the address. */
export function envelope(client: ClientInput): string[] {
  const name = fullName(client)
  return [...written([name, client.company === name ? '' : client.company]), ...addressLines(client)]
}
