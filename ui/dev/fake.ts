// A stand-in for the program, for looking at screens in a browser with `npm run dev`. It never ships: the one import of
// it is behind import.meta.env.DEV. Address parameters: ?start (no file open), ?theme=dark, ?lang=en, ?demonstration.
import { emit } from '@tauri-apps/api/event'
import { mockIPC } from '@tauri-apps/api/mocks'
import type {
  ApiError,
  ClientInput,
  ClientRecord,
  ClientRow,
  Commands,
  ErrorCode,
  FieldIssue,
  JournalEntry,
  SessionInfo,
  Settings,
  ShopInfo,
} from '../src/lib/api/bindings'
import { campaigns } from './campaigns'
import { carriers } from './carriers'
import { issues, record, shopOf, type FakeClient } from './clients'
import { consentSetup } from './consent-setup'
import { consents } from './consents'
import { duplicates } from './duplicates'
import { exports } from './exports'
import { glance } from './glance'
import { imports } from './imports'
import { labels } from './labels'
import { lists } from './lists'
import { manager, managerOnly } from './manager'
import { messages } from './messages'
import { movements } from './movements'
import { replies } from './replies'
import { subscriptions } from './subscriptions'
import { unproven } from './unproven'

const parameters = new URLSearchParams(location.search)
const clients = shopOf(480)
const journals = new Map<number, JournalEntry[]>()
const settings: Settings = {
  language: (parameters.get('lang') as Settings['language']) ?? null,
  theme: (parameters.get('theme') as Settings['theme']) ?? null,
}
const names = ['Claire V.', 'Sofiane']
let undone: {
  number: number
  before: FakeClient
  operation: 'save_client' | 'set_inactive' | 'set_active'
} | null = null

const shop: ShopInfo = {
  path: '/home/claire/maison-vaurelle.ecrin',
  file_name: 'maison-vaurelle.ecrin',
  shop_name: 'Maison Vaurelle',
  demonstration: parameters.has('demonstration'),
  clients: clients.length,
  inactive: 0,
  saved_at: Date.now() - 600_000,
  backed_up_at: Date.now() - 4_000_000,
  operator: parameters.has('nobody') ? '' : 'Claire V.',
}

