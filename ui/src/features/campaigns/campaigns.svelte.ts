// The mailings of the shop: read on arrival, and again whenever the core says that something changed. One question at a time, since the
// core tells of every handful of messages that it writes.
import { call, failure, on, type ApiFailure, type Campaign } from '$lib/api'
import { t } from '$lib/i18n'
import { latest } from '$lib/state/latest'
import { toasts } from '$lib/state/toasts.svelte'

export type Campaigns = ReturnType<typeof campaignsOfShop>

export function campaignsOfShop() {
  let rows = $state.raw<Campaign[] | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = false

  const reading = latest<null, Campaign[]>(
    () => call('campaigns'),
    (answer) => {
      rows = answer
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
      toasts.show({ tone: 'ok', title })
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
    read: () => reading.ask(null),
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
