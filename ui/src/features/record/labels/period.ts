// Addresses of delivery in words: when they hold, and how they are written.
import type { Period, PostalAddress } from '$lib/api'
import { shownDay } from '$lib/days'
import { t } from '$lib/i18n'

/** « du 01/07/2026 au 31/08/2026 », « à partir du … », « toute l’année ». */
export function periodText({ from, until }: Period): string {
  const words = t.labels.addresses
  if (from !== null && until !== null) return words.between(shownDay(from), shownDay(until))
  if (from !== null) return words.from(shownDay(from))
  return until === null ? words.always : words.until(shownDay(until))
}

/** The lines of a postal address, whom it is addressed to first. The home country is not written. */
export function postalLines(address: PostalAddress): string[] {
  return [
    address.addressee,
    address.address_1,
    address.address_2,
    address.address_3,
    `${address.postcode} ${address.town}`,
    address.country === 'France' ? '' : address.country.toLocaleUpperCase('fr'),
  ]
    .map((line) => line.trim())
    .filter(Boolean)
}
