// For tests and the stand-in of the core only: messages and templates of a fictional shop, and a core that keeps them.
import type {
  Message,
  MessagePage,
  MessageRequest,
  MessageState,
  MessageVerdict,
  NewMessage,
  OutboxCounts,
  Template,
  TemplatePreview,
} from '$lib/api'

export const message = (id: number, more: Partial<Message> = {}): Message => ({
  id,
  client: 7,
  client_name: 'DUPONT Laura',
  channel: 'sms',
  context: 'repairs',
  purpose: 'technical',
  template: 'Votre montre est prête',
  address: '06 39 98 71 10',
  subject: '',
  body: 'Bonjour Mlle DUPONT, votre montre est prête.',
  state: 'pending',
  blocked_by: null,
  failed_because: null,
  detail: '',
  attempts: 0,
  queued_at: 0,
  due_at: 0,
  sent_at: null,
  operator: 'Claire V.',
  ...more,
})

export const template = (id: number, name: string, more: Partial<Template> = {}): Template => ({
  id,
  channel: 'sms',
  name,
  context: 'rights',
  purpose: 'rights',
  asks: false,
  subject: '',
  body: 'Bonjour {nom}, votre accord est noté.',
  rgpd_default: false,
  ...more,
})

export const TEMPLATES: Template[] = [
  template(1, 'Demande d’accord', { asks: true, body: 'Bonjour {nom}, votre accord ?' }),
  template(2, 'Confirmation d’accord', { rgpd_default: true }),
  template(3, 'Votre montre est prête', {
    context: 'repairs',
    purpose: 'technical',
    body: '{nom}, votre montre est prête.',
  }),
  template(4, 'Confirmation d’accord', {
    channel: 'mail',
    rgpd_default: true,
    subject: 'Votre accord',
    body: 'Bonjour {nom},\n\nNoté.',
  }),
]

export function countsOf(messages: Message[]): OutboxCounts {
  const count = (test: (message: Message) => boolean) => messages.filter(test).length
  return {
    all: messages.length,
    selection_waiting: count((one) => one.context === 'selection' && one.state !== 'sent'),
    selection: count((one) => one.context === 'selection' && one.state === 'sent'),
    rights: count((one) => one.context === 'rights'),
    repairs: count((one) => one.context === 'repairs'),
    waiting: count((one) => one.state === 'pending' || one.state === 'sending'),
    trouble: count((one) => one.state === 'failed' || one.state === 'unsure'),
    blocked: count((one) => one.state === 'blocked'),
  }
}

/** Those that need a person come first. */
const STATES: MessageState[] = ['unsure', 'failed', 'blocked', 'sending', 'pending', 'sent', 'cancelled']
const KEYS = {
  date: (a: Message, b: Message) => a.id - b.id,
  client: (a: Message, b: Message) => a.client_name.localeCompare(b.client_name),
  state: (a: Message, b: Message) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
}

/** The page that a core which keeps these messages would give. */
export function pageOf(
  kept: Message[],
  { number, channel, context, sent, state, sort, after, limit }: MessageRequest,
): MessagePage {
  const scope = kept.filter((one) => number === null || one.client === number)
  const found = scope
    .filter(
      (one) =>
        (channel === null || one.channel === channel) &&
        (context === null || one.context === context) &&
        (sent === null || (one.state === 'sent') === sent) &&
        (state === null || one.state === state),
    )
    .toSorted((a, b) => (sort.descending ? -1 : 1) * KEYS[sort.column](a, b) || b.id - a.id)
  const rest = found.slice(after === null ? 0 : found.findIndex((one) => one.id === after) + 1)
  const page = rest.slice(0, limit)
  const next = rest.length > limit ? (page.at(-1)?.id ?? null) : null
  return { messages: page.map((one) => ({ ...one })), next, counts: countsOf(scope) }
}

/** A verdict of yes, to be altered. */
export const judged = (more: Partial<MessageVerdict> = {}): MessageVerdict => ({
  allowed: true,
  waits_until: null,
  reasons: [],
  rule: 'rights_information',
  source: 'RGPD art. 7',
  read_on: '2026-11-22',
  hours_source: null,
  unproven: false,
  ...more,
})

/** What the core says of a text: whose it is, and that it may leave. */
export const previewOf = (body: string, more: Partial<TemplatePreview> = {}): TemplatePreview => ({
  address: '06 39 98 71 10',
  subject: '',
  body: body.replaceAll('{nom}', 'DUPONT'),
  added: '',
  count: { encoding: 'gsm7', characters: 44, units: 44, segments: 1, left: 116, forcing: [] },
  verdict: judged(),
  ...more,
})

/** Plays the part of the core that keeps messages: enough to see what the window asks of it and shows of it. */
export function writingCore(kept: Message[] = [], templates: Template[] = TEMPLATES) {
  const find = (id: number) => {
    const found = kept.find((one) => one.id === id)
    if (found === undefined) throw new Error(`no message ${id}`)
    return found
  }
  return {
    templates: () => templates,
    merge_fields: () => [
      { name: 'nom', about_agreement: false, about_repair: false },
      { name: 'autorisation', about_agreement: true, about_repair: false },
    ],
    preview_template: ({ template: text }: { template: { body: string } }) => previewOf(text.body),
    messages: (request: MessageRequest) => pageOf(kept, request),
    queue_message: (request: NewMessage) => {
      const made = message(kept.length + 1, { client: request.number })
      kept.push(made)
      return made
    },
    message: ({ id }: { id: number }) => find(id),
    cancel_message: ({ id }: { id: number }) => Object.assign(find(id), { state: 'cancelled' as const }),
    retry_message: ({ id }: { id: number }) =>
      Object.assign(find(id), { state: 'pending' as const, failed_because: null, blocked_by: null }),
    outbox_counts: () => countsOf(kept),
  }
}
