// Fictional subscriptions, invoices, payments, deliveries and sponsorships for looking at screens in a browser. ?unsold: nothing is sold.
import type {
  Commands,
  ContactType,
  ErrorCode,
  JournalEntry,
  NewSubscription,
  Party,
  Rule,
  Subscription,
  SubscriptionPreview,
  TerminationPreview,
} from '../src/lib/api/bindings'
import { accounts, page } from './accounts'
import type { FakeClient } from './clients'
import { DAY, after, day, iso, nextId } from './days'
import { offers, selling, tariff } from './offers'

interface World {
  find: (number: number) => FakeClient
  fail: (code: ErrorCode, params?: Record<string, string>) => never
  committed: (client: FakeClient, operation: JournalEntry['operation'], changes: []) => void
}

type Handlers = {
  [C in keyof Commands]?: (request: Commands[C][0]) => Commands[C][1] | Promise<Commands[C][1]>
}

const nobody: Party = { number: 0, name: '', type: 'client' }

const RULES: Partial<Record<ContactType, Rule>> = {
  prospect: 'prospect_only_free_tariffs',
  tiers: 'tiers_never_benefits',
  prescripteur: 'prescripteur_only_recommends',
  beneficiaire: 'beneficiaire_uses_anothers',
}
const NO_PAYER: Partial<Record<ContactType, Rule>> = {
  prospect: 'prospect_never_invoiced',
  paye_par: 'paye_par_never_invoiced',
  prescripteur: 'prescripteur_only_recommends',
  beneficiaire: 'beneficiaire_uses_anothers',
}

