// One message being written to one client: its channel, its template, and how it would look.
import type { NewMessage, NewTemplate, Template } from '$lib/api'
import type { Written } from './marks'
import { previewing } from './preview.svelte'
import { templates, textOf } from './templates.svelte'

export type Sending = ReturnType<typeof sendingTo>

interface Wanted {
  /** To whom. */
  number: number
  /** Where it begins. */
  channel: Written
  /** Whether a message is sent at all, from the start. */
  on: boolean
  /** How the client is agreeing right now. */
  mode?: () => string
  /** Which templates are offered. */
  offered: (template: Template) => boolean
}

export function sendingTo({ number, channel: first, on: begun, mode = () => '', offered }: Wanted) {
  const store = templates()
  const preview = previewing()
  let on = $state(begun)
  let channel = $state<Written>(first)
  let indicator = $state<number | null>(null)
  /** What was picked on each channel; the shop's RGPD default stands until then. */
  let picked = $state.raw<Partial<Record<Written, number>>>({})

  const choices = $derived(
    (store.all ?? []).filter(
      (template) => template.channel === channel && (offered(template) || template.id === picked[channel]),
    ),
  )
  const chosen = $derived(
    choices.find((template) => template.id === picked[channel]) ??
      choices.find((template) => template.rgpd_default) ??
      choices[0] ??
      null,
  )

  return {
    number,
    store,
    preview,
    get on(): boolean {
      return on
    },
    set on(next: boolean) {
      on = next
    },
    get channel(): Written {
      return channel
    },
    set channel(next: Written) {
      channel = next
    },
    /** The indicator that it is about. */
    get indicator(): number | null {
      return indicator
    },
    set indicator(next: number | null) {
      indicator = next
    },
    /** The templates of the channel. */
    get choices(): Template[] {
      return choices
    },
    get chosen(): Template | null {
      return chosen
    },
    pick(template: Template): void {
      picked = { ...picked, [channel]: template.id }
    },
    /** Picks a template that was just made, and goes to its channel. */
    adopt(made: NewTemplate): void {
      const found = store.named(made)
      if (found === null) return
      channel = found.channel as Written
      picked = { ...picked, [channel]: found.id }
    },
    /** What is asked of the core; null when nothing is sent. */
    get message(): NewMessage | null {
      return on && chosen ? { number, template: chosen.id, context: null, indicator } : null
    },
    /** Asks how it would look. Fit for `$effect`. */
    look(): void {
      if (on && chosen) preview.ask({ number, template: textOf(chosen), indicator, mode: mode() })
      else preview.clear()
    },
  }
}