function fail(code: ErrorCode, fields: FieldIssue[] = [], params: Record<string, string> = {}): never {
  throw { code, params, fields } satisfies ApiError
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function find(number: number): FakeClient {
  return clients.find((client) => client.number === number) ?? fail('client_not_found')
}

function row(client: FakeClient): ClientRow {
  const { number, inactive, opened_at } = client
  const {
    civility,
    last_name,
    first_name,
    company,
    postcode,
    town,
    phone,
    mobile,
    email,
    type,
    professional,
  } = client.client
  return {
    number,
    civility,
    last_name,
    first_name,
    company,
    postcode,
    town,
    phone,
    mobile,
    email,
    type,
    professional,
    inactive: inactive !== null,
    opened_at,
  }
}

function committed(
  client: FakeClient,
  operation: JournalEntry['operation'],
  changes: JournalEntry['changes'],
) {
  client.revision += 1
  client.updated_at = Date.now()
  shop.saved_at = Date.now()
  const entries = journals.get(client.number) ?? []
  entries.unshift({
    id: Date.now(),
    at: Date.now(),
    operator: shop.operator,
    operation,
    changes,
    file_name: null,
  })
  journals.set(client.number, entries)
  void emit('changed', { clients: [client.number], shop: true, all: false })
}

const copy = (client: FakeClient): FakeClient => structuredClone(client)
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Handlers = {
  [C in keyof Commands]?: (request: Commands[C][0]) => Commands[C][1] | Promise<Commands[C][1]>
}

const world = { find, committed, operator: () => shop.operator, asked: new Map<string, number>() }
const answers = consents({ ...world, fail, send: (message) => written.queue(message) })
const ofChannels = (number: number) => answers.channel_answers({ number })
const failing = (code: ErrorCode, params?: Record<string, string>): never => fail(code, [], params)
const written = messages({ ...world, fail: failing, answers: ofChannels })
const listed = lists({ clients, answers: ofChannels })

const handlers: Handlers = {
  session: (): SessionInfo => ({
    shop: parameters.has('start') ? null : shop,
    recent_files: [
      {
        path: shop.path,
        file_name: shop.file_name,
        shop_name: shop.shop_name,
        opened_at: Date.now() - 5e7,
        clients: 1602,
        missing: false,
        demonstration: false,
      },
      {
        path: '/media/cle/ancien.ecrin',
        file_name: 'ancien.ecrin',
        shop_name: 'Ancienne boutique',
        opened_at: Date.now() - 9e9,
        clients: 812,
        missing: true,
        demonstration: false,
      },
    ],
    settings,
    version: '0.1.0',
    default_folder: '/home/claire/Documents',
    launch: null,
    credential_store: true,
    system_language: 'fr',
  }),
  save_settings: (next) => Object.assign(settings, next),
  rate_passphrase: ({ passphrase }) => ({ weakness: passphrase.length < 12 ? 'too_short' : null }),
  create_shop: ({ shop_name }) => Object.assign(shop, { shop_name }),
  open_shop: ({ passphrase }) =>
    passphrase === null ? fail('passphrase_needed') : passphrase === 'non' ? fail('passphrase_wrong') : shop,
  open_demonstration: () => Object.assign(shop, { demonstration: true, file_name: 'demonstration.ecrin' }),
  close_shop: () => ({}),
  forget_file: () => ({}),
  shop_info: () => ({ ...shop }),
  back_up: ({ folder }) => ({
    path: `${folder}/maison-vaurelle-2026-11-22.ecrin`,
    at: (shop.backed_up_at = Date.now()),
  }),
  verify: () => ({
    integrity: 'ok',
    clients: clients.length,
    problems: [],
    decisions: 0,
    head: '0'.repeat(64),
    broken: null,
  }),
  operators: () => names,
  choose_operator: ({ name }) => {
    if (!names.includes(name)) names.push(name)
    return Object.assign(shop, { operator: name })
  },
  search_clients: ({ text, include_inactive, filter, limit }) => {
    const words = fold(text).split(/\s+/).filter(Boolean)
    const digits = (value: string) => value.replace(/\D/g, '')
    const all = clients.filter(({ client, number }) => {
      if (filter.type !== null && filter.type !== client.type) return false
      if (filter.town !== '' && fold(filter.town) !== fold(client.town)) return false
      const hay = fold(
        [client.last_name, client.first_name, client.company, client.town, client.postcode, client.email]
          .join(' ')
          .replace(/-/g, ' '),
      )
      return words.every(
        (word) =>
          ` ${hay}`.includes(` ${word}`) ||
          String(number) === word ||
          (/^\d{4,}$/.test(word) && (digits(client.mobile) + ' ' + digits(client.phone)).includes(word)),
      )
    })
    const shown = include_inactive ? all : all.filter((client) => !client.inactive)
    if (!shown.length && text.startsWith('dupn')) {
      const near = clients.filter((client) => client.client.last_name === 'DUPONT' && !client.inactive)
      return {
        total: 0,
        total_exact: true,
        hidden_inactive: 0,
        hidden_exact: true,
        near: ['DUPONT'],
        subscription: null,
        invoice: null,
        clients: near.slice(0, limit).map(row),
      }
    }
    shown.sort((a, b) => a.client.last_name.localeCompare(b.client.last_name))
    return {
      total: shown.length,
      total_exact: shown.length < 1000,
      hidden_inactive: all.length - shown.length,
      hidden_exact: true,
      near: [],
      subscription: null,
      invoice: null,
      clients: shown.slice(0, limit).map(row),
    }
  },
  recent_clients: ({ limit }) =>
    clients
      .filter((client) => client.opened_at !== null)
      .sort((a, b) => (b.opened_at ?? 0) - (a.opened_at ?? 0))
      .slice(0, limit)
      .map(row),
  client: ({ number }) => copy(find(number)),
  open_client: ({ number }) => {
    const client = find(number)
    client.opened_at = Date.now()
    return copy(client)
  },
  check_client: ({ client, number }) => ({
    issues: issues(client),
    probable: clients
      .filter((other) => other.number !== number)
      .flatMap((other) => {
        const reasons = [
          ...(client.mobile.length > 9 && other.client.mobile === client.mobile
            ? (['same_phone'] as const)
            : []),
          ...(client.email.length > 5 && other.client.email === client.email
            ? (['same_email'] as const)
            : []),
          ...(client.last_name.length > 2 &&
          fold(other.client.last_name) === fold(client.last_name) &&
          (!client.postcode || other.client.postcode === client.postcode)
            ? (['near_name'] as const)
            : []),
        ]
        return reasons.length ? [{ client: row(other), reasons }] : []
      })
      .slice(0, 5),
  }),
  create_client: ({ client }): ClientRecord => {
    const found = issues(client).filter((issue) => issue.blocking)
    if (found.length) fail('invalid', found)
    const made = record(clients.length + 1, client, Date.now())
    clients.push(made)
    committed(made, 'create_client', [])
    return copy(made)
  },
  save_client: ({ number, client }): ClientRecord => {
    const found = issues(client).filter((issue) => issue.blocking)
    if (found.length) fail('invalid', found)
    const stored = find(number)
    undone = { number, before: copy(stored), operation: 'save_client' }
    const changes = (Object.keys(client) as (keyof ClientInput)[])
      .filter((field) => client[field] !== stored.client[field])
      .map((field) => ({ field, old: String(stored.client[field]), new: String(client[field]) }))
    stored.client = { ...client }
    committed(stored, 'save_client', changes)
    return copy(stored)
  },
  set_inactive: ({ number, inactive, reason }): ClientRecord => {
    const stored = find(number)
    undone = { number, before: copy(stored), operation: inactive ? 'set_inactive' : 'set_active' }
    stored.inactive = inactive ? { at: Date.now(), reason } : null
    committed(stored, inactive ? 'set_inactive' : 'set_active', [
      { field: 'inactive', old: String(!inactive), new: String(inactive) },
    ])
    return copy(stored)
  },
  undo_state: () =>
    undone && {
      number: undone.number,
      operation: undone.operation,
      name: find(undone.number).client.last_name,
    },
  undo: (): ClientRecord => {
    if (!undone) return fail('nothing_to_undo')
    const stored = Object.assign(find(undone.number), undone.before)
    undone = null
    committed(stored, 'undo', [])
    return copy(stored)
  },
  journal: ({ number }) => ({
    entries: [
      ...(journals.get(number) ?? []),
      {
        id: 3,
        at: Date.now() - 4e8,
        operator: 'Sofiane',
        operation: 'save_client',
        changes: [
          { field: 'town', old: 'MEYMAC', new: 'USSEL' },
          { field: 'postcode', old: '19250', new: '19200' },
          { field: 'email', old: '', new: 'laura.dupont@courriel.example' },
        ],
        file_name: null,
      },
      {
        id: 2,
        at: Date.now() - 9e9,
        operator: 'Claire V.',
        operation: 'set_active',
        changes: [{ field: 'inactive', old: 'true', new: 'false' }],
        file_name: null,
      },
      {
        id: 1,
        at: find(number).created_at,
        operator: 'Claire V.',
        operation: 'import',
        changes: [],
        file_name: 'clients-2k.csv',
      },
    ],
    next: null,
  }),
  towns_of_postcode: ({ postcode }) =>
    ({ '19200': ['USSEL', 'SAINT-ANGEL', 'CHAVEROCHE'], '19250': ['MEYMAC'] })[postcode] ?? [],
  origins: () => ['Boutique', 'Salon 2016', 'Internet', 'Recommandation'],
  ...answers,
  ...written.handlers,
  ...campaigns({ ...world, clients, fail: failing, templates: written.handlers.templates }),
  ...duplicates({ ...world, clients, row, fail: failing }),
  ...(movements({ ...world, clients, fail: failing, answers: ofChannels }) as Handlers),
  ...glance(clients),
  ...replies,
  ...subscriptions({ ...world, fail: failing }),
  ...carriers,
  ...imports,
  ...consentSetup,
  ...unproven,
  ...(listed.handlers as Handlers),
  ...(exports(listed, managerOnly) as Handlers),
  ...(manager as Handlers),
  ...(labels({ ...world, clients }) as Handlers),
}

const shell: Record<string, (request: Record<string, unknown>) => unknown> = {
  pick_file: ({ kind }) =>
    ({
      shop: shop.path,
      picture: '/home/claire/bulletin-0918.jpg',
      evidence: '/home/claire/bulletin-0918.pdf',
    })[String(kind)] ?? '/home/claire/clients.csv',
  pick_new_document: ({ suggested }) => `/home/claire/${String(suggested)}`,
  pick_new_shop: ({ suggested }) => suggested,
  pick_folder: () => '/home/claire/Sauvegardes',
  reveal: () => null,
  open_document: () => null,
  window_ready: () => null,
  window_close: () => null,
  window_stay: () => null,
}

export function install() {
  mockIPC(
    async (command, payload) => {
      const request = (payload ?? {}) as Record<string, unknown>
      if (command !== 'call') return shell[command]?.(request)
      const handler = handlers[request['command'] as keyof Handlers] as
        ((request: unknown) => unknown) | undefined
      await wait(4)
      return handler?.(request['request'])
    },
    { shouldMockEvents: true },
  )
}
