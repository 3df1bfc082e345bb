// Leads to a window of the record from elsewhere on it: shows it where it was hidden, and gives the keyboard to its rows.
import { tick } from 'svelte'
import type { Window } from '$lib/api'
import { panels } from '$lib/panels/panels.svelte'

/** The identity of a window's section on the page. */
export const windowId = (window: Window) => `window-${window}`

export async function showWindow(window: Window): Promise<void> {
  if (!panels.windows.shown.includes(window) && !(await panels.windows.show(window, true))) return
  await tick()
  const section = document.getElementById(windowId(window))
  section?.scrollIntoView({ block: 'nearest' })
  const rows = section?.querySelector<HTMLElement>('table') ?? section?.querySelector<HTMLElement>('button')
  rows?.focus()
}
