// Which field of a bank account the core refused, so that it is said at its place.
import type { ApiFailure, BankAccount } from '$lib/api'

/** The field that a refusal is about: the core says what is wrong, not where. Null where it is about the whole. */
export function bankField({ code, params }: ApiFailure): Exclude<keyof BankAccount, 'revision'> | null {
  if (code === 'day_unlikely') return 'mandate_on'
  if (code === 'name_too_long') return Number(params['max']) > 35 ? 'holder' : 'mandate_reference'
  if (code !== 'bank_account_invalid') return null
  const [what] = (params['fault'] ?? '').split('_')
  if (what === 'iban' || what === 'bic') return what
  return what === 'mandate' ? 'mandate_reference' : null
}
