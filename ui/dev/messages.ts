// Fictional messages for looking at screens in a browser: the drawn ones of the first client, and a queue over all. ?quiet: none.
import { emit } from '@tauri-apps/api/event'
import type {
  ChannelAnswer,
  ErrorCode,
  JournalEntry,
  Message,
  MessageRequest,
  MessageVerdict,
  NewMessage,
  NewTemplate,
  PreviewTemplateRequest,
  SaveTemplateRequest,
  Template,
} from '../src/lib/api/bindings'
import { countsOf, pageOf } from '../src/lib/messages/fixture'
import type { FakeClient } from './clients'
import { QUESTIONS } from './questions'
import { FIELDS, isMalformed, lengthOf, merge, SHIPPED, unknownField } from './templates'

interface World {
  find: (number: number) => FakeClient
  fail: (code: ErrorCode, params?: Record<string, string>) => never
  committed: (client: FakeClient, operation: JournalEntry['operation'], changes: []) => void
  operator: () => string
  answers: (number: number) => ChannelAnswer[]
  /** When a message asked for an indicator: « client:indicator ». */
  asked: Map<string, number>
}

const parameters = new URLSearchParams(location.search)
const HOUR = 3_600_000
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()
const nameOf = ({ client }: FakeClient) =>
  [client.last_name, client.first_name].filter(Boolean).join(' ') || client.company

