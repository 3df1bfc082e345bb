// One template being written: what is typed, how it looks on a client, and what the core refused.
import {
  call,
  type ApiFailure,
  type Context,
  type MessagePurpose,
  type NewTemplate,
  type Template,
} from '$lib/api'
import { fullName } from '$lib/clients/name'
import type { Written } from './marks'
import { fieldsOf, plain } from './merge'
import { previewing } from './preview.svelte'
import { textOf, type Templates } from './templates.svelte'

export type TemplateForm = ReturnType<typeof templateForm>
export type TemplateField = 'name' | 'subject' | 'body'

/** How many characters the core keeps of each. */
export const LONGEST = { name: 60, subject: 150, body: { sms: 1530, mail: 20_000 } } as const

/** What messages of a context may be for: what a person is owed is told in a context of its own. */
export const PURPOSES: Record<Context, readonly MessagePurpose[]> = {
  rights: ['rights'],
  repairs: ['technical'],
  selection: ['commercial', 'technical'],
}

export interface Begun {
  /** The template that is changed; null for a new one. */
  template: Template | null
  channel: Written
  context: Context
  /** On whom it is previewed: number and name; null for whoever was opened last. */
  client: { number: number; name: string } | null
  /** The indicator that it is previewed with. */
  indicator: number | null
}

/** The field that a refusal is about: the core says what is wrong, not always where. */
export function refusedField(error: ApiFailure, typed: NewTemplate): TemplateField | null {
  const channel = typed.channel as Written
  const long = (text: string, max: number) => [...text.trim()].length > max
  switch (error.code) {
    case 'name_missing':
    case 'name_taken':
      return 'name'
    case 'name_too_long':
      if (long(typed.name, LONGEST.name)) return 'name'
      return long(typed.subject, LONGEST.subject) && !long(typed.body, LONGEST.body[channel])
        ? 'subject'
        : 'body'
    case 'text_missing':
      return channel === 'mail' && typed.subject.trim() === '' ? 'subject' : 'body'
    case 'field_unknown':
      return fieldsOf(typed.subject).includes(plain(error.params['field'] ?? '')) ? 'subject' : 'body'
    case 'template_malformed':
      return /[{}]/.test(typed.subject.replace(/\{[^{}\n]+\}/g, '')) ? 'subject' : 'body'
    case 'shop_name_missing':
      return 'body'
    default:
      return null
  }
}

export function templateForm(store: Templates, begun: Begun) {
  const preview = previewing()
  const typed = $state<NewTemplate>(
    begun.template
      ? textOf(begun.template)
      : {
          channel: begun.channel,
          name: '',
          context: begun.context,
          purpose: PURPOSES[begun.context][0] ?? 'rights',
          asks: false,
          subject: '',
          body: '',
        },
  )
  let client = $state.raw(begun.client)
  let refused = $state.raw<{ error: ApiFailure; field: TemplateField | null } | null>(null)
  let busy = false

  return {
    typed,
    preview,
    /** On whom it is previewed; null while nobody is known. */
    get client() {
      return client
    },
    get refused() {
      return refused
    },
    setContext(context: Context): void {
      typed.context = context
      if (!PURPOSES[context].includes(typed.purpose)) typed.purpose = PURPOSES[context][0] ?? 'rights'
      if (context !== 'rights') typed.asks = false
    },
    setChannel(channel: Written): void {
      typed.channel = channel
      if (channel === 'sms') typed.subject = ''
    },
    /** Finds somebody to preview on. A preview is a help: nothing is said where there is nobody. */
    async prepare(): Promise<void> {
      if (client !== null) return
      try {
        const [recent] = await call('recent_clients', { limit: 1 })
        if (recent) client = { number: recent.number, name: fullName(recent) }
      } catch {
        client = null
      }
    },
    /** Asks how it would look. Fit for `$effect`. */
    look(): void {
      if (client === null || typed.body.trim() === '') return preview.clear()
      const { indicator } = begun
      preview.ask({ number: client.number, template: { ...typed }, indicator, mode: '' })
    },
    /** Stores what is typed; returns it, or null where it was refused. */
    async save(): Promise<NewTemplate | null> {
      if (busy) return null
      busy = true
      const request = { ...typed }
      const error = await (begun.template ? store.save(begun.template.id, request) : store.create(request))
      busy = false
      refused = error && { error, field: refusedField(error, request) }
      return error ? null : request
    },
  }
}
