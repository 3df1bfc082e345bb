// What must be filled in before a shop file is created, and where a refusal of the core belongs on the form.
import type { ErrorCode, PassphraseRating } from '$lib/api'

export interface NewShop {
  shopName: string
  path: string
  passphrase: string
  again: string
}

export type Problem = 'missing' | 'weak' | 'different'
type Problems = Partial<Record<keyof NewShop, Problem>>

/** What is wrong with the form; empty when it can be sent. The rating is the core's, null while it has not answered. */
export function problemsOf(form: NewShop, rating: PassphraseRating | null): Problems {
  const problems: Problems = {}
  if (form.shopName.trim() === '') problems.shopName = 'missing'
  if (form.path.trim() === '') problems.path = 'missing'
  if (form.passphrase === '') problems.passphrase = 'missing'
  else if (rating?.weakness) problems.passphrase = 'weak'
  if (form.again !== form.passphrase) problems.again = 'different'
  return problems
}

const FIELD_OF: Partial<Record<ErrorCode, keyof NewShop>> = {
  passphrase_weak: 'passphrase',
  file_exists: 'path',
  file_missing: 'path',
  file_read_only: 'path',
  file_busy: 'path',
  file_unreadable: 'path',
}

/** The field that a refusal is about, or null for the form as a whole. */
export const fieldOf = (code: ErrorCode): keyof NewShop | null => FIELD_OF[code] ?? null
