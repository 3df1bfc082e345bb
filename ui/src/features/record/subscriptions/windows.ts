// What each of the five windows shows, and what can be done with its rows.
import {
  call,
  type Party,
  type Window,
  type WindowColumn,
  type WindowRequest,
  type WindowSort,
} from '$lib/api'
import { shownDay } from '$lib/days'
import { t, typeset } from '$lib/i18n'
import { euros } from '$lib/money'
import type { MenuItem } from '$lib/ui/menu'
import { deliveryActions, invoiceActions, sponsorshipActions, subscriptionActions } from './actions'
import type { Dealing, Dealings } from './dealing.svelte'
import { DELIVERY_MARKS, INVOICE_MARKS, SUBSCRIPTION_MARKS, type Mark } from './marks'
import { isOver } from './over'
import type { Row, RowPage } from './window.svelte'

/** One cell: a text, or a state with its mark; what stands beside it in small, and what the pointer is told. */
export interface Cell {
  text: string
  beside?: string
  more?: string
  mark?: Mark
  /** Aligned to the end, as amounts are. */
  end?: boolean
}

export interface WindowKind<R extends Row = Row> {
  window: Window
  columns: readonly WindowColumn[]
  /** The order that it opens in: the newest first. */
  usual: WindowSort
  ask: (request: WindowRequest) => Promise<RowPage<R>>
  cells: (row: R) => Cell[]
  /** « Ajout ». */
  add: Dealing
  /** « Suppression » of these rows; null where they cannot be. */
  remove: (rows: R[]) => Dealing | null
  /** What else can be done with these rows. */
  actions: (rows: R[], dealings: Dealings) => MenuItem[]
}

/** Windows of different rows stand in one list: each is only ever given the rows that it asked for. */
const kind = <R extends Row>(of: WindowKind<R>) => of as unknown as WindowKind

const NEWEST: WindowSort = { column: 'date', descending: true }
const idsOf = (rows: Row[]) => rows.map((row) => row.id)
const only = <R>(rows: R[]): R | null => (rows.length === 1 ? (rows[0] ?? null) : null)

function other(recipient: Party | null, payer: Party | null): string | undefined {
  if (recipient) return t.subscriptions.forRecipient(recipient.name)
  return payer ? t.subscriptions.paidBy(payer.name) : undefined
}

export const KINDS: Record<Window, WindowKind> = {
  subscriptions: kind({
    window: 'subscriptions',
    columns: ['offer', 'start', 'end', 'state'],
    usual: { column: 'start', descending: true },
    ask: (request) => call('subscriptions_page', request),
    cells: (row) => {
      const beside = [
        ...(row.copies > 1 ? [t.subscriptions.times(row.copies)] : []),
        ...[other(row.recipient, row.payer)].filter((text) => text !== undefined),
      ].join(' · ')
      return [
        { text: typeset(row.offer_name), ...(beside ? { beside } : {}) },
        { text: shownDay(row.starts_on) },
        { text: shownDay(row.ends_on) },
        { text: t.subscriptions.states[row.state], mark: SUBSCRIPTION_MARKS[row.state] },
      ]
    },
    add: { what: 'subscribe' },
    remove: (rows) => {
      const row = only(rows)
      return row && !isOver(row) ? { what: 'terminate', subscription: row.id } : null
    },
    actions: subscriptionActions,
  }),
  invoices: kind({
    window: 'invoices',
    columns: ['number', 'date', 'amount', 'state'],
    usual: NEWEST,
    ask: (request) => call('invoices_page', request),
    cells: (row) => [
      { text: row.number },
      { text: shownDay(row.issued_on) },
      { text: euros(row.total), end: true },
      {
        text: t.subscriptions.invoiceStates[row.state],
        mark: INVOICE_MARKS[row.state],
        ...(row.state === 'partly_paid' ? { more: t.subscriptions.stillDue(euros(row.due)) } : {}),
      },
    ],
    // An invoice is written with what it is for.
    add: { what: 'subscribe' },
    remove: (rows) => {
      const row = only(rows)
      return row?.kind === 'invoice' && row.state !== 'credited' ? { what: 'credit', invoice: row.id } : null
    },
    actions: invoiceActions,
  }),
  payments: kind({
    window: 'payments',
    columns: ['date', 'mode', 'invoice', 'amount'],
    usual: NEWEST,
    ask: (request) => call('payments_page', request),
    cells: (row) => [
      { text: shownDay(row.paid_on) },
      {
        text: t.subscriptions.modes[row.mode],
        ...(row.reverses || row.reversed
          ? { beside: row.reverses ? t.subscriptions.takesBack : t.subscriptions.takenBack }
          : row.note
            ? { beside: row.note }
            : {}),
      },
      { text: row.invoice_number },
      { text: euros(row.amount), end: true },
    ],
    add: { what: 'pay', invoice: null },
    remove: (rows) =>
      rows.length > 0 && rows.every((row) => !row.reverses && !row.reversed)
        ? { what: 'take_back', payments: idsOf(rows) }
        : null,
    actions: () => [],
  }),
  deliveries: kind({
    window: 'deliveries',
    columns: ['date', 'content', 'handover', 'state'],
    usual: NEWEST,
    ask: (request) => call('deliveries_page', request),
    cells: (row) => [
      { text: shownDay(row.due_on) },
      {
        text: typeset(row.content),
        ...(row.copies > 1 ? { beside: t.subscriptions.times(row.copies) } : {}),
      },
      { text: row.town || typeset(row.note) },
      { text: t.subscriptions.deliveryStates[row.state], mark: DELIVERY_MARKS[row.state] },
    ],
    add: { what: 'deliver' },
    remove: (rows) =>
      rows.length > 0 && rows.every((row) => row.state === 'planned')
        ? { what: 'remove_deliveries', deliveries: idsOf(rows) }
        : null,
    actions: deliveryActions,
  }),
  sponsorships: kind({
    window: 'sponsorships',
    columns: ['person', 'date', 'reward'],
    usual: NEWEST,
    ask: (request) => call('sponsorships_page', request),
    cells: (row) => [
      { text: row.other.name, beside: t.subscriptions.roles[row.role] },
      { text: shownDay(row.on_day) },
      {
        text: typeset(row.reward) || t.subscriptions.noReward,
        ...(row.rewarded_on ? { beside: shownDay(row.rewarded_on) } : {}),
      },
    ],
    add: { what: 'sponsor' },
    remove: (rows) =>
      rows.length > 0 && rows.every((row) => row.reward === '')
        ? { what: 'remove_sponsorships', sponsorships: idsOf(rows) }
        : null,
    actions: sponsorshipActions,
  }),
}
