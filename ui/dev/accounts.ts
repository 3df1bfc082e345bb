// Fictional invoices, payments, deliveries and sponsorships: the first client has a life, others have none.
import type {
  Commands,
  DeliveryRow,
  ErrorCode,
  InvoiceRow,
  Party,
  PaymentRow,
  Rule,
  SponsorshipRow,
  WindowRequest,
} from '../src/lib/api/bindings'
import { day, nextId } from './days'

interface World {
  party: (number: number) => Party
  fail: (code: ErrorCode, params?: Record<string, string>) => never
  tell: (number: number) => void
}
type Handlers = { [C in keyof Commands]?: (request: Commands[C][0]) => Commands[C][1] }

/** A page of these rows, in the order asked for. */
export function page<R extends { id: number }>(all: R[], { sort, after: cursor, limit }: WindowRequest) {
  const key = (row: R) => {
    const fields: Record<string, string[]> = {
      start: ['starts_on'],
      end: ['ends_on'],
      date: ['issued_on', 'paid_on', 'due_on', 'on_day'],
      amount: ['total', 'amount'],
      offer: ['offer_name'],
      handover: ['town'],
      invoice: ['invoice_number'],
    }
    const found = (fields[sort.column] ?? [sort.column]).map((name) => (row as Record<string, unknown>)[name])
    return found.find((value) => value !== undefined) as string | number
  }
  const rows = [...all]
  rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (sort.descending ? -1 : 1))
  const from = cursor ?? 0
  return {
    rows: rows.slice(from, from + limit),
    total: rows.length,
    next: from + limit < rows.length ? from + limit : null,
    barred: null,
  }
}

