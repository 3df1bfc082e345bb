// « Nouveau message » while it is open: what is chosen, what it is about, whether it may leave, and sending it.
import { call, failure, type ApiFailure, type IndicatorState } from '$lib/api'
import type { Consents } from '$lib/consents/consents.svelte'
import { abouts, wantedIndicator } from './about'
import { mayQueue } from './checks'
import type { Written } from './marks'
import { sendingTo } from './sending.svelte'
import { textOf } from './templates.svelte'
import { tell } from './told'

export function composing(consents: Consents, channel: Written) {
  const sending = sendingTo({ number: consents.number, channel, on: true, offered: () => true })
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = $state(false)

  const indicators = $derived(consents.sheet?.indicators ?? [])
  const speaks = $derived(sending.chosen !== null && sending.store.isAboutAgreement(textOf(sending.chosen)))
  /** What it may be about; empty where it speaks of no agreement. */
  const options = $derived(speaks ? abouts(indicators, sending.channel, sending.chosen?.asks ?? false) : [])
  const verdict = $derived(sending.preview.answer?.verdict ?? null)
  const ready = $derived(!busy && sending.chosen !== null && (verdict === null || mayQueue(verdict)))

  return {
    sending,
    get options() {
      return options
    },
    /** The question to ask so that it may leave. */
    get lacking(): IndicatorState | null {
      const { chosen } = sending
      return chosen && verdict ? wantedIndicator(chosen, verdict, indicators) : null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get busy(): boolean {
      return busy
    },
    get ready(): boolean {
      return ready
    },
    /** Keeps what it is about among what it may be about. Fit for `$effect`. */
    settle(): void {
      const held = options.some(({ value }) => value === String(sending.indicator))
      if (!held) sending.indicator = options[0] ? Number(options[0].value) : null
    },
    /** Puts it into the queue; says whether it did. */
    async send(): Promise<boolean> {
      const { message } = sending
      if (message === null || !ready) return false
      busy = true
      refused = null
      try {
        tell(await call('queue_message', message))
        return true
      } catch (thrown) {
        refused = failure(thrown)
        return false
      } finally {
        busy = false
      }
    },
  }
}
