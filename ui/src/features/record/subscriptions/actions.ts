// What can be done with the chosen rows of a window, beside adding and removing: one row mostly, several where it makes sense.
import {
  call,
  type DeliveryRow,
  type DeliveryState,
  type InvoiceRow,
  type SponsorshipRow,
  type SubscriptionRow,
} from '$lib/api'
import { t } from '$lib/i18n'
import { printInvoice } from '$lib/invoices'
import { router } from '$lib/state/router.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import type { MenuItem } from '$lib/ui/menu'
import type { Dealings } from './dealing.svelte'
import { DELIVERY_MARKS } from './marks'
import { isOver } from './over'

const open = (number: number) => void router.go({ name: 'record', number })

export function subscriptionActions([row, more]: SubscriptionRow[], dealings: Dealings): MenuItem[] {
  if (!row || more) return []
  const words = t.subscriptions.actions
  const other = row.recipient ?? row.payer
  const over = isOver(row)
  return [
    {
      label: words.renew,
      icon: 'refresh-cw',
      disabled: row.state === 'terminated',
      run: () => dealings.open({ what: 'renew', subscription: row.id }),
    },
    {
      label: words.suspend,
      icon: 'clock',
      disabled: over,
      run: () => void dealings.openOn('suspend', row.id),
    },
    {
      label: words.terminate,
      icon: 'circle-x',
      disabled: over,
      run: () => dealings.open({ what: 'terminate', subscription: row.id }),
    },
    {
      label: words.beneficiaries,
      icon: 'users',
      run: () => void dealings.openOn('beneficiaries', row.id),
    },
    ...(other
      ? [{ label: words.open(other.name), icon: 'user-round' as const, run: () => open(other.number) }]
      : []),
  ]
}

export function invoiceActions([row, more]: InvoiceRow[], dealings: Dealings): MenuItem[] {
  if (!row || more) return []
  const words = t.subscriptions.actions
  const credit = row.kind === 'credit'
  return [
    { label: words.pdf, icon: 'printer', run: () => void printInvoice(row) },
    {
      label: words.credit,
      icon: 'undo-2',
      disabled: credit || row.state === 'credited',
      run: () => dealings.open({ what: 'credit', invoice: row.id }),
    },
    {
      label: words.pay,
      icon: 'plus',
      disabled: credit || row.due <= 0,
      run: () => dealings.open({ what: 'pay', invoice: row.id }),
    },
  ]
}

async function mark(rows: DeliveryRow[], state: DeliveryState) {
  try {
    const ids = rows.map((row) => row.id)
    const { marked } = await call('mark_deliveries', { ids, until: null, state, note: '' })
    toasts.show({ tone: 'ok', title: t.subscriptions.marked(marked, t.subscriptions.deliveryStates[state]) })
  } catch (thrown) {
    toasts.error(thrown)
  }
}

export function deliveryActions(rows: DeliveryRow[]): MenuItem[] {
  if (rows.length === 0) return []
  const states: DeliveryState[] = ['delivered', 'handed_over', 'returned', 'missed']
  return states.map((state) => ({
    label: t.subscriptions.deliveryStates[state],
    icon: DELIVERY_MARKS[state].icon,
    disabled: rows.some((row) => row.state === 'cancelled') || rows.every((row) => row.state === state),
    run: () => void mark(rows, state),
  }))
}

export function sponsorshipActions([row, more]: SponsorshipRow[], dealings: Dealings): MenuItem[] {
  if (!row || more) return []
  const words = t.subscriptions.actions
  const reward: MenuItem[] =
    row.role === 'sponsored'
      ? [
          {
            label: words.reward,
            icon: 'circle-check',
            disabled: !row.may_reward || row.reward !== '',
            run: () => dealings.open({ what: 'reward', sponsorship: row }),
          },
        ]
      : []
  return [
    ...reward,
    { label: words.open(row.other.name), icon: 'user-round', run: () => open(row.other.number) },
  ]
}
