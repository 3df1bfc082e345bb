// A tariff as it is typed: what cannot be read is said once saving was tried.
import type { NewTariff, Tariff, VatRate } from '$lib/api'
import { readDay, shownDay, today } from '$lib/days'
import { readEuros, typedEuros } from '$lib/money'

export type TariffForm = ReturnType<typeof tariffForm>

const count = (typed: string, longest: number) =>
  new RegExp(`^\\d{1,${longest}}$`).test(typed.trim()) ? Number(typed) : null

/** `like`: the version before, which it begins as. */
export function tariffForm(like: Tariff | null, rates: VatRate[]) {
  let price = $state(like ? typedEuros(like.price) : '')
  let vat = $state(String(like?.vat ?? rates[0]?.rate ?? ''))
  let months = $state(String(like?.months ?? 12))
  let issues = $state(String(like?.issues ?? 12))
  let since = $state(shownDay(today()))
  let tried = $state(false)

  return {
    get price(): string {
      return price
    },
    set price(typed: string) {
      price = typed
    },
    get vat(): string {
      return vat
    },
    set vat(rate: string) {
      vat = rate
    },
    get months(): string {
      return months
    },
    set months(typed: string) {
      months = typed
    },
    get issues(): string {
      return issues
    },
    set issues(typed: string) {
      issues = typed
    },
    get since(): string {
      return since
    },
    set since(typed: string) {
      since = typed
    },
    /** Which of them cannot be read. */
    get wrong() {
      const unread = <T>(value: T | null) => tried && value === null
      return {
        price: unread(readEuros(price)),
        months: unread(count(months, 3)),
        issues: unread(count(issues, 4)),
        since: unread(readDay(since)),
      }
    },
    /** The tariff, or null where something cannot be read. */
    read(): NewTariff | null {
      tried = true
      const [cents, term, number, from] = [
        readEuros(price),
        count(months, 3),
        count(issues, 4),
        readDay(since),
      ]
      if (cents === null || term === null || number === null || from === null) return null
      return { price: cents, vat: Number(vat), months: term, issues: number, effective_from: from }
    },
  }
}
