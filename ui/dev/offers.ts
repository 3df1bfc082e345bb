// What the stand-in sells. ?unsold: nothing.
import type { Commands, ErrorCode, Offer, Rule, Tariff } from '../src/lib/api/bindings'
import { day, nextId } from './days'

type Fail = (code: ErrorCode, params?: Record<string, string>) => never
type Handlers = { [C in keyof Commands]?: (request: Commands[C][0]) => Commands[C][1] }

export const tariff = (
  price: number,
  months: number,
  issues: number,
  from: string,
  version = 1,
  vat = 210,
): Tariff => ({
  id: nextId(),
  version,
  price,
  vat,
  months,
  issues,
  effective_from: from,
})
function offer(
  id: number,
  name: string,
  medium: Offer['offer']['medium'],
  beneficiaries: number,
  subscriptions: number,
  tariffs: Tariff[],
  archived = false,
): Offer {
  const current = tariffs.find((one) => one.effective_from <= day(0)) ?? null
  return { id, offer: { name, medium, beneficiaries }, archived, subscriptions, tariffs, current }
}
let sold: Offer[] = new URLSearchParams(location.search).has('unsold')
  ? []
  : [
      offer(1, 'La Gazette, papier, un an', 'print', 0, 214, [
        tariff(5200, 12, 12, day(33), 3),
        tariff(4900, 12, 12, '2026-01-01', 2),
        tariff(4500, 12, 12, '2024-01-01'),
      ]),
      offer(2, 'La Gazette, papier et numérique', 'both', 3, 87, [tariff(7900, 12, 12, '2025-06-01')]),
      offer(3, 'La Gazette, numérique', 'digital', 1, 31, [tariff(2900, 12, 0, '2025-06-01')]),
      offer(4, 'Découverte, trois numéros', 'print', 0, 12, [tariff(0, 3, 3, '2025-01-01')]),
      offer(5, 'Entretien annuel', 'print', 0, 0, [tariff(4900, 12, 0, day(20), 1, 2000)]),
      offer(6, 'La Gazette, hebdomadaire', 'print', 0, 402, [tariff(9900, 12, 52, '2019-01-01')], true),
    ]

/** Whether anything is sold. */
export const selling = () => sold.length > 0

export function offers(fail: Fail) {
  const refuse = (rule: Rule): never => fail('refused', { rule })
  const offerOf = (id: number) => sold.find((one) => one.id === id) ?? fail('offer_not_found')

  const handlers: Handlers = {
    offers: () => ({
      offers: [...sold].sort((a, b) => Number(a.archived) - Number(b.archived)),
      vat_rates: [
        { rate: 210, code: 'press', source: 'CGI art. 298 septies' },
        { rate: 2000, code: 'standard', source: 'CGI art. 278' },
      ],
    }),
    create_offer: ({ offer: words, tariff: its }) => {
      if (!words.name.trim()) fail('name_missing')
      const one = offer(nextId(), words.name, words.medium, words.beneficiaries, 0, [
        tariff(its.price, its.months, its.issues, its.effective_from ?? day(0), 1, its.vat),
      ])
      sold = [...sold, one]
      return one
    },
    save_offer: ({ id, offer: words, archived }) => {
      if (!words.name.trim()) fail('name_missing')
      if (offerOf(id).subscriptions > 0 && words.medium !== offerOf(id).offer.medium) refuse('offer_in_use')
      sold = sold.map((one) => (one.id === id ? { ...one, offer: words, archived } : one))
      return offerOf(id)
    },
    order_offers: ({ ids: order }) => {
      sold = order.map(offerOf)
      return { offers: sold, vat_rates: [] }
    },
    add_tariff: ({ offer: id, tariff: its }) => {
      const from = its.effective_from ?? day(0)
      const before = offerOf(id).tariffs[0]
      if (before && from < before.effective_from) refuse('tariff_too_early')
      const next = tariff(its.price, its.months, its.issues, from, (before?.version ?? 0) + 1, its.vat)
      sold = sold.map((one) =>
        one.id === id
          ? { ...one, tariffs: [next, ...one.tariffs], current: from <= day(0) ? next : one.current }
          : one,
      )
      return offerOf(id)
    },
  }
  return { offerOf, handlers }
}
