// The invoices of a client that are still to be paid.
import { call, type InvoiceRow, type InvoicesPage, type WindowSort } from '$lib/api'

/** In the order of states, what is to be paid comes first: nothing else is read, however many were paid. */
const UNPAID_FIRST: WindowSort = { column: 'state', descending: false }

/** All of them, the newest first. */
export async function unpaid(payer: number): Promise<InvoiceRow[]> {
  // By their identity: one that is paid in part while this reads would come twice.
  const found = new Map<number, InvoiceRow>()
  let after: number | null = null
  do {
    const request = { number: payer, sort: UNPAID_FIRST, after, limit: 50 }
    const page: InvoicesPage = await call('invoices_page', request)
    const due = page.rows.filter((row) => row.kind === 'invoice' && row.due > 0)
    for (const row of due) found.set(row.id, row)
    after = due.length === page.rows.length ? page.next : null
  } while (after !== null)
  return [...found.values()].sort((a, b) => b.issued_on.localeCompare(a.issued_on) || b.id - a.id)
}
