// The labels of the stand-in's records, and the shop's selection codes. Laura's are those of the drawing.
import { emit } from '@tauri-apps/api/event'
import type {
  ApiError,
  BankFault,
  Commands,
  ErrorCode,
  FollowUp,
  Label,
  LabelFaces,
  PanelLayout,
  SelectionCode,
  Window,
} from '../src/lib/api/bindings'
import type { FakeClient } from './clients'
import { agnes, DAY, day, EMPTY, laura, type Sheet } from './label-samples'
import { iso } from './days'

interface World {
  clients: FakeClient[]
  find: (number: number) => FakeClient
  operator: () => string
}

function fail(code: ErrorCode, params: Record<string, string> = {}): never {
  throw { code, params, fields: [] } satisfies ApiError
}

const LABELS: Label[] = [
  'codes',
  'bank',
  'incidents',
  'follow_ups',
  'carriage',
  'addresses',
  'deliveries',
  'management',
  'notes',
  'consents',
]
const WINDOWS: Window[] = ['subscriptions', 'invoices', 'payments', 'deliveries', 'sponsorships']

const first = (): PanelLayout => ({
  labels: LABELS.map((label) => ({ label, shown: true })),
  windows: WINDOWS.map((window) => ({ window, shown: window !== 'sponsorships' })),
})

const mask = (iban: string) => `${iban.slice(0, 4)} •••• •••• ${iban.slice(-4)}`

function ibanFault(typed: string): BankFault | null {
  const iban = typed.replace(/\s/g, '').toUpperCase()
  if (iban === '') return 'iban_missing'
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return 'iban_form'
  if (iban.startsWith('FR') && iban.length !== 27) return 'iban_length'
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((c) => parseInt(c, 36)).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
    ? null
    : 'iban_check_digits'
}
const bicFault = (typed: string): BankFault | null =>
  typed.trim() === '' || /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/i.test(typed.replace(/\s/g, ''))
    ? null
    : 'bic_form'

