// What waits in the whole file, beside the actions: invoices that should have been paid, and subscriptions that end. Like the count of
// actions, both outlive the page. How many there are in all is not counted: lists are read on by and by.
import { untrack } from 'svelte'
import { call, on, type ApiFailure, type InvoiceDue, type RenewalKey, type RenewalLine } from '$lib/api'
import { dayAfter, today } from '$lib/days'
import { readOn, type Page } from '$lib/state/pages.svelte'
import { session } from '$lib/state/session.svelte'

const PAGE = 50
/** An invoice is asked for again once it is older than so many days. */
export const PATIENCE = 30
/** Whoever is to go on is asked so many days before the end, at the soonest. */
const AHEAD = 60

/** The last day that a subscription may end on to be listed. */
export const aheadUntil = (): string => dayAfter(today(), AHEAD)

export type Waiting<Row = unknown> = ReturnType<typeof waiting<Row, unknown>>

function waiting<Row, Place>(ask: (after: Place | null, limit: number) => Promise<Page<Row, Place>>) {
  let list = $state.raw(readOn(ask, PAGE))
  /** Of which file the rows are: those of one shop are no business of another. */
  let of: string | null = null

  return {
    /** Null until the first answer. */
    get rows(): Row[] | null {
      return list.rows
    },
    /** Whether some are not shown yet. */
    get more(): boolean {
      return list.more
    },
    get refused(): ApiFailure | null {
      return list.refused
    },
    further: (): Promise<void> => list.further(),
    /** Reads the list, and again after every change: any may pay, renew, or rename. Until the returned function is called. */
    follow(): () => void {
      const path = untrack(() => session.shop?.path ?? null)
      if (path !== of) list = readOn(ask, PAGE)
      of = path
      untrack(() => void list.read())
      return on('changed', () => void list.again())
    },
  }
}

export const invoicesDue = waiting<InvoiceDue, number>(async (after, limit) => {
  const { invoices, next } = await call('invoices_due', { older_than_days: PATIENCE + 1, after, limit })
  return { rows: invoices, next }
})

export const renewals = waiting<RenewalLine, RenewalKey>(async (after, limit) => {
  const { lines, next } = await call('renewals', { from: null, until: aheadUntil(), after, limit })
  return { rows: lines, next }
})