export function messages({ find, fail, committed, operator, answers, asked }: World) {
  let templates = structuredClone(SHIPPED)
  const all: Message[] = []

  function write(number: number, template: Template, more: Partial<Message> = {}, indicator?: number | null) {
    const client = find(number)
    const about = QUESTIONS.find((one) => one.indicator === indicator)?.name ?? 'Envoi de SMS techniques'
    const message: Message = {
      id: all.length + 1,
      client: number,
      client_name: nameOf(client),
      channel: template.channel,
      context: template.context,
      purpose: template.purpose,
      template: template.name,
      address: template.channel === 'sms' ? client.client.mobile || client.client.phone : client.client.email,
      subject: merge(template.subject, client, about),
      body: merge(template.body, client, about),
      state: 'pending',
      blocked_by: null,
      failed_because: null,
      detail: '',
      attempts: 0,
      queued_at: Date.now(),
      due_at: Date.now(),
      sent_at: null,
      operator: operator(),
      ...more,
    }
    all.push(message)
    return message
  }

  const named = (channel: string, name: string) =>
    templates.find((one) => one.channel === channel && one.name === name) ?? fail('template_not_found')
  const sent = (when: number): Partial<Message> => ({
    state: 'sent',
    sent_at: when,
    queued_at: when,
    attempts: 1,
  })

  if (!parameters.has('quiet')) {
    const ready = named('sms', 'Votre montre est prête')
    write(1, named('mail', 'Vos droits et vos choix'), sent(at(2018, 8, 18, 6, 34)))
    write(1, named('sms', 'Confirmation d’accord'), sent(at(2018, 8, 18, 6, 56)))
    write(1, ready, { ...sent(at(2018, 8, 24, 9, 40)), template: 'Votre alliance est ajustée' })
    write(1, named('sms', 'Journées Or, entrée libre'), sent(at(2018, 10, 30, 10, 15)))
    for (const [index, number] of [4, 5, 7, 8, 9, 10, 12, 13, 14, 15, 16].entries()) {
      const states: Partial<Message>[] = [
        sent(Date.now() - 30 * HOUR - index * HOUR),
        { state: 'pending', failed_because: 'unreachable', attempts: 2, due_at: Date.now() + 0.2 * HOUR },
        { state: 'unsure', failed_because: 'interrupted', attempts: 1 },
        { state: 'failed', failed_because: 'address_refused', attempts: 1, detail: '550 no such user' },
        { state: 'cancelled' },
        { state: 'pending', due_at: Date.now() + 14 * HOUR },
      ]
      const client = find(number).client
      const template = client.mobile
        ? index % 2
          ? ready
          : named('sms', 'Journées Or, entrée libre')
        : named('mail', 'Vœux, avant-première')
      write(number, template, states[index % states.length])
    }
    const blocked = { state: 'blocked', blocked_by: 'never_asked' } as const
    write(1, named('mail', 'Vœux, avant-première'), { ...blocked, queued_at: at(2018, 11, 13, 18, 0) })
    write(1, ready, {
      state: 'failed',
      failed_because: 'land_line',
      address: '01 99 00 11 17',
      attempts: 1,
      sent_at: null,
    })
    write(1, ready)
  }

  function judge(number: number, template: NewTemplate): MessageVerdict {
    const found = answers(number).find(({ channel }) => channel === template.channel)?.verdicts ?? []
    const asked = template.purpose === 'rights' ? 'technical' : template.purpose
    const verdict = found.find((one) => one.purpose === asked) ?? found[0] ?? fail('internal')
    const reasons =
      template.purpose === 'rights'
        ? verdict.reasons.filter((reason) => reason !== 'never_asked')
        : verdict.reasons
    const { rule, source, read_on, hours_source, unproven } = verdict
    return {
      allowed: !reasons.length,
      waits_until: null,
      reasons,
      rule,
      source,
      read_on,
      hours_source,
      unproven,
    }
  }

  function check(template: NewTemplate) {
    const unknown = unknownField(template)
    if (unknown !== null) {
      fail('field_unknown', { field: unknown, known: FIELDS.map(({ name }) => name).join(', ') })
    }
    if (isMalformed(template)) fail('template_malformed')
    if (!template.body.trim() || (template.channel === 'mail' && !template.subject.trim()))
      fail('text_missing')
    if (
      template.channel === 'sms' &&
      template.purpose === 'commercial' &&
      !template.body.includes('{boutique}')
    ) {
      fail('shop_name_missing')
    }
  }

  function store(template: NewTemplate, id: number | null) {
    if (!template.name.trim()) fail('name_missing')
    const twin = templates.find(
      (one) => one.channel === template.channel && one.name === template.name.trim(),
    )
    if (twin && twin.id !== id) fail('name_taken')
    check(template)
    void emit('changed', { clients: [], shop: true, all: false })
    return { ...template, name: template.name.trim() }
  }

  /** A message in the transaction of its cause. */
  function queue(request: NewMessage): Message {
    const template = templates.find(({ id }) => id === request.template) ?? fail('template_not_found')
    const reason = judge(request.number, template).reasons.find((one) => one !== 'outside_hours')
    if (reason) fail('message_blocked', { reason })
    if (template.asks && request.indicator !== null) {
      asked.set(`${request.number}:${request.indicator}`, Date.now())
    }
    return write(request.number, template, {}, request.indicator)
  }

  const message = (id: number) => all.find((one) => one.id === id) ?? fail('message_not_found')
  const changed = (one: Message, operation: JournalEntry['operation']) => {
    committed(find(one.client), operation, [])
    return { ...one }
  }

  return {
    queue,
    handlers: {
      templates: () => structuredClone(templates),
      create_template: (template: NewTemplate) => {
        const made = { id: Date.now(), rgpd_default: false, ...store(template, null) }
        templates.push(made)
        return made
      },
      save_template: ({ id, template }: SaveTemplateRequest) => {
        const stored = templates.find((one) => one.id === id) ?? fail('template_not_found')
        return Object.assign(stored, store(template, id))
      },
      remove_template: ({ id }: { id: number }) => {
        templates = templates.filter((one) => one.id !== id)
        return {}
      },
      order_templates: ({ ids }: { ids: number[] }) =>
        (templates = templates.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))),
      set_rgpd_default: ({ id }: { id: number }) => {
        const { channel } = templates.find((one) => one.id === id) ?? fail('template_not_found')
        for (const one of templates) if (one.channel === channel) one.rgpd_default = one.id === id
        return {}
      },
      merge_fields: () => FIELDS,
      preview_template: ({ number, template, indicator }: PreviewTemplateRequest) => {
        check(template)
        const about = QUESTIONS.find((one) => one.indicator === indicator)?.name ?? ''
        const body = merge(template.body, find(number), about)
        const { mobile, phone, email } = find(number).client
        return {
          address: template.channel === 'sms' ? mobile || phone : email,
          subject: merge(template.subject, find(number), about),
          body,
          added: '',
          count: template.channel === 'sms' ? lengthOf(body) : null,
          verdict: judge(number, template),
        }
      },
      messages: (request: MessageRequest) => structuredClone(pageOf(all, request)),
      queue_message: (request: NewMessage) => changed(queue(request), 'queue_message'),
      message: ({ id }: { id: number }) => structuredClone(message(id)),
      cancel_message: ({ id }: { id: number }) =>
        changed(Object.assign(message(id), { state: 'cancelled' }), 'cancel_message'),
      retry_message: ({ id }: { id: number }) => {
        const fresh = {
          state: 'pending',
          failed_because: null,
          blocked_by: null,
          due_at: Date.now(),
        } as const
        return changed(Object.assign(message(id), fresh), 'retry_message')
      },
      outbox_counts: () => countsOf(all),
    },
  }
}
