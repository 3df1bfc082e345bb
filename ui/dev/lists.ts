// Lists for the stand-in: conditions over the fictional clients, judged by the fictional consents. ?lists: one is saved already.
import { emit } from '@tauri-apps/api/event'
import type {
  Channel,
  ApiError,
  Cell,
  ChannelAnswer,
  ClientField,
  Commands,
  Condition,
  ErrorCode,
  FieldKind,
  ListField,
  ListFieldInfo,
  ListQuery,
  Operator,
  Reason,
  ReasonCount,
  SavedList,
  VerdictReport,
} from '../src/lib/api/bindings'
import type { FakeClient } from './clients'
import { QUESTIONS } from './questions'

interface World {
  clients: FakeClient[]
  answers: (number: number) => ChannelAnswer[]
}

const TEXTS: ClientField[] = [
  'civility',
  'last_name',
  'first_name',
  'company',
  'address_1',
  'address_2',
  'address_3',
  'postcode',
  'town',
  'country',
  'email',
  'phone',
  'mobile',
  'origins',
]
const OPERATORS: Record<FieldKind, Operator[]> = {
  text: ['is', 'is_not', 'begins', 'contains', 'from', 'until', 'between', 'empty', 'filled'],
  phone: ['is', 'is_not', 'begins', 'contains', 'empty', 'filled'],
  number: ['is', 'is_not', 'from', 'until', 'between'],
  amount: ['is', 'is_not', 'from', 'until', 'between', 'empty', 'filled'],
  day: ['is', 'is_not', 'from', 'until', 'between', 'empty', 'filled'],
  choice: ['is', 'is_not'],
}
const TYPES = ['client', 'tiers', 'paye_par', 'prospect', 'prescripteur', 'parrain', 'beneficiaire']

function info(
  field: ListField,
  kind: FieldKind,
  choices: string[] = [],
  indicator: string | null = null,
): ListFieldInfo {
  const compared = !field.of.startsWith('contact')
  const asked = field.of === 'consent' ? (['empty', 'filled'] as const) : []
  const operators = compared ? [...OPERATORS[kind], ...asked] : []
  return { field, kind, operators, sorts: compared, choices, channels: channelsOf(field), indicator }
}

function channelsOf(field: ListField): Channel[] {
  if (field.of !== 'record') return []
  if (field.field === 'email') return ['mail']
  if (field.field.startsWith('address')) return ['postal']
  return field.field === 'phone' || field.field === 'mobile' ? ['sms', 'phone'] : []
}

const FIELDS: ListFieldInfo[] = [
  info({ of: 'number' }, 'number'),
  ...TEXTS.map((field) =>
    info({ of: 'record', field }, field === 'phone' || field === 'mobile' ? 'phone' : 'text'),
  ),
  info({ of: 'record', field: 'type' }, 'choice', TYPES),
  info({ of: 'record', field: 'professional' }, 'choice', ['individual', 'professional']),
  { ...info({ of: 'selection_codes' }, 'text'), operators: ['is', 'is_not', 'empty', 'filled'] },
  info({ of: 'held', field: 'subscription_offer' }, 'text'),
  info({ of: 'created_at' }, 'day'),
  info({ of: 'updated_at' }, 'day'),
  info({ of: 'inactive_at' }, 'day'),
  info({ of: 'inactive_reason' }, 'text'),
  info({ of: 'restricted_at' }, 'day'),
  info({ of: 'import_file' }, 'text'),
  info({ of: 'contact_consent' }, 'choice', ['granted', 'refused', 'withdrawn']),
  info({ of: 'contact_mode' }, 'text'),
  info({ of: 'contact_date' }, 'day'),
  ...QUESTIONS.flatMap(({ indicator, name }) => [
    info({ of: 'consent', field: indicator }, 'choice', ['granted', 'refused', 'withdrawn'], name),
    info({ of: 'consent_mode', field: indicator }, 'text', [], name),
    info({ of: 'consent_date', field: indicator }, 'day', [], name),
  ]),
]

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const isoDay = (at: number | null | undefined) =>
  at === null || at === undefined ? '' : new Date(at).toISOString().slice(0, 10)

function fail(code: ErrorCode, params: Record<string, string> = {}): never {
  throw { code, params, fields: [] } satisfies ApiError
}

function holds(value: string, { operator, values }: Condition): boolean {
  const [own, first, second] = [value, values[0] ?? '', values[1] ?? ''].map(fold) as [string, string, string]
  const numeric = /^\d+$/.test(own) && /^\d+$/.test(first)
  const order = (a: string, b: string) => (numeric ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0)
  switch (operator) {
    case 'is':
      return values.some((one) => fold(one) === own)
    case 'is_not':
      return values.every((one) => fold(one) !== own)
    case 'begins':
      return own.startsWith(first)
    case 'contains':
      return own.includes(first)
    case 'from':
      return own !== '' && order(own, first) >= 0
    case 'until':
      return own !== '' && order(own, first) <= 0
    case 'between':
      return own !== '' && order(own, first) >= 0 && order(own, second) <= 0
    case 'empty':
      return own === ''
    case 'filled':
      return own !== ''
  }
}

