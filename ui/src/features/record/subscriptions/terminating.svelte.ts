// « Résilier »: which subscription, from which day on, why, and what is given back, as the core says it before it is done.
import {
  call,
  type Rule,
  type Subscription,
  type Termination,
  type TerminationDone,
  type TerminationPreview,
} from '$lib/api'
import { readDay, shownDay, today, wholeDay } from '$lib/days'
import { latest } from '$lib/state/latest'
import { toasts } from '$lib/state/toasts.svelte'
import { gesture } from './gesture.svelte'
import { isOver } from './over'

/** `chosen`: the subscription that was chosen beforehand. */
export function terminating(number: number, chosen: number | null) {
  const reading = gesture()
  const writing = gesture()
  let held = $state.raw<Subscription[] | null>(null)
  /** Nothing is asked of one before it is known to be held. */
  let id = $state('')
  let on = $state(shownDay(today()))
  let reason = $state('')
  let refund = $state(true)
  let preview = $state.raw<TerminationPreview | null>(null)
  let tried = $state(false)

  const request = $derived.by<Termination | null>(() => {
    const day = wholeDay(on)
    return id === '' || day === null ? null : { id: Number(id), on: day }
  })
  const rule = $derived(writing.rule ?? preview?.refused ?? null)

  /** Whether what was said before is about what is asked now. */
  const told = $derived(preview?.subscription.id === request?.id && preview?.on === request?.on)

  const asking = latest<Termination, TerminationPreview>(
    (asked) => call('termination_preview', asked),
    (answer) => (preview = answer),
    toasts.error,
  )

  return {
    reading,
    writing,
    /** Those that have not ended, null until they are known. */
    get held(): Subscription[] | null {
      return held
    },
    get id(): string {
      return id
    },
    set id(one: string) {
      id = one
    },
    get on(): string {
      return on
    },
    set on(typed: string) {
      on = typed
    },
    get reason(): string {
      return reason
    },
    set reason(typed: string) {
      reason = typed
    },
    get refund(): boolean {
      return refund
    },
    set refund(wanted: boolean) {
      refund = wanted
    },
    get preview(): TerminationPreview | null {
      return preview
    },
    get rule() {
      return rule
    },
    /** Why the one that was chosen beforehand cannot be ended; another is for the person to choose. */
    get gone(): Rule | null {
      return chosen !== null && held !== null && id === '' ? 'subscription_over' : null
    },
    get undated(): boolean {
      return tried && readDay(on) === null
    },
    /** Whether it is yet to be said what would come of it; a day that was typed short is asked about once its field writes it whole. */
    get awaited(): boolean {
      if (id === '') return false
      return request === null ? readDay(on) !== null : !told
    },
    /** Never before it was said what would come of it. A day that cannot be read says so when it is tried. */
    get allowed(): boolean {
      if (held === null || id === '' || this.awaited) return false
      return request === null || preview?.refused === null
    },
    async read(): Promise<void> {
      const all = await reading.run(() => call('held_subscriptions', { number }))
      if (all === null) return
      held = all.filter((one) => !isOver(one))
      // One that was chosen may be over by now: no other is taken in its place.
      const wanted = chosen === null ? held[0] : held.find((one) => one.id === chosen)
      id = String(wanted?.id ?? '')
    },
    /** Asks what would come of it. Call it in an `$effect`. */
    look(): void {
      // Whatever was refused is not what is asked now.
      writing.forget()
      if (request !== null) asking.ask(request)
    },
    end(): Promise<TerminationDone | null> {
      tried = true
      const asked = request
      if (asked === null || !told) return Promise.resolve(null)
      const given = refund && (preview?.refund ?? 0) > 0
      return writing.run(() => call('terminate', { ...asked, reason: reason.trim(), refund: given }))
    },
  }
}