export function subscriptions({ find, fail, committed }: World): Handlers {
  const refuse = (rule: Rule): never => fail('refused', { rule })
  const party = (number: number): Party => {
    const { client } = find(number)
    const name = [client.last_name, client.first_name].filter(Boolean).join(' ') || client.company
    return { number, name, type: client.type }
  }
  const tell = (number: number) => committed(find(number), 'subscribe', [])
  const { offerOf, handlers } = offers(fail)
  const made = (
    id: number,
    of: number,
    recipient: number,
    payer: number | null,
    starts_on: string,
    more: Partial<Subscription> = {},
  ): Subscription => {
    const one = offerOf(of)
    const its = one.current ?? one.tariffs[0] ?? tariff(0, 12, 0, day(0))
    return {
      id,
      recipient: party(recipient),
      payer: payer === null ? null : party(payer),
      offer: of,
      offer_name: one.offer.name,
      medium: one.offer.medium,
      tariff: its,
      copies: 1,
      starts_on,
      ends_on: after(starts_on, its.months),
      state: 'running',
      renews: null,
      renewed_by: null,
      terminated_on: null,
      reason: '',
      suspensions: [],
      beneficiaries: [],
      places: one.offer.beneficiaries,
      ...more,
    }
  }
  let held: Subscription[] = !selling()
    ? []
    : [
        made(1, 2, 1, 1, day(-130), {
          beneficiaries: [
            { client: party(9), email: 'line.dupuis@courriel.example', since: day(-100) },
            { client: party(7), email: 'hugo.duprat@courriel.example', since: day(-20) },
          ],
        }),
        made(2, 1, 1, 4, day(-40), { copies: 2 }),
        made(3, 1, 6, 1, day(-200), {
          state: 'suspended',
          suspensions: [{ id: 9, from: day(-4), until: day(17) }],
        }),
        made(4, 3, 1, 1, day(-500), { state: 'ended' }),
        made(5, 1, 1, 1, day(-800), { state: 'terminated', terminated_on: day(-600) }),
        made(6, 3, 1, 1, day(60), { state: 'upcoming' }),
        ...Array.from({ length: 8 }, (_, index) =>
          made(20 + index, 1, 10 + index, index % 3 ? 10 + index : 4, day(-360 + 7 * index)),
        ),
      ]
  const other = (one: Party | null, number: number) => (one === null || one.number === number ? null : one)
  const mine = (number: number) =>
    held.filter((one) => one.recipient.number === number || one.payer?.number === number)

  function preview({ recipient, offer: id, payer, copies, starts_on }: NewSubscription): SubscriptionPreview {
    const to = party(recipient)
    const what = offerOf(id)
    const start = starts_on ?? day(0)
    const its = what.tariffs.find((one) => one.effective_from <= start) ?? null
    const free = its?.price === 0
    const known = to.type === 'paye_par' ? [party(1)] : NO_PAYER[to.type] ? [] : [to, party(4)]
    const pays = payer === null ? (known[0] ?? null) : party(payer)
    const rule =
      (to.type !== 'prospect' || !free ? RULES[to.type] : undefined) ??
      (its === null ? 'no_tariff_yet' : undefined) ??
      (copies < 1 || copies > 10_000 ? 'copies_unfit' : undefined) ??
      (free ? undefined : pays ? NO_PAYER[pays.type] : 'payer_needed')
    const { client } = find(recipient)
    return {
      recipient: to,
      offer_name: what.offer.name,
      tariff: its,
      copies,
      starts_on: start,
      ends_on: its && after(start, its.months),
      price: its?.price ?? 0,
      total: (its?.price ?? 0) * copies,
      payer: free ? null : pays,
      payers: free ? [] : known,
      address:
        its?.issues === 0
          ? []
          : [to.name, client.address_1, `${client.postcode} ${client.town}`].filter((line) => line.trim()),
      refused: rule ?? null,
      running: mine(recipient).find((one) => one.offer === id && one.state === 'running')?.id ?? null,
    }
  }
  const heldOf = (id: number) => held.find((one) => one.id === id) ?? fail('subscription_not_found')
  function change(id: number, more: Partial<Subscription>): Subscription {
    held = held.map((one) => (one.id === id ? { ...one, ...more } : one))
    const changed = heldOf(id)
    tell(changed.recipient.number)
    return changed
  }
  function ending({ id, on }: { id: number; on: string | null }): TerminationPreview {
    const one = heldOf(id)
    const last = on ?? day(0)
    const left = Math.max(0, Math.round((Date.parse(one.ends_on) - Date.parse(last)) / DAY / 30.4))
    const of = one.tariff.issues || one.tariff.months
    const invoiced = one.tariff.price * one.copies
    return {
      subscription: one,
      on: last,
      left: Math.min(left, of),
      of,
      issues: one.tariff.issues > 0,
      invoiced,
      refund: Math.round((invoiced * Math.min(left, of)) / of),
      renewals: held
        .filter((next) => next.renews === id && next.state !== 'terminated')
        .map((next) => ({
          subscription: next,
          deliveries: next.tariff.issues,
          refund: next.tariff.price * next.copies,
        })),
      refused: last > one.ends_on || last < one.starts_on ? 'days_unfit' : null,
    }
  }

  return {
    ...(handlers as Handlers),
    ...(accounts({ party, fail, tell }) as Handlers),
    subscription_preview: preview,
    subscribe: (request) => {
      const { refused, payer, starts_on } = preview(request)
      if (refused) refuse(refused)
      const one = made(nextId(), request.offer, request.recipient, payer?.number ?? null, starts_on, {
        copies: request.copies,
      })
      held = [one, ...held]
      tell(request.recipient)
      return one
    },
    renewals: ({ until, after: last, limit }) => {
      const all = held
        .filter((one) => one.state !== 'terminated' && one.ends_on >= day(0) && one.ends_on <= until)
        .filter((one) => !held.some((next) => next.renews === one.id))
        .toSorted((a, b) => (a.ends_on < b.ends_on ? -1 : 1))
      const from = last === null ? 0 : all.findIndex((one) => one.id === last.id) + 1
      const lines = all.slice(from, from + limit).map((one) => ({
        ...one,
        total: one.tariff.price * one.copies,
        refused: null,
      }))
      const end = lines.at(-1)
      return {
        lines,
        next: end && from + limit < all.length ? { ends_on: end.ends_on, id: end.id } : null,
      }
    },
    subscription: ({ id }) => heldOf(id),
    held_subscriptions: ({ number }) => mine(number),
    renewal_preview: ({ id }) => {
      const one = heldOf(id)
      const starts_on = iso(Date.parse(one.ends_on) + DAY)
      const payer = one.payer?.number ?? null
      return preview({
        recipient: one.recipient.number,
        offer: one.offer,
        payer,
        copies: one.copies,
        starts_on,
      })
    },
    renew: ({ id }) => {
      const one = heldOf(id)
      const starts_on = iso(Date.parse(one.ends_on) + DAY)
      const next = made(nextId(), one.offer, one.recipient.number, one.payer?.number ?? null, starts_on, {
        state: 'upcoming',
        renews: id,
      })
      held = [next, ...held]
      tell(one.recipient.number)
      return next
    },
    suspend: ({ id, from, until }) =>
      until < from
        ? refuse('days_unfit')
        : change(id, {
            state: from <= day(0) ? 'suspended' : 'running',
            suspensions: [{ id: nextId(), from, until }],
          }),
    end_suspension: ({ id }) => {
      const one = held.find((has) => has.suspensions.some((suspension) => suspension.id === id))
      return one ? change(one.id, { state: 'running', suspensions: [] }) : fail('subscription_not_found')
    },
    termination_preview: ending,
    terminate: ({ id, on, refund }) => {
      const { refund: amount, renewals: ends } = ending({ id, on })
      const ended = { state: 'terminated', terminated_on: on } as const
      const renewals = ends.map((next) => ({
        subscription: change(next.subscription.id, ended),
        credit_note: next.refund > 0 ? 'A-2026-0011' : null,
        refund: next.refund,
      }))
      const subscription = change(id, ended)
      const credit_note = refund ? 'A-2026-0010' : null
      return { subscription, credit_note, refund: refund ? amount : 0, renewals }
    },
    add_beneficiary: ({ subscription: id, client, email, last_name, first_name }) => {
      const one = heldOf(id)
      if (client === null && !email.includes('@')) refuse('beneficiary_needs_email')
      const name = [last_name, first_name].filter(Boolean).join(' ') || email
      const who: Party =
        client === null ? { ...nobody, number: nextId(), name, type: 'beneficiaire' } : party(client)
      const added = { client: who, email: email || 'nouvelle.fiche@courriel.example', since: day(0) }
      return change(id, { beneficiaries: [...one.beneficiaries, added] })
    },
    remove_beneficiary: ({ subscription: id, client }) =>
      change(id, { beneficiaries: heldOf(id).beneficiaries.filter((one) => one.client.number !== client) }),
    type_change_preview: ({ number, to }) => {
      const from = find(number).client.type
      const its = mine(number)
      const rule =
        to === 'client' || to === 'parrain' ? undefined : to === 'tiers' ? RULES.tiers : NO_PAYER[to]
      const obstacles = rule
        ? its
            .filter((one) =>
              to === 'tiers' ? one.recipient.number === number : one.payer?.number === number,
            )
            .map((one) => ({
              rule,
              thing: one.recipient.number === number ? ('received' as const) : ('paid' as const),
              id: one.id,
              name: one.offer_name,
              other: other(one.recipient.number === number ? one.payer : one.recipient, number),
              from: one.starts_on,
              until: one.ends_on,
              removable: false,
            }))
        : []
      const invoiced =
        rule && to !== 'tiers' && number === 1 ? [{ id: 1, number: 'F-2026-0187', issued_on: day(-12) }] : []
      const all = [
        ...obstacles,
        ...invoiced.map((one) => ({
          rule: rule ?? ('payer_needed' as const),
          thing: 'invoice' as const,
          id: one.id,
          name: one.number,
          other: null,
          from: one.issued_on,
          until: null,
          removable: false,
        })),
      ]
      return { number, from, to, obstacles: all, count: all.length }
    },
    change_type: ({ number, to }) => {
      const stored = find(number)
      stored.client = { ...stored.client, type: to }
      committed(stored, 'change_type', [])
      return structuredClone(stored)
    },
    links: ({ number }) =>
      number === 1 && held.length > 0
        ? [
            {
              kind: 'paid_by',
              other: party(4),
              what: 'La Gazette, papier, un an',
              subscription: 2,
              since: day(-40),
            },
            {
              kind: 'pays_for',
              other: party(6),
              what: 'La Gazette, papier, un an',
              subscription: 3,
              since: day(-200),
            },
            {
              kind: 'sponsored',
              other: party(5),
              what: 'Bon d’achat de 15 €',
              subscription: null,
              since: day(-420),
            },
          ]
        : [],
    subscriptions_page: (request) =>
      page(
        mine(request.number).map((one) => ({
          id: one.id,
          offer_name: one.offer_name,
          starts_on: one.starts_on,
          ends_on: one.ends_on,
          state: one.state,
          copies: one.copies,
          recipient: other(one.recipient, request.number),
          payer: other(one.payer, request.number),
        })),
        request,
      ),
  }
}
