// How the states of subscriptions, invoices and deliveries are drawn: an icon, a word and a colour, always all three.
import type { DeliveryState, InvoiceState, SubscriptionState } from '$lib/api'
import type { IconName } from '$lib/ui/icons'

export interface Mark {
  icon: IconName
  tone: 'ok' | 'no' | 'wait' | 'never'
}

export const SUBSCRIPTION_MARKS: Record<SubscriptionState, Mark> = {
  running: { icon: 'circle-check', tone: 'ok' },
  upcoming: { icon: 'calendar-clock', tone: 'ok' },
  suspended: { icon: 'clock', tone: 'wait' },
  ended: { icon: 'ban', tone: 'never' },
  terminated: { icon: 'circle-x', tone: 'no' },
}

export const INVOICE_MARKS: Record<InvoiceState, Mark> = {
  due: { icon: 'clock', tone: 'wait' },
  partly_paid: { icon: 'clock', tone: 'wait' },
  paid: { icon: 'circle-check', tone: 'ok' },
  credited: { icon: 'ban', tone: 'never' },
  credit: { icon: 'undo-2', tone: 'never' },
}

export const DELIVERY_MARKS: Record<DeliveryState, Mark> = {
  planned: { icon: 'calendar-clock', tone: 'never' },
  delivered: { icon: 'circle-check', tone: 'ok' },
  handed_over: { icon: 'handshake', tone: 'ok' },
  returned: { icon: 'undo-2', tone: 'no' },
  missed: { icon: 'circle-alert', tone: 'no' },
  cancelled: { icon: 'ban', tone: 'never' },
}
