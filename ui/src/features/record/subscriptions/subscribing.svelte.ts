// « Créer un abonnement »: four fields, and what the core says would come of them, asked again at each change.
import {
  call,
  type NewSubscription,
  type Offer,
  type Party,
  type Rule,
  type Subscription,
  type SubscriptionPreview,
} from '$lib/api'
import { readDay, shownDay, spelledDay, today, wholeDay } from '$lib/days'
import { t } from '$lib/i18n'
import { latest } from '$lib/state/latest'
import { toasts } from '$lib/state/toasts.svelte'
import { gesture } from './gesture.svelte'

export type Subscribing = ReturnType<typeof subscribing>
type SubscribingField = 'offer' | 'payer' | 'copies' | 'start'

/** At which field a rule is to be said. */
export function fieldOf(rule: Rule, recipient: Party | null): SubscribingField {
  switch (rule) {
    case 'payer_needed':
    case 'prospect_never_invoiced':
    case 'paye_par_never_invoiced':
      return 'payer'
    case 'prescripteur_only_recommends':
      return recipient?.type === 'prescripteur' ? 'offer' : 'payer'
    case 'beneficiaire_uses_anothers':
      return recipient?.type === 'beneficiaire' ? 'offer' : 'payer'
    case 'copies_unfit':
      return 'copies'
    case 'no_tariff_yet':
    case 'days_unfit':
      return 'start'
    default:
      return 'offer'
  }
}

export function subscribing(recipient: number) {
  const reading = gesture()
  const writing = gesture()
  let offers = $state.raw<Offer[] | null>(null)
  let offer = $state('')
  /** Whom the person chose; null for whom the core proposes. */
  let payer = $state.raw<Party | null>(null)
  let copies = $state('1')
  let start = $state(shownDay(today()))
  let preview = $state.raw<SubscriptionPreview | null>(null)
  /** Whether creating was tried: what cannot be read is said only then. */
  let tried = $state(false)

  const counted = $derived(/^\d{1,6}$/.test(copies.trim()))
  const request = $derived.by<NewSubscription | null>(() => {
    const starts_on = wholeDay(start)
    if (offer === '' || starts_on === null || !counted) return null
    return {
      recipient,
      offer: Number(offer),
      payer: payer?.number ?? null,
      copies: Number(copies),
      starts_on,
    }
  })
  const rule = $derived(writing.rule ?? preview?.refused ?? null)
  const payers = $derived.by<Party[]>(() => {
    const known = preview?.payers ?? []
    return payer === null || known.some((one) => one.number === payer?.number) ? known : [...known, payer]
  })

  const asking = latest<NewSubscription, SubscriptionPreview>(
    (asked) => call('subscription_preview', asked),
    (answer) => (preview = answer),
    toasts.error,
  )

  return {
    reading,
    writing,
    /** Those that are sold, null until they are known. */
    get offers(): Offer[] | null {
      return offers
    },
    get offer(): string {
      return offer
    },
    set offer(id: string) {
      offer = id
    },
    get copies(): string {
      return copies
    },
    set copies(typed: string) {
      copies = typed
    },
    get start(): string {
      return start
    },
    set start(typed: string) {
      start = typed
    },
    /** Who may be chosen at once. */
    get payers(): Party[] {
      return payers
    },
    /** Who would pay. */
    get payer(): Party | null {
      return payer ?? preview?.payer ?? null
    },
    set payer(party: Party | null) {
      payer = party
    },
    get preview(): SubscriptionPreview | null {
      return preview
    },
    /** What is wrong with a field: what cannot be read once creating was tried, or the rule that says no. */
    problem(field: SubscribingField): string | null {
      if (field === 'start' && tried && readDay(start) === null) return t.subscriptions.dayUnread
      if (field === 'copies' && tried && !counted) return t.rules.copies_unfit
      return rule !== null && fieldOf(rule, preview?.recipient ?? null) === field ? t.rules[rule] : null
    },
    /** Whether the core would say yes to what it was asked last. */
    get allowed(): boolean {
      return offer !== '' && (preview?.refused ?? null) === null
    },
    async read(): Promise<void> {
      const known = await reading.run(() => call('offers'))
      if (known === null) return
      offers = known.offers.filter((one) => !one.archived)
      offer ||= String((offers.find((one) => one.current !== null) ?? offers[0])?.id ?? '')
    },
    /** Asks what would come of it. Call it in an `$effect`. */
    look(): void {
      // Whatever was refused is not what is asked now.
      writing.forget()
      if (request !== null) asking.ask(request)
    },
    /** Creates it; null when it was refused, and then the fields say why. */
    create(): Promise<Subscription | null> {
      tried = true
      start = spelledDay(start)
      const asked = request
      return asked === null ? Promise.resolve(null) : writing.run(() => call('subscribe', asked))
    },
  }
}
