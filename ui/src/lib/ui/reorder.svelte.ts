// Moving the lines of a list: dragged by their handle, or by Alt+↑ and Alt+↓. A line moves once the core has moved it.
// Pointer events rather than the drag and drop of HTML, which the program's web views each do differently.
import { tick } from 'svelte'
import { gapAt, intoGap, shifted } from './order'

type Key = number | string

interface Options<Id extends Key> {
  /** The lines in their present order. */
  ids: () => Id[]
  /** Stores another order; says whether it did. */
  store: (ids: Id[]) => Promise<boolean>
  /** Says aloud where a line went. */
  say: (id: Id, position: number, count: number) => void
  /** What holds the lines, each of which bears `data-line`. */
  root: () => HTMLElement | null
  /** Which gap the pointer is nearest to; for lines under one another when left out. */
  nearest?: typeof gapAt
  /** What of a line takes the focus when it has moved; its handle when left out. */
  focused?: string
}

export type Reorder<Id extends Key = number> = ReturnType<typeof reordering<Id>>

export function reordering<Id extends Key>({
  ids,
  store,
  say,
  root,
  nearest = gapAt,
  focused = '.grip',
}: Options<Id>) {
  let dragged = $state.raw<Id | null>(null)
  let gap = $state<number | null>(null)
  /** Moves wait for one another, so that a key held down loses none. */
  let last: Promise<void> = Promise.resolve()

  const lines = () => [...(root()?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const handle = (line: HTMLElement | undefined) => line?.querySelector<HTMLElement>(focused)
  const focus = (id: Id | undefined) =>
    handle(lines().find((line) => line.dataset['line'] === String(id)))?.focus()

  function move(id: Id, next: (ids: Id[]) => Id[]): Promise<void> {
    last = last.then(async () => {
      const before = ids()
      const after = next(before)
      if (after.every((other, index) => other === before[index])) return
      if (!(await store(after))) return
      // A line that moves in the document loses the focus.
      await tick()
      focus(id)
      say(id, after.indexOf(id) + 1, after.length)
    })
    return last
  }

  function stop() {
    dragged = null
    gap = null
  }

  return {
    /** The line being dragged. */
    get dragged(): Id | null {
      return dragged
    },
    /** Whether the line would be dropped before this one, or after it where it is the last. */
    drop(index: number): 'before' | 'after' | null {
      if (gap === index) return 'before'
      return gap === ids().length && index === gap - 1 ? 'after' : null
    },
    /** Moves a line by so many places. */
    shift: (id: Id, by: number) => move(id, (order) => shifted(order, id, by)),
    focus,
    /** Gives the focus to the handle of the line above or below. */
    step(id: Id, by: number): void {
      focus(ids()[ids().indexOf(id) + by])
    },
    start(event: PointerEvent, id: Id): void {
      if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return
      event.preventDefault()
      event.currentTarget.focus()
      event.currentTarget.setPointerCapture(event.pointerId)
      dragged = id
      gap = null
    },
    drag(event: PointerEvent): void {
      if (dragged === null) return
      const over = nearest(
        event,
        lines().map((line) => line.getBoundingClientRect()),
      )
      // The gaps beside the line itself would leave it where it is.
      const from = ids().indexOf(dragged)
      gap = over === from || over === from + 1 ? null : over
    },
    async end(): Promise<void> {
      const id: Id | null = dragged
      const into = gap
      stop()
      if (id !== null && into !== null) await move(id, (order) => intoGap<Id>(order, id, into))
    },
    cancel: stop,
  }
}
