// The keys of a table whose rows can be chosen, one or several.
import type { RecordWindow } from './window.svelte'

interface Gestures {
  /** Opens what can be done with the chosen rows. */
  menu: () => void
  add: () => void
  remove: () => void
}

function target(event: KeyboardEvent, at: number, last: number): number | null {
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }
  const to = steps[event.key]
  return to === undefined ? null : Math.min(Math.max(to, 0), last)
}

export function rowKeys(event: KeyboardEvent, list: RecordWindow, { menu, add, remove }: Gestures): void {
  if (event.altKey) return
  const last = (list.rows?.length ?? 0) - 1
  const to = target(event, list.at, last)
  const ctrl = event.ctrlKey || event.metaKey
  const none = list.chosen.length === 0
  if (ctrl && event.key.toLowerCase() === 'a') list.chooseAll()
  else if (ctrl) return
  else if (event.key === 'Insert') add()
  else if (last < 0) return
  else if (to !== null && event.shiftKey) list.reach(to)
  // The first arrow chooses the row that one is on.
  else if (to !== null) list.choose(none && event.key !== 'End' ? list.at : to)
  else if (event.key === ' ') list.toggle(list.at)
  else if (event.key === 'Enter' || event.key === 'ContextMenu') {
    if (none) list.choose(list.at)
    menu()
  } else if (event.key === 'Delete' && !none) remove()
  else if (event.key === 'Escape' && !none) list.chooseNone()
  else return
  event.preventDefault()
  event.stopPropagation()
}
