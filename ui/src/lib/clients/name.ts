// How a client is called on the screen.
import type { ClientInput } from '$lib/api'

type Named = Pick<ClientInput, 'civility' | 'last_name' | 'first_name' | 'company'>

/** « DUPONT Laura », else the company's name. The surname is in capitals, as on French papers. */
export function shortName(client: Named): string {
  const person = [client.last_name.toLocaleUpperCase('fr'), client.first_name].filter(Boolean).join(' ')
  return person || client.company
}

/** « Mlle DUPONT Laura », else the company's name. */
export function fullName(client: Named): string {
  const name = shortName(client)
  return client.civility && name !== client.company ? `${client.civility} ${name}` : name
}