export function accounts({ party, fail, tell }: World): Handlers {
  const refuse = (rule: Rule): never => fail('refused', { rule })
  const invoice = (
    id: number,
    number: string,
    at: number,
    total: number,
    state: InvoiceRow['state'],
    due = 0,
  ) => ({
    id,
    kind: number.startsWith('A') ? ('credit' as const) : ('invoice' as const),
    number,
    issued_on: day(at),
    total,
    due,
    state,
  })
  const invoices: InvoiceRow[] = [
    invoice(1, 'F-2026-0187', -12, 4900, 'due', 4900),
    invoice(2, 'F-2026-0142', -130, 7900, 'partly_paid', 2900),
    invoice(3, 'A-2026-0009', -190, -2042, 'credit'),
    invoice(4, 'F-2026-0061', -200, 4900, 'paid'),
    invoice(5, 'F-2025-0410', -500, 2900, 'paid'),
    invoice(6, 'F-2024-0392', -800, 4500, 'credited'),
  ]
  let payments: PaymentRow[] = [
    [1, -110, 'card', 2, 5000, ''],
    [2, -195, 'cheque', 4, 4900, 'BNP 0041872'],
    [3, -480, 'transfer', 5, 2900, ''],
    [4, -700, 'refund', 6, -2458, ''],
  ].map(([id, at, mode, of, amount, note]) => ({
    id: Number(id),
    paid_on: day(Number(at)),
    mode: mode as PaymentRow['mode'],
    invoice: Number(of),
    invoice_number: invoices.find((one) => one.id === of)?.number ?? '',
    amount: Number(amount),
    note: String(note),
    reverses: false,
    reversed: false,
  }))
  const STATES: DeliveryRow['state'][] = [
    'delivered',
    'delivered',
    'handed_over',
    'returned',
    'delivered',
    'missed',
  ]
  let deliveries: DeliveryRow[] = Array.from({ length: 57 }, (_, index) => ({
    id: index + 1,
    subscription: index % 9 === 4 ? null : 1,
    due_on: day(80 - index * 30),
    content: index % 9 === 4 ? 'Montre révisée' : `N° ${62 - index}`,
    copies: index % 4 === 1 ? 2 : 1,
    state: index < 3 ? 'planned' : (STATES[index % 6] ?? 'delivered'),
    town: index % 9 === 4 ? '' : index % 5 ? 'USSEL' : 'MEYMAC',
    note: index % 9 === 4 ? 'Boutique' : '',
  }))
  let sponsorships: SponsorshipRow[] = [
    [1, 'sponsored', 7, -300, '', false],
    [2, 'sponsored', 5, -420, 'Bon d’achat de 15 €', true],
    [3, 'sponsor', 10, -900, '', false],
  ].map(([id, role, of, at, reward, may_reward]) => ({
    id: Number(id),
    role: role as SponsorshipRow['role'],
    other: party(Number(of)),
    on_day: day(Number(at)),
    reward: String(reward),
    rewarded_on: reward ? day(-400) : null,
    may_reward: Boolean(may_reward) || id === 1,
  }))

  const of = <R>(number: number, rows: R[]) => (number === 1 ? rows : [])

  return {
    invoice: ({ id }) => {
      const one = invoices.find((row) => row.id === id) ?? fail('invoice_not_found')
      return {
        ...one,
        payer: 1,
        corrects: null,
        corrects_number: null,
        addressee: '',
        lines: [],
        vat: [],
        vat_total: 0,
        paid: one.total - one.due,
        credited: 0,
        operator: '',
      }
    },
    save_invoice: ({ path }) => ({ path }),
    credit_invoice: ({ id, amount }) => {
      const one = invoices.find((row) => row.id === id) ?? fail('invoice_not_found')
      if (amount !== null && amount > one.total) refuse('nothing_to_refund')
      const note = invoice(nextId(), 'A-2026-0010', 0, -(amount ?? one.total), 'credit')
      invoices.unshift(note)
      if (amount === null) Object.assign(one, { state: 'credited', due: 0 })
      tell(1)
      return {
        ...note,
        payer: 1,
        corrects: id,
        corrects_number: one.number,
        addressee: '',
        lines: [],
        vat: [],
        vat_total: 0,
        paid: 0,
        credited: 0,
        operator: '',
      }
    },
    record_payment: ({ payer, invoice: id, paid_on, mode, amount, note }) => {
      if (paid_on > day(0)) refuse('day_in_future')
      const of = invoices.find((row) => row.id === id)
      const row: PaymentRow = {
        id: nextId(),
        paid_on,
        mode,
        invoice: id,
        invoice_number: of?.number ?? '',
        amount,
        note,
        reverses: false,
        reversed: false,
      }
      payments = [row, ...payments]
      if (of)
        Object.assign(of, { due: of.due - amount, state: of.due - amount <= 0 ? 'paid' : 'partly_paid' })
      tell(payer)
      return { ...row, payer, reverses: null, reversed_by: null, operator: '' }
    },
    reverse_payment: ({ id }) => {
      const row = payments.find((one) => one.id === id) ?? fail('payment_not_found')
      const back = { ...row, id: nextId(), paid_on: day(0), amount: -row.amount, reverses: true }
      payments = [back, ...payments.map((one) => (one.id === id ? { ...one, reversed: true } : one))]
      tell(1)
      return { ...back, payer: 1, reverses: id, reversed_by: null, operator: '' }
    },
    mark_deliveries: ({ ids: which, state }) => {
      if (deliveries.some((one) => which.includes(one.id) && one.due_on > day(0))) refuse('day_in_future')
      deliveries = deliveries.map((one) => (which.includes(one.id) ? { ...one, state } : one))
      tell(1)
      return { marked: which.length }
    },
    add_delivery: ({ recipient, due_on, content, copies, state, note }) => {
      const row: DeliveryRow = {
        id: nextId(),
        subscription: null,
        due_on,
        content,
        copies,
        state,
        town: '',
        note,
      }
      deliveries = [row, ...deliveries]
      tell(recipient)
      return { ...row, recipient, address: '' }
    },
    remove_delivery: ({ id }) => {
      deliveries = deliveries.filter((one) => one.id !== id)
      tell(1)
      return {}
    },
    add_sponsorship: ({ sponsor, sponsored }) => {
      if (sponsor === sponsored) refuse('sponsored_already')
      const role = sponsor === 1 ? 'sponsored' : 'sponsor'
      const row = {
        id: nextId(),
        role,
        other: party(role === 'sponsored' ? sponsored : sponsor),
        on_day: day(0),
      } as const
      sponsorships = [{ ...row, reward: '', rewarded_on: null, may_reward: false }, ...sponsorships]
      tell(1)
      return { ...row, sponsor, sponsored, subscription: null, reward: '', rewarded_on: null }
    },
    give_reward: ({ id, reward, on }) => {
      sponsorships = sponsorships.map((one) => (one.id === id ? { ...one, reward, rewarded_on: on } : one))
      tell(1)
      return { id, sponsor: 1, sponsored: 2, on_day: on, subscription: null, reward, rewarded_on: on }
    },
    remove_sponsorship: ({ id }) => {
      sponsorships = sponsorships.filter((one) => one.id !== id)
      tell(1)
      return {}
    },
    invoices_due: ({ older_than_days, after, limit }) => {
      const until = day(-older_than_days)
      const all = invoices.filter((one) => one.due > 0 && one.issued_on <= until)
      const from = after === null ? 0 : all.findIndex((one) => one.id === after) + 1
      const rows = all.slice(from, from + limit)
      return {
        invoices: rows.map((one) => ({ ...one, payer: 1, payer_name: party(1).name, payer_removed: false })),
        next: from + limit < all.length ? (rows.at(-1)?.id ?? null) : null,
      }
    },
    invoices_page: (request) => page(of(request.number, invoices), request),
    payments_page: (request) => page(of(request.number, payments), request),
    deliveries_page: (request) => page(of(request.number, deliveries), request),
    recent_deliveries: ({ number }) =>
      of(number, deliveries)
        .filter(({ state }) => state !== 'planned' && state !== 'cancelled')
        .slice(0, 10)
        .map((one) => ({
          ...one,
          recipient: number,
          address: one.town && `3 rue du Port\n19200 ${one.town}`,
        })),
    sponsorships_page: (request) => page(of(request.number, sponsorships), request),
    export_table: ({ path }) => ({ path, sha256: '0'.repeat(64) }) as Commands['export_table'][1],
    save_table_pdf: ({ path }) => ({ path }),
  }
}
