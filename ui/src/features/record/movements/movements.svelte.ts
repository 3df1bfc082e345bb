// A client's movements as their table shows them: read a page at a time, and again whenever the core says that the record changed.
import { untrack } from 'svelte'
import {
  call,
  failure,
  on,
  type ApiFailure,
  type Movement,
  type MovementAfter,
  type MovementColumn,
  type MovementCounts,
  type MovementInput,
  type MovementKind,
  type MovementSort,
  type MovementState,
} from '$lib/api'
import { t } from '$lib/i18n'
import { turnedPages } from '$lib/state/pages.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import type { PageSize } from '$lib/ui/page-size'

export type Movements = ReturnType<typeof movementsOf>

interface Asked {
  kind: MovementKind | null
  sort: MovementSort
}

/** A column chosen again turns round; another one begins with what is likely to be looked for. */
function turned(sort: MovementSort, column: MovementColumn): MovementSort {
  return { column, descending: sort.column === column ? !sort.descending : column === 'day' }
}

export function movementsOf(number: number) {
  let kind = $state.raw<MovementKind | null>(null)
  let sort = $state.raw<MovementSort>({ column: 'day', descending: true })

  const pages = turnedPages(async (asked: Asked, after: MovementAfter | null, limit) => {
    const { movements, counts, next } = await call('movements', { number, ...asked, after, limit })
    return { rows: movements, counts, next }
  })
  const restart = () => pages.show({ kind, sort })

  /** Runs one gesture and tells its refusal; the table is read again whatever became of it. */
  async function write<T>(gesture: () => Promise<T>): Promise<T | null> {
    try {
      return await gesture()
    } catch (thrown) {
      toasts.error(thrown)
      return null
    } finally {
      await pages.again()
    }
  }

  async function move(movement: Movement, state: MovementState): Promise<void> {
    const { id, revision } = movement
    const moved = await write(() => call('move_repair', { id, revision, state, on: null }))
    if (moved === null) return
    const title = t.movements.moved(movement.what, t.journal.movements[state].toLowerCase())
    const run = () => void move(moved, movement.state)
    toasts.show({ tone: 'ok', title, action: { label: t.movements.movedBack, run } })
  }

  return {
    number,
    /** Null until the first answer. */
    get rows(): Movement[] | null {
      return pages.rows
    },
    get counts(): MovementCounts | null {
      return pages.page?.counts ?? null
    },
    get refused(): ApiFailure | null {
      return pages.refused
    },
    get kind(): MovementKind | null {
      return kind
    },
    get sort(): MovementSort {
      return sort
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
    /** How many there are of the kind that is shown. */
    get total(): number | null {
      if (pages.page === null) return null
      const { purchases, repairs, deposits } = pages.page.counts
      if (kind === null) return purchases + repairs + deposits
      return { purchase: purchases, repair: repairs, deposit: deposits }[kind]
    },
    show(wanted: MovementKind | null): Promise<void> {
      kind = wanted
      return restart()
    },
    sortBy(column: MovementColumn): Promise<void> {
      sort = turned(sort, column)
      return restart()
    },
    resize: pages.resize,
    next: pages.next,
    previous: pages.previous,
    /** Moves a repair to another state, and offers to take that back. */
    move,
    async giveBack(movement: Movement, day: string): Promise<void> {
      const { id, revision } = movement
      const saved = await write(() =>
        call('save_movement', { id, revision, movement: { ...inputOf(movement), returned_on: day } }),
      )
      if (saved)
        toasts.show({
          tone: 'ok',
          title: t.movements.moved(movement.what, t.journal.movements.given_back.toLowerCase()),
        })
    },
    /** Removes a movement, or returns why not. */
    async remove({ id, revision }: Movement): Promise<ApiFailure | null> {
      try {
        await call('remove_movement', { id, revision })
      } catch (thrown) {
        return failure(thrown)
      }
      toasts.show({ tone: 'ok', title: t.movements.removed })
      await pages.again()
      return null
    },
    reload: pages.again,
    /** Reads the movements and follows them until the returned function is called. */
    follow(): () => void {
      untrack(() => void restart())
      return on('changed', (changed) => {
        if (changed.all || changed.messages || changed.clients.includes(number)) void pages.again()
      })
    },
  }
}

/** What was written down of a movement. */
function inputOf(movement: Movement): MovementInput {
  const { kind, what, day, amount, estimate, note, in_workshop_on, ready_on, returned_on } = movement
  return { kind, what, day, amount, estimate, note, in_workshop_on, ready_on, returned_on }
}