export function lists({ clients, answers }: World) {
  const saved: SavedList[] = []

  /** Beyond the drawn clients, whose answers are given on the screen, most have agreed to everything. */
  function verdictOf(client: FakeClient, contact: ListQuery['contact']): VerdictReport | null {
    if (contact === null) return null
    const verdicts = answers(client.number).find(({ channel }) => channel === contact.channel)?.verdicts
    const verdict = verdicts?.find(({ purpose }) => purpose === contact.purpose)
    if (verdict === undefined || client.number <= 11) return verdict ?? null
    const { number } = client
    const lacks = verdict.reasons.includes('no_address')
    const reason: Reason | null =
      number % 8 === 0 ? 'never_asked' : number % 17 === 0 ? 'withdrawn' : lacks ? 'no_address' : null
    return {
      ...verdict,
      allowed: reason === null,
      reasons: reason === null ? [] : [reason],
      mode: ['Oral', 'Écrit', 'SMS', 'Courrier', 'Mail'][number % 5] ?? '',
      since: new Date(2018, number % 12, 1 + (number % 27)).getTime(),
    }
  }

  /** Where nobody is contacted, only those are left out whose data are restricted. */
  function reasonsOf({ restricted_at }: FakeClient, verdict: VerdictReport | null): Reason[] {
    if (verdict === null) return restricted_at === null ? [] : ['restricted']
    return verdict.reasons.filter((reason) => reason !== 'outside_hours')
  }

  function value(client: FakeClient, field: ListField, verdict: VerdictReport | null): string {
    switch (field.of) {
      case 'number':
        return String(client.number)
      case 'record':
        return field.field === 'professional'
          ? client.client.professional
            ? 'professional'
            : 'individual'
          : String(client.client[field.field])
      case 'created_at':
        return isoDay(client.created_at)
      case 'updated_at':
        return isoDay(client.updated_at)
      case 'inactive_at':
        return isoDay(client.inactive?.at)
      case 'inactive_reason':
        return client.inactive?.reason ?? ''
      case 'restricted_at':
        return isoDay(client.restricted_at)
      case 'import_file':
        return client.imported?.file_name ?? ''
      case 'contact_mode':
        return verdict?.mode ?? ''
      case 'contact_date':
        return isoDay(verdict?.since)
      case 'contact_consent':
        return verdict?.allowed ? 'granted' : ''
      default:
        return ''
    }
  }

  function cell(client: FakeClient, field: ListField, verdict: VerdictReport | null): Cell {
    const text = value(client, field, verdict)
    const kind = FIELDS.find((one) => JSON.stringify(one.field) === JSON.stringify(field))?.kind ?? 'text'
    if (text === '') return { kind: 'empty' }
    if (kind === 'number' || kind === 'amount') return { kind, value: Number(text) }
    return { kind: kind === 'choice' ? 'code' : kind, value: text }
  }

  /** Those who satisfy the conditions, in order; the inactive among them apart. */
  function found(query: ListQuery) {
    const meets = (client: FakeClient) => {
      const met = query.conditions.map((one) => holds(value(client, one.field, null), one))
      return met.length === 0 || (query.any ? met.some(Boolean) : met.every(Boolean))
    }
    const all = clients.filter(meets)
    const shown = query.include_inactive ? all : all.filter((client) => client.inactive === null)
    const way = query.sort.descending ? -1 : 1
    const key = (client: FakeClient) => fold(value(client, query.sort.by, null))
    shown.sort((a, b) => way * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number))
    return { shown, hidden: all.length - shown.length }
  }

  function paged<T>(all: T[], { cursor, limit }: Commands['list_page'][0]) {
    const from = Number(cursor ?? 0)
    const next = from + limit < all.length ? String(from + limit) : null
    return { rows: all.slice(from, from + limit), next }
  }

  const judged = (query: ListQuery) =>
    found(query).shown.map((client) => {
      const verdict = verdictOf(client, query.contact)
      return { client, verdict, reasons: reasonsOf(client, verdict) }
    })

  /** How many each reason keeps back, under the first of each client's. */
  function countedBy(all: ReturnType<typeof judged>): ReasonCount[] {
    const counts = new Map<Reason, number>()
    for (const { reasons } of all) {
      const [first] = reasons
      if (first) counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    return [...counts].map(([reason, clients]) => ({ reason, clients }))
  }

  const line = (query: ListQuery, client: FakeClient, verdict: VerdictReport | null) => ({
    client: client.number,
    cells: query.columns.map((field) => cell(client, field, verdict)),
  })

  const handlers: { [C in keyof Commands]?: (request: Commands[C][0]) => unknown } = {
    list_fields: () => FIELDS,
    list_page: (request) => {
      const kept = judged(request.query).filter(({ reasons }) => reasons.length === 0)
      const { rows, next } = paged(kept, request)
      return { lines: rows.map(({ client, verdict }) => line(request.query, client, verdict)), next }
    },
    list_excluded: (request) => {
      const out = judged(request.query).filter(({ reasons }) => reasons.length > 0)
      const { rows, next } = paged(out, request)
      return {
        lines: rows.map(({ client, verdict, reasons }) => ({
          line: line(request.query, client, verdict),
          reasons,
        })),
        next,
      }
    },
    list_count: (query) => {
      const all = judged(query)
      const reasons = countedBy(all)
      const excluded = reasons.reduce((sum, one) => sum + one.clients, 0)
      return {
        matching: all.length,
        kept: all.length - excluded,
        excluded,
        reasons,
        hidden_inactive: found(query).hidden,
      }
    },
    saved_lists: () => structuredClone(saved).sort((a, b) => a.name.localeCompare(b.name)),
    save_list: ({ id, name, query }) => {
      if (name.trim() === '') fail('name_missing')
      const now = Date.now()
      const known = saved.find((list) => list.id === id)
      const list = {
        id: known?.id ?? now,
        name,
        query,
        created_at: now,
        updated_at: now,
        operator: 'Claire V.',
      }
      if (known) Object.assign(known, list)
      else saved.push(list)
      void emit('changed', { clients: [], shop: true, messages: false, all: false })
      return list
    },
    remove_list: ({ id }) => {
      saved.splice(
        saved.findIndex((list) => list.id === id),
        1,
      )
      return {}
    },
  }
  return { handlers, judged, countedBy }
}
