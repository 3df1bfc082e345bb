// A mailing while it is put together: to whom, which template, and what the core says of it before it is started.
import {
  call,
  failure,
  type ApiFailure,
  type CampaignPreview,
  type CampaignRequest,
  type SavedList,
  type Template,
} from '$lib/api'
import type { Written } from '$lib/messages/marks'
import { previewing } from '$lib/messages/preview.svelte'
import { templates, textOf } from '$lib/messages/templates.svelte'
import { latest } from '$lib/state/latest'
import { queryOf } from './recipients'

export type Composing = ReturnType<typeof composing>

/** How many of those who are kept can be written to. */
export const reachedBy = (preview: CampaignPreview | null): number =>
  preview === null ? 0 : preview.kept - preview.undeliverable

export function composing() {
  const store = templates()
  const example = previewing()
  let lists = $state.raw<SavedList[]>([])
  let list = $state('')
  let text = $state('')
  let channel = $state<Written>('sms')
  let picked = $state.raw<Partial<Record<Written, number>>>({})
  /** What was typed as a name; until then the template's stands. */
  let typed = $state<string | null>(null)
  let counted = $state.raw<{ preview: CampaignPreview; of: string } | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = $state(false)

  const choices = $derived(
    (store.all ?? []).filter((one) => one.channel === channel && one.context === 'selection'),
  )
  const chosen = $derived(choices.find(({ id }) => id === picked[channel]) ?? choices[0] ?? null)
  const name = $derived(typed ?? chosen?.name ?? '')
  const request = $derived<CampaignRequest | null>(
    chosen && { query: queryOf(list, text, lists), template: chosen.id },
  )
  const key = $derived(JSON.stringify(request))
  /** Whether what is shown is about what is chosen. */
  const current = $derived(counted !== null && counted.of === key)

  const counts = latest<{ request: CampaignRequest; template: Template }, CampaignPreview>(
    (question) => call('campaign_preview', question.request),
    (preview, question) => {
      counted = { preview, of: JSON.stringify(question.request) }
      refused = null
      if (preview.example === null) example.clear()
      else {
        const { template } = question
        example.ask({ number: preview.example, template: textOf(template), indicator: null, mode: '' })
      }
    },
    (thrown) => {
      const error = failure(thrown)
      // A newer question is on its way.
      if (error.code !== 'superseded') refused = error
    },
  )

  async function readLists() {
    try {
      lists = await call('saved_lists')
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  return {
    store,
    /** The message of one of those who are kept. */
    example,
    get lists(): SavedList[] {
      return lists
    },
    /** The saved list that is chosen, by its number; `''`: everybody. */
    get list(): string {
      return list
    },
    set list(next: string) {
      list = next
    },
    /** What narrows everybody down. */
    get text(): string {
      return text
    },
    set text(next: string) {
      text = next
    },
    get channel(): Written {
      return channel
    },
    set channel(next: Written) {
      channel = next
    },
    get choices(): Template[] {
      return choices
    },
    get chosen(): Template | null {
      return chosen
    },
    get name(): string {
      return name
    },
    set name(next: string) {
      typed = next
    },
    /** What the core said last, of this or of an earlier choice (see `counting`). */
    get preview(): CampaignPreview | null {
      return chosen === null ? null : (counted?.preview ?? null)
    },
    get counting(): boolean {
      return request !== null && !current && refused === null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get busy(): boolean {
      return busy
    },
    /** Whether it may be started: somebody would receive it, and that is known of what is chosen now. */
    get ready(): boolean {
      return !busy && current && reachedBy(counted?.preview ?? null) > 0
    },
    pick(template: Template): void {
      picked = { ...picked, [channel]: template.id }
    },
    /** Asks what it would be. Fit for `$effect`. */
    look(): void {
      if (request && chosen) counts.ask({ request, template: chosen })
    },
    /** Starts it; says whether it did. */
    async start(): Promise<boolean> {
      if (request === null || busy) return false
      busy = true
      try {
        await call('start_campaign', { name: name.trim(), ...request })
        refused = null
        return true
      } catch (thrown) {
        refused = failure(thrown)
        return false
      } finally {
        busy = false
      }
    },
    /** Reads lists and templates and follows the latter until the returned function is called. */
    follow(): () => void {
      void readLists()
      return store.follow()
    },
  }
}