export function labels({ clients, find, operator }: World) {
  let codes: SelectionCode[] = ['Montres', 'Or 18 k', 'Perles', 'Réparations', 'Mariages', 'Collectionneur']
    .map((name, index) => ({ id: index + 1, name, uses: 6 - index, archived_at: null as number | null }))
    .concat({ id: 9, name: 'Salon 2016', uses: 41, archived_at: Date.now() - 400 * DAY })
  let layout = first()
  const sheets = new Map<number, Sheet>([
    [1, laura()],
    [5, agnes()],
  ])
  let next = 100

  const sheet = (number: number): Sheet => {
    find(number)
    const known = sheets.get(number)
    if (known) return known
    const made = structuredClone(EMPTY)
    sheets.set(number, made)
    return made
  }
  const tell = (number: number | null) =>
    emit('changed', {
      clients: number === null ? [] : [number],
      shop: number === null,
      messages: false,
      all: false,
    })
  const name = (number: number) => {
    const { last_name, first_name, company } = find(number).client
    return [last_name, first_name].filter(Boolean).join(' ') || company
  }

  /** Puts a row in its list, new or instead of the one it was. */
  function put<Row extends { id: number; revision: number }>(
    rows: Row[],
    id: number | null,
    row: Omit<Row, 'id' | 'revision'>,
  ): Row[] {
    const made = { ...row, id: id ?? next++, revision: 2 } as Row
    return id === null ? [made, ...rows] : rows.map((one) => (one.id === id ? made : one))
  }

  const current = (number: number) =>
    sheet(number).addresses.find(
      ({ period: { from, until } }) => (from ?? '') <= day(0) && day(0) <= (until ?? '9999'),
    ) ?? null
  const own = (number: number) => {
    const { address_1, address_2, address_3, postcode, town, country } = find(number).client
    return { addressee: '', address_1, address_2, address_3, postcode, town, country }
  }
  const ofClient = (number: number) => {
    const own = sheet(number).codes
    const given = ({ id, name, archived_at }: SelectionCode) => ({ id, name, archived: archived_at !== null })
    return {
      codes: codes.filter((code) => own.includes(code.id)).map(given),
      known: codes.filter((code) => code.archived_at === null).map(given),
    }
  }
  const bank = (number: number) => ({
    account: sheet(number).account,
    balance: sheet(number).balance,
  })
  const addresses = (number: number) => ({
    addresses: sheet(number).addresses,
    current: current(number)?.id ?? null,
    own: own(number),
  })
  const management = (number: number) => ({
    since: find(number).client_since ?? iso(find(number).created_at),
    invoices: number === 1 ? { count: 3, sum: 83_400 } : null,
    note: sheet(number).note,
  })
  const byDue = (rows: FollowUp[]) => rows.toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))

  const handlers: { [C in keyof Commands]?: (request: Commands[C][0]) => unknown } = {
    labels: ({ number }): LabelFaces => {
      const of = sheet(number)
      const open = byDue(of.followUps.filter((one) => one.done_on === null))
      const incidents = of.incidents.filter((one) => one.closed_on === null)
      return {
        codes: {
          first: ofClient(number)
            .codes.map((code) => code.name)
            .slice(0, 6),
          count: of.codes.length,
        },
        bank: {
          balance: of.balance,
          iban_end: of.account?.iban.slice(-4) ?? null,
          mandate: (of.account?.mandate_on ?? null) !== null,
        },
        incidents: {
          open: incidents.length,
          total: of.incidents.length,
          kind: incidents[0]?.kind ?? null,
          on: incidents[0]?.on ?? null,
        },
        follow_ups: {
          open: open.length,
          overdue: open.filter((one) => one.due_on < day(0)).length,
          what: open[0]?.what ?? '',
          due_on: open[0]?.due_on ?? null,
        },
        carriage: of.carriage,
        addresses: {
          count: of.addresses.length,
          towns: [current(number), ...of.addresses]
            .flatMap((one) => one?.address.town ?? [])
            .filter((town, at, all) => all.indexOf(town) === at),
          current_town: current(number)?.address.town ?? own(number).town,
        },
        delivery: number === 1 ? { on: '2018-12-08', state: 'handed_over' } : null,
        management: {
          since: find(number).client_since ?? iso(find(number).created_at),
          invoices: management(number).invoices,
          note: of.note.text,
        },
        notes: {
          count: of.notes.length,
          at: of.notes[0]?.at ?? null,
          text: of.notes[0]?.text.slice(0, 60) ?? '',
        },
        consents: { granted: number === 1 ? 3 : 0, sealed: number === 1 ? 5 : 0 },
      }
    },
    panel_layout: () => layout,
    save_panel_layout: (request) => {
      layout = request
      void tell(null)
      return layout
    },
    reset_panel_layout: () => {
      layout = first()
      void tell(null)
      return layout
    },
    selection_codes: () => codes,
    create_selection_code: ({ name }) => {
      if (name.trim() === '') fail('name_missing')
      if (/[,;|]/.test(name)) fail('code_name_unfit')
      if (codes.some((code) => code.name.toLowerCase() === name.trim().toLowerCase())) fail('name_taken')
      codes = [...codes, { id: next++, name: name.trim(), uses: 0, archived_at: null }]
      void tell(null)
      return codes
    },
    rename_selection_code: ({ id, name }) => {
      codes = codes.map((code) => (code.id === id ? { ...code, name } : code))
      return codes
    },
    order_selection_codes: ({ ids }) => {
      codes = codes.toSorted((a, b) => (ids.indexOf(a.id) + 1 || 99) - (ids.indexOf(b.id) + 1 || 99))
      return codes
    },
    remove_selection_code: ({ id }) => {
      const used = codes.some((code) => code.id === id && code.uses > 0)
      codes = used
        ? codes.map((code) => (code.id === id ? { ...code, archived_at: Date.now() } : code))
        : codes.filter((code) => code.id !== id)
      return { removal: used ? 'archived' : 'deleted', codes }
    },
    client_codes: ({ number }) => ofClient(number),
    set_client_codes: ({ number, codes: ids }) => {
      sheet(number).codes = ids
      void tell(number)
      return ofClient(number)
    },
    bank_account: ({ number }) => bank(number),
    check_bank_account: ({ iban, bic }) => ({ iban: ibanFault(iban), bic: bicFault(bic) }),
    save_bank_account: ({ number, iban, ...rest }) => {
      const of = sheet(number)
      const fault = (iban === null ? null : ibanFault(iban)) ?? bicFault(rest.bic)
      if (fault) fail('bank_account_invalid', { fault })
      if ((rest.mandate_reference === '') !== (rest.mandate_on === null))
        fail('bank_account_invalid', { fault: 'mandate_incomplete' })
      const whole = iban?.replace(/\s/g, '').toUpperCase() ?? of.account?.whole ?? ''
      of.account = { ...rest, revision: rest.revision + 1, whole, iban: mask(whole) }
      void tell(number)
      return bank(number)
    },
    remove_bank_account: ({ number }) => {
      sheet(number).account = null
      void tell(number)
      return bank(number)
    },
    reveal_bank_account: ({ number }) => ({ iban: sheet(number).account?.whole ?? '' }),
    incidents: ({ number }) => sheet(number).incidents,
    save_incident: ({ number, id, kind, on, note, closed_on }) => {
      const of = sheet(number)
      of.incidents = put(of.incidents, id, { kind, on, note, closed_on, operator: operator() })
      void tell(number)
      return of.incidents
    },
    remove_incident: ({ number, id }) => {
      const of = sheet(number)
      of.incidents = of.incidents.filter((one) => one.id !== id)
      void tell(number)
      return of.incidents
    },
    follow_ups: ({ number }) => byDue(sheet(number).followUps),
    save_follow_up: ({ number, id, what, due_on, done_on }) => {
      if (what.trim() === '') fail('text_missing')
      const of = sheet(number)
      of.followUps = put(of.followUps, id, { what, due_on, done_on, operator: operator() })
      void tell(number)
      return byDue(of.followUps)
    },
    remove_follow_up: ({ number, id }) => {
      const of = sheet(number)
      of.followUps = of.followUps.filter((one) => one.id !== id)
      void tell(number)
      return of.followUps
    },
    follow_ups_due: ({ until, limit }) => {
      const last = until ?? day(0)
      const due = clients
        .flatMap(({ number }) =>
          (sheets.get(number)?.followUps ?? [])
            .filter((one) => one.done_on === null && one.due_on <= last)
            .map(({ id, what, due_on }) => ({
              id,
              what,
              due_on,
              client: number,
              client_name: name(number),
            })),
        )
        .toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))
      return { until: last, count: due.length, rows: due.slice(0, limit) }
    },
    carriage: ({ number }) => ({ carriage: sheet(number).carriage }),
    save_carriage: ({ number, mode, ...rest }) => {
      const of = sheet(number)
      of.carriage = mode === null ? null : { ...rest, mode, revision: rest.revision + 1 }
      void tell(number)
      return { carriage: of.carriage }
    },
    delivery_addresses: ({ number }) => addresses(number),
    save_delivery_address: ({ number, id, address, period }) => {
      if (`${address.address_1}${address.town}`.trim() === '') fail('address_missing')
      if (period.from !== null && period.until !== null && period.until < period.from) fail('days_reversed')
      const of = sheet(number)
      of.addresses = put(of.addresses, id, { address, period })
      void tell(number)
      return addresses(number)
    },
    remove_delivery_address: ({ number, id }) => {
      const of = sheet(number)
      of.addresses = of.addresses.filter((one) => one.id !== id)
      void tell(number)
      return addresses(number)
    },
    client_management: ({ number }) => management(number),
    save_manager_note: ({ number, revision, text }) => {
      sheet(number).note = {
        revision: revision + 1,
        text,
        operator: operator(),
        updated_at: Date.now(),
      }
      void tell(number)
      return management(number)
    },
    client_notes: ({ number }) => ({
      notes: sheet(number).notes,
      total: sheet(number).notes.length,
      next: null,
    }),
    save_note: ({ number, id, text }) => {
      if (text.trim() === '') fail('text_missing')
      const of = sheet(number)
      const before = of.notes.find((one) => one.id === id)
      of.notes = put(of.notes, id, {
        text,
        at: before?.at ?? Date.now(),
        corrected_at: before ? Date.now() : null,
        operator: operator(),
      })
      void tell(number)
      return of.notes[0]
    },
    remove_note: ({ number, id }) => {
      const of = sheet(number)
      of.notes = of.notes.filter((one) => one.id !== id)
      void tell(number)
      return {}
    },
  }
  return handlers
}
