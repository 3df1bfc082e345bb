// How a client is called on the screen.
import type { ClientInput } from '$lib/api'

type Named = Pick<ClientInput, 'civility' | 'last_name' | 'first_name' | 'company' | 'email'>

/**
 * « DUPONT Laura », else the company's name, else the e-mail address by which a beneficiary is known. The surname is in
 * capitals, as on French papers.
 */
export function shortName(client: Named): string {
  const person = [client.last_name.toLocaleUpperCase('fr'), client.first_name].filter(Boolean).join(' ')
  return person || client.company || client.email
}

/** « Mlle DUPONT Laura », else as `shortName`. */
export function fullName(client: Named): string {
  const name = shortName(client)
  return client.civility && (client.last_name || client.first_name) ? `${client.civility} ${name}` : name
}
