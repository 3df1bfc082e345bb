// Messages as a table shows them, of one client or of all: read a page at a time, and again whenever the core says that they changed.
import { untrack } from 'svelte'
import {
  call,
  failure,
  on,
  type ApiFailure,
  type Message,
  type MessageColumn,
  type MessageRequest,
  type MessageSort,
  type MessageState,
  type OutboxCounts,
} from '$lib/api'
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'
import type { PageSize } from '$lib/ui/page-size'
import { whyOf } from './caption'
import { lacksConsent, type ListName, type Written } from './marks'

export type Outbox = ReturnType<typeof outboxOf>

/** How each list asks for its messages. */
const ASKED: Record<ListName, Pick<MessageRequest, 'context' | 'sent'>> = {
  all: { context: null, sent: null },
  selection_waiting: { context: 'selection', sent: false },
  selection: { context: 'selection', sent: true },
  rights: { context: 'rights', sent: null },
  repairs: { context: 'repairs', sent: null },
}

/** The newest first, as the core has them where nobody asks for another order. */
const NEWEST: MessageSort = { column: 'date', descending: true }

/** A column chosen again turns round; another one begins with what is likely to be looked for. */
function turned(sort: MessageSort, column: MessageColumn): MessageSort {
  return { column, descending: sort.column === column ? !sort.descending : column === 'date' }
}

/** `number`: of whom; null for all clients. */
export function outboxOf(number: number | null) {
  let rows = $state.raw<Message[] | null>(null)
  let counts = $state.raw<OutboxCounts | null>(null)
  let next = $state.raw<number | null>(null)
  /** Where each page that was turned begins; the last one is shown. */
  let walked = $state.raw<(number | null)[]>([null])
  let list = $state.raw<ListName>('all')
  let channel = $state.raw<Written | null>(null)
  let state = $state.raw<MessageState | null>(null)
  let sort = $state.raw<MessageSort>(NEWEST)
  let limit = $state.raw<PageSize>(10)
  let unagreed = $state.raw<Message[]>([])
  let refused = $state.raw<ApiFailure | null>(null)
  let asked = 0
  let busy = false

  /** The blocked messages of the client that wait for an agreement, whatever is being looked at. */
  async function readUnagreed(blocked: number, turn: number) {
    if (number === null) return
    if (blocked === 0) {
      unagreed = []
      return
    }
    const request = { number, channel: null, context: null, sent: null, state: 'blocked' as const }
    const page = await call('messages', { ...request, sort: NEWEST, after: null, limit: 50 })
    if (turn === asked) unagreed = page.messages.filter(lacksConsent)
  }

  async function read() {
    const turn = ++asked
    try {
      const after = walked.at(-1) ?? null
      const page = await call('messages', { number, channel, ...ASKED[list], state, sort, after, limit })
      if (turn !== asked) return
      rows = page.messages
      counts = page.counts
      next = page.next
      refused = null
      await readUnagreed(page.counts.blocked, turn)
    } catch (thrown) {
      if (turn === asked) refused = failure(thrown)
    }
  }

  function restart(): Promise<void> {
    walked = [null]
    return read()
  }

  /** Runs one gesture at a time, tells its refusal, and reads again whatever became of it. */
  async function write(gesture: () => Promise<void>) {
    if (busy) return
    busy = true
    try {
      await gesture()
    } catch (thrown) {
      toasts.error(thrown)
    }
    busy = false
    await read()
  }

  return {
    number,
    /** Null until the first answer. */
    get rows(): Message[] | null {
      return rows
    },
    get counts(): OutboxCounts | null {
      return counts
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get list(): ListName {
      return list
    },
    get channel(): Written | null {
      return channel
    },
    get state(): MessageState | null {
      return state
    },
    get sort(): MessageSort {
      return sort
    },
    get limit(): PageSize {
      return limit
    },
    get offset(): number {
      return (walked.length - 1) * limit
    },
    get more(): boolean {
      return next !== null
    },
    /** How many there are in all; null where only the page is known. */
    get total(): number | null {
      return counts !== null && channel === null && state === null ? counts[list] : null
    },
    /** Those shown that failed: « Réessayer » takes them all. */
    get failed(): Message[] {
      return (rows ?? []).filter((message) => message.state === 'failed')
    },
    /** Those of the client that are blocked for want of consent. */
    get unagreed(): Message[] {
      return unagreed
    },
    show(wanted: { list?: ListName; channel?: Written | null; state?: MessageState | null }): Promise<void> {
      if (wanted.list !== undefined) list = wanted.list
      if (wanted.channel !== undefined) channel = wanted.channel
      if (wanted.state !== undefined) state = wanted.state
      return restart()
    },
    sortBy(column: MessageColumn): Promise<void> {
      sort = turned(sort, column)
      return restart()
    },
    resize(size: PageSize): Promise<void> {
      limit = size
      return restart()
    },
    next(): Promise<void> {
      if (next !== null) walked = [...walked, next]
      return read()
    },
    previous(): Promise<void> {
      if (walked.length > 1) walked = walked.slice(0, -1)
      return read()
    },
    cancel: (message: Message) =>
      write(async () => {
        await call('cancel_message', { id: message.id })
        toasts.show({ tone: 'ok', title: t.messages.cancelled })
      }),
    retry: (messages: Message[]) =>
      write(async () => {
        let waiting = 0
        for (const { id } of messages) {
          const after = await call('retry_message', { id })
          if (after.state !== 'failed') waiting += 1
          else toasts.show({ tone: 'error', title: t.messages.states.failed, text: whyOf(after) })
        }
        if (waiting > 0) toasts.show({ tone: 'ok', title: t.messages.retried(waiting) })
      }),
    /** Reads the messages and follows them until the returned function is called. */
    follow(): () => void {
      untrack(() => void read())
      return on('changed', (changed) => {
        const { all, shop, messages, clients } = changed
        if (all || shop || messages || number === null || clients.includes(number)) void read()
      })
    },
  }
}
