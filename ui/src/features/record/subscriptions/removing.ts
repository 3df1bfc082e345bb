// « Suppression » of rows: one after the other, until one is refused.
import { call, failure, type ApiFailure } from '$lib/api'
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'
import type { Dealing } from './dealing.svelte'

interface RowsRemoval {
  title: string
  text: string
  label: string
  /** Does it; returns why not, or null. */
  run: () => Promise<ApiFailure | null>
}

async function eachOf(ids: number[], write: (id: number) => Promise<unknown>, done: string) {
  try {
    for (const id of ids) await write(id)
  } catch (thrown) {
    return failure(thrown)
  }
  toasts.show({ tone: 'ok', title: done })
  return null
}

/** What is asked before such rows go, or null for another dialog. */
export function removalOf(dealing: Dealing): RowsRemoval | null {
  const words = t.subscriptions.remove
  switch (dealing.what) {
    case 'take_back': {
      const { payments: ids } = dealing
      const write = (id: number) => call('reverse_payment', { id })
      return {
        title: words.payments(ids.length),
        text: words.paymentsText(ids.length),
        label: words.takeBack(ids.length),
        run: () => eachOf(ids, write, words.paymentsDone(ids.length)),
      }
    }
    case 'remove_deliveries': {
      const { deliveries: ids } = dealing
      const write = (id: number) => call('remove_delivery', { id })
      return {
        title: words.deliveries(ids.length),
        text: words.deliveriesText(ids.length),
        label: t.administration.removeNow,
        run: () => eachOf(ids, write, words.deliveriesDone(ids.length)),
      }
    }
    case 'remove_sponsorships': {
      const { sponsorships: ids } = dealing
      const write = (id: number) => call('remove_sponsorship', { id })
      return {
        title: words.sponsorships(ids.length),
        text: words.sponsorshipsText(ids.length),
        label: t.administration.removeNow,
        run: () => eachOf(ids, write, words.sponsorshipsDone(ids.length)),
      }
    }
    default:
      return null
  }
}
