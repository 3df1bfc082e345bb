// The mailings of the shop: read on arrival, and again whenever the core says that something changed. One question at a time, since the
// core tells of every handful of messages that it writes.
import { call, failure, on, type ApiFailure, type Campaign } from '$lib/api'
import { t } from '$lib/i18n'
import { leaves } from '$lib/messages/caption'
import { latest } from '$lib/state/latest'
import { toasts } from '$lib/state/toasts.svelte'

export type Campaigns = ReturnType<typeof campaignsOfShop>

/** What was said last: two of them at once would contradict each other. */
let told: number | null = null

function tell(title: string) {
  if (told !== null) toasts.close(told)
  told = toasts.show({ tone: 'ok', title })
}

/** Whether it may be waiting for the hours at which offers leave by SMS. */
export const mayWait = ({ state, channel, purpose, messages }: Campaign) =>
  state === 'sending' && channel === 'sms' && purpose === 'commercial' && messages.waiting > 0

/** Until when offers by SMS wait, UTC milliseconds; null where they leave. All wait for the same hour, so that the oldest one tells it. */
async function hourOfOffers(): Promise<number | null> {
  const asked = { number: null, channel: 'sms', context: 'selection', sent: false, state: 'pending' } as const
  const sort = { column: 'date', descending: false } as const
  const [oldest] = (await call('messages', { ...asked, sort, after: null, limit: 1 })).messages
  if (oldest === undefined || oldest.failed_because !== null || leaves(oldest, Date.now())) return null
  return oldest.due_at
}

export function campaignsOfShop() {
  let rows = $state.raw<Campaign[] | null>(null)
  let waitsUntil = $state.raw<number | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = false

  async function ask() {
    const all = await call('campaigns')
    return { all, hour: all.some(mayWait) ? await hourOfOffers() : null }
  }
  const reading = latest<null, Awaited<ReturnType<typeof ask>>>(
    ask,
    ({ all, hour }) => {
      rows = all
      waitsUntil = hour
      refused = null
    },
    (thrown) => (refused = failure(thrown)),
  )

  async function write(gesture: () => Promise<Campaign>, title: string) {
    if (busy) return
    busy = true
    try {
      const after = await gesture()
      rows = (rows ?? []).map((one) => (one.id === after.id ? after : one))
      tell(title)
    } catch (thrown) {
      toasts.error(thrown)
    }
    busy = false
    reading.ask(null)
  }

  return {
    /** The newest first; null until the first answer. */
    get rows(): Campaign[] | null {
      return rows
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** Until when those wait that wait for their hours, UTC milliseconds. */
    get waitsUntil(): number | null {
      return waitsUntil
    },
    /** Says that one was started, and reads it. */
    started(): void {
      tell(t.campaigns.started)
      reading.ask(null)
    },
    stop: ({ id }: Campaign) => write(() => call('stop_campaign', { id }), t.campaigns.stopped),
    resume: ({ id }: Campaign) => write(() => call('resume_campaign', { id }), t.campaigns.resumed),
    /** Reads them and follows them until the returned function is called. */
    follow(): () => void {
      reading.ask(null)
      return on('changed', ({ all, messages }) => {
        if (all || messages) reading.ask(null)
      })
    },
  }
}

/** How far a mailing is, and of how much: first its messages are prepared, then they leave. */
export function progressOf({ state, kept, messages }: Campaign): { done: number; total: number } {
  const { written, waiting } = messages
  return state === 'writing' ? { done: written, total: kept } : { done: written - waiting, total: written }
}
