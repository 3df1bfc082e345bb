// The consents of one record: read, followed, and answered. What is shown moves after the commit, never before.
import {
  call,
  failure,
  on,
  type ApiFailure,
  type Channel,
  type ConsentSheet,
  type DecideRequest,
  type Given,
  type IndicatorState,
} from '$lib/api'
import { tellToClean } from '$lib/exports/client-exports.svelte'
import { format, t, typeset } from '$lib/i18n/first'
import { toasts } from '$lib/state/toasts.svelte'

/** What a decision needs beyond whose it is. */
export type Decision = Omit<DecideRequest, 'number'>

export type Consents = ReturnType<typeof consentsOf>

export function consentsOf(number: number) {
  let sheet = $state.raw<ConsentSheet | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let asking = $state.raw<IndicatorState | null>(null)
  let explaining = $state.raw<Channel | null>(null)
  let latest = $state.raw<number | null>(null)
  let busy = false
  /** The notice of what was sealed last, which the next one replaces: two would cover the history. */
  let told: number | null = null

  async function read() {
    try {
      sheet = await call('consents', { number })
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  /** Says what was sealed last. That it cannot be told changes nothing to its being sealed. */
  async function tell() {
    try {
      const page = await call('history', {
        number,
        column: 'decision',
        descending: true,
        offset: 0,
        limit: 1,
      })
      const row = page.rows[0]
      if (row === undefined) return
      latest = row.decision
      if (told !== null) toasts.close(told)
      told = toasts.show({
        tone: 'ok',
        title: t.contact.sealed(typeset(row.label)),
        text: t.contact.sealedAs(row.decision, format.dateTime(row.at)),
      })
    } catch (thrown) {
      toasts.error(thrown)
    }
  }

  /** Seals an answer and says what was sealed. Rejects with an `ApiFailure` when nothing was. */
  async function decide(decision: Decision): Promise<void> {
    sheet = await call('decide', { number, ...decision })
    await tell()
    if (decision.answer !== 'granted') void tellToClean(number)
  }

  /** An answer that needs no mode: a refusal or a withdrawal, at once. Without indicators: the whole channel. */
  async function answer(given: Exclude<Given, 'granted'>, channel: Channel, indicators: number[] = []) {
    if (busy) return
    busy = true
    try {
      await decide({
        channel,
        indicators,
        answer: given,
        mode: '',
        detail: '',
        at: null,
        wordings: [],
        evidence: [],
        send: null,
      })
    } catch (thrown) {
      toasts.error(thrown)
    }
    busy = false
  }

  return {
    number,
    /** Null until the first answer. */
    get sheet(): ConsentSheet | null {
      return sheet
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** The indicator whose agreement is being collected: the dialog is open. */
    get asking(): IndicatorState | null {
      return asking
    },
    /** The channel whose verdicts are being explained. */
    get explaining(): Channel | null {
      return explaining
    },
    /** The decision recorded last in this window, to be shown in the history. */
    get latest(): number | null {
      return latest
    },
    /** Opens the agreement-mode dialog. */
    ask(indicator: IndicatorState): void {
      explaining = null
      asking = indicator
    },
    explain(channel: Channel): void {
      explaining = channel
    },
    close(): void {
      asking = null
      explaining = null
    },
    decide,
    answer,
    /** What the switch does: an agreement that stands is withdrawn at once, any other state opens the dialog. */
    turn(indicator: IndicatorState): void {
      if (indicator.state === 'granted' || indicator.state === 'granted_by_default') {
        void answer('withdrawn', indicator.channel, [indicator.indicator])
      } else asking = indicator
    },
    /** Reads the consents and follows them until the returned function is called. */
    follow(): () => void {
      void read()
      // Some answers depend on the hour.
      const clock = setInterval(() => void read(), 60_000)
      const stop = on('changed', (changed) => {
        if (changed.all || changed.shop || changed.clients.includes(number)) void read()
      })
      return () => {
        clearInterval(clock)
        stop()
      }
    },
  }
}
