// « Ajouter un règlement »: for which invoice, when, how and how much. What is due is proposed; less or more may be paid.
import { call, type InvoiceRow, type NewPayment, type Payment, type PaymentMode } from '$lib/api'
import { readDay, shownDay, today } from '$lib/days'
import { readEuros, typedEuros } from '$lib/money'
import { gesture } from './gesture.svelte'
import { unpaid } from './unpaid'

export const MODES: readonly PaymentMode[] = [
  'card',
  'cheque',
  'cash',
  'transfer',
  'direct_debit',
  'voucher',
  'refund',
]

/** `chosen`: the invoice that is paid, if it was chosen beforehand. */
export function paying(payer: number, chosen: number | null) {
  const reading = gesture()
  const writing = gesture()
  let due = $state.raw<InvoiceRow[] | null>(null)
  let invoice = $state(chosen === null ? '' : String(chosen))
  let day = $state(shownDay(today()))
  let mode = $state<PaymentMode>('card')
  let amount = $state('')
  /** The amount that stands there if nobody typed another. */
  let proposed = ''
  let note = $state('')
  let tried = $state(false)

  const paid = $derived(due?.find((one) => String(one.id) === invoice) ?? null)

  /** Proposes what is due; what was typed by hand stays. What goes back is no part of what is due. */
  function propose() {
    if (amount !== proposed) return
    amount = proposed = paid && mode !== 'refund' ? typedEuros(paid.due) : ''
  }

  return {
    reading,
    writing,
    /** The invoices that are not paid, the newest first; null until they are known. */
    get due(): InvoiceRow[] | null {
      return due
    },
    get invoice(): string {
      return invoice
    },
    set invoice(id: string) {
      invoice = id
      propose()
    },
    get day(): string {
      return day
    },
    set day(typed: string) {
      day = typed
    },
    get mode(): PaymentMode {
      return mode
    },
    set mode(one: PaymentMode) {
      mode = one
      propose()
    },
    get amount(): string {
      return amount
    },
    set amount(typed: string) {
      amount = typed
    },
    get note(): string {
      return note
    },
    set note(typed: string) {
      note = typed
    },
    get undated(): boolean {
      return tried && readDay(day) === null
    },
    get unread(): boolean {
      return tried && !readEuros(amount)
    },
    /** What would be left to pay, in cents: below zero, it stands to their credit. Null where there is no invoice or no amount. */
    get left(): number | null {
      const cents = readEuros(amount)
      return paid === null || cents === null || mode === 'refund' ? null : paid.due - cents
    },
    async read(): Promise<void> {
      due = await reading.run(() => unpaid(payer))
      // One that was chosen may have been paid meanwhile.
      const wanted = chosen === null ? due?.[0] : due?.find((one) => one.id === chosen)
      invoice = String(wanted?.id ?? '')
      propose()
    },
    pay(): Promise<Payment | null> {
      tried = true
      const [paid_on, cents] = [readDay(day), readEuros(amount)]
      if (paid_on === null || !cents) return Promise.resolve(null)
      const request: NewPayment = {
        payer,
        invoice: invoice === '' ? null : Number(invoice),
        paid_on,
        mode,
        amount: cents,
        note: note.trim(),
      }
      return writing.run(() => call('record_payment', request))
    },
  }
}
