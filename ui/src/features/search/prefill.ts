// From a search without result to a new record: what was typed is not typed again.
import type { ClientInput } from '$lib/api'
import { phoneDigits } from './mark'

/** What a search that found nothing says of the client to create: a name, a phone number or an e-mail address. */
export function prefill(query: string): Partial<ClientInput> {
  const text = query.trim()
  const digits = phoneDigits(text)
  if (digits.length >= 4) return /^0[67]/.test(digits) ? { mobile: text } : { phone: text }
  if (text.includes('@')) return { email: text }
  const [last = '', ...first] = text.split(/\s+/)
  return {
    last_name: last.toLocaleUpperCase('fr'),
    first_name: first.map((word) => word.charAt(0).toLocaleUpperCase('fr') + word.slice(1)).join(' '),
  }
}
