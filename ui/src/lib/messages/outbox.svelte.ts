// Messages as a table shows them, of one client or of all: read a page at a time, and again whenever the core says that they changed.
import { untrack } from 'svelte'
import {
  call,
  on,
  type ApiFailure,
  type Message,
  type MessageColumn,
  type MessagePage,
  type MessageRequest,
  type MessageSort,
  type OutboxCounts,
} from '$lib/api'
import { t } from '$lib/i18n'
import { turnedPages } from '$lib/state/pages.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import type { PageSize } from '$lib/ui/page-size'
import { lacksConsent, needsSomebody, type ListName, type StateFilter, type Written } from './marks'
import { tryAgain } from './retrying'

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

/** Those that need somebody come first by their state, so that they end where the first of the others begins. */
const TROUBLE: MessageSort = { column: 'state', descending: false }

/** How many that failed are counted one by one. */
const COUNTED = 50
const NONE = { count: 0, more: false }

interface Asked {
  list: ListName
  channel: Written | null
  state: StateFilter
  sort: MessageSort
}

/** What is shown at first. */
export interface Begun {
  list?: ListName
  channel?: Written | null
  state?: StateFilter
}

/** A column chosen again turns round; another one begins with what is likely to be looked for. */
function turned(sort: MessageSort, column: MessageColumn): MessageSort {
  return { column, descending: sort.column === column ? !sort.descending : column === 'date' }
}

/** `number`: of whom; null for all clients. */
export function outboxOf(number: number | null, begun: Begun = {}) {
  let list = $state.raw<ListName>(begun.list ?? 'all')
  let channel = $state.raw<Written | null>(begun.channel ?? null)
  let state = $state.raw<StateFilter>(begun.state ?? null)
  let sort = $state.raw<MessageSort>(NEWEST)
  let busy = $state(false)

  const asked = (): Asked => ({ list, channel, state, sort })

  const failedPage = (
    { list, channel }: Asked,
    page: Pick<MessageRequest, 'sort' | 'after' | 'limit'>,
  ): Promise<MessagePage> => call('messages', { number, channel, ...ASKED[list], state: 'failed', ...page })

  /** How many of the messages asked for failed, on whatever page they are. */
  async function readFailed(question: Asked, trouble: number): Promise<{ count: number; more: boolean }> {
    const among = question.state === null || question.state === 'trouble' || question.state === 'failed'
    if (!among || trouble === 0) return NONE
    const page = await failedPage(question, { sort: question.sort, after: null, limit: COUNTED })
    return { count: page.messages.length, more: page.next !== null }
  }

  async function everyFailed(): Promise<number[]> {
    const ids: number[] = []
    let after: number | null = null
    do {
      const page = await failedPage(asked(), { sort: NEWEST, after, limit: 500 })
      ids.push(...page.messages.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    return ids
  }

  /** The blocked messages of the client that wait for an agreement, whatever is being looked at. */
  async function readUnagreed(blocked: number): Promise<Message[]> {
    if (number === null || blocked === 0) return []
    const request = { number, channel: null, context: null, sent: null, state: 'blocked' as const }
    const page = await call('messages', { ...request, sort: NEWEST, after: null, limit: 50 })
    return page.messages.filter(lacksConsent)
  }

  const pages = turnedPages(async (question: Asked, after: number | null, limit) => {
    const { list, channel, state, sort } = question
    const which = state === 'trouble' ? { state: null, sort: TROUBLE } : { state, sort }
    const page = await call('messages', { number, channel, ...ASKED[list], ...which, after, limit })
    const rows = state === 'trouble' ? page.messages.filter(needsSomebody) : page.messages
    const next = rows.length === page.messages.length ? page.next : null
    const { counts } = page
    const [failed, unagreed] = await Promise.all([
      readFailed(question, counts.trouble),
      readUnagreed(counts.blocked),
    ])
    return { rows, next, counts, failed, unagreed }
  })
  const restart = () => pages.show(asked())

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
    await pages.again()
  }

  return {
    number,
    /** Null until the first answer. */
    get rows(): Message[] | null {
      return pages.rows
    },
    get counts(): OutboxCounts | null {
      return pages.page?.counts ?? null
    },
    get refused(): ApiFailure | null {
      return pages.refused
    },
    get list(): ListName {
      return list
    },
    get channel(): Written | null {
      return channel
    },
    get state(): StateFilter {
      return state
    },
    get sort(): MessageSort {
      return state === 'trouble' ? TROUBLE : sort
    },
    get limit(): PageSize {
      return pages.limit
    },
    get offset(): number {
      return pages.offset
    },
    get more(): boolean {
      return pages.more
    },
    /** How many there are in all; null where only the page is known. */
    get total(): number | null {
      const counts = pages.page?.counts
      if (!counts || channel !== null) return null
      if (state === 'trouble') return list === 'all' ? counts.trouble + counts.blocked : null
      return state === null ? counts[list] : null
    },
    /** How many failed of what is asked for, on whatever page; `more`: at least so many. */
    get failed(): { count: number; more: boolean } {
      return pages.page?.failed ?? NONE
    },
    /** Whether a gesture is under way. */
    get busy(): boolean {
      return busy
    },
    /** Those of the client that are blocked for want of consent. */
    get unagreed(): Message[] {
      return pages.page?.unagreed ?? []
    },
    show(wanted: Begun): Promise<void> {
      if (wanted.list !== undefined) list = wanted.list
      if (wanted.channel !== undefined) channel = wanted.channel
      if (wanted.state !== undefined) state = wanted.state
      return restart()
    },
    sortBy(column: MessageColumn): Promise<void> {
      sort = turned(sort, column)
      return restart()
    },
    resize: pages.resize,
    next: pages.next,
    previous: pages.previous,
    cancel: (message: Message) =>
      write(async () => {
        await call('cancel_message', { id: message.id })
        toasts.show({ tone: 'ok', title: t.messages.cancelled })
      }),
    retry: ({ id }: Message) => write(() => tryAgain([id])),
    /** Tries all again that failed of what is asked for. */
    retryFailed: () => write(async () => tryAgain(await everyFailed())),
    /** Reads the messages and follows them until the returned function is called. */
    follow(): () => void {
      untrack(() => void restart())
      return on('changed', (changed) => {
        const { all, shop, messages, clients } = changed
        // Each of many that are tried again is a change: they are read once, at the end.
        if (busy) return
        if (all || shop || messages || number === null || clients.includes(number)) void pages.again()
      })
    },
  }
}
