// The keys that the status bar names on each page.
import { t } from '$lib/i18n/first'
import type { Hint } from '$lib/state/key-hints.svelte'
import type { Page } from '$lib/state/router.svelte'

/** The keys worth knowing on a page, for the status bar; at most three, so that they fit. */
export function hints(page: Page): Hint[] {
  const { ctrl, enter, escape } = t.common
  const keys = t.shell.keys
  if (page.name === 'clients') {
    return [
      { keys: ['↑', '↓'], label: keys.choose },
      { keys: [enter], label: keys.open },
      { keys: [ctrl, 'N'], label: keys.newRecord },
    ]
  }
  if (page.name === 'record' && page.number === null) {
    return [
      { keys: [ctrl, 'S'], label: keys.save },
      { keys: [escape], label: keys.cancel },
    ]
  }
  if (page.name === 'record') {
    return [
      { keys: ['F2'], label: keys.edit },
      { keys: [ctrl, 'S'], label: keys.save },
      { keys: [escape], label: keys.search },
    ]
  }
  return [{ keys: [ctrl, 'K'], label: keys.search }]
}
