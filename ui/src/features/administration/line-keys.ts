// The keys of a line in a list of Administration, wherever the focus is in it.
import type { Reorder } from '$lib/ui/reorder.svelte'

interface Gestures {
  rename: () => void
  remove: () => void
}

/** Alt+↑ ↓ move the line, ↑ ↓ on its handle go to the next one, F2 renames, Suppr removes, Échap stops a drag. */
export function lineKeys(event: KeyboardEvent, id: number, order: Reorder, gestures: Gestures): void {
  const onHandle = event.target instanceof HTMLElement && event.target.matches('.grip')
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (event.altKey && by !== undefined) void order.shift(id, by)
  else if (event.altKey) return
  else if (by !== undefined && onHandle) order.step(id, by)
  else if (event.key === 'F2') gestures.rename()
  else if (event.key === 'Delete') gestures.remove()
  else if (event.key === 'Escape' && order.dragged !== null) order.cancel()
  else return
  event.preventDefault()
}
