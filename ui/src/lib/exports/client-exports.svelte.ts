// The exports that one client figures in: what the record says by the way, and whose list is open over the page.
import { call, on, type ExportsOfClient } from '$lib/api'
import { language, t } from '$lib/i18n/first'
import { toasts } from '$lib/state/toasts.svelte'

let shown = $state.raw<number | null>(null)

export const clientExports = {
  /** Whose list is open, or null. */
  get shown(): number | null {
    return shown
  },
  open(number: number): void {
    shown = number
  },
  close(): void {
    shown = null
  },
}

/** What the record says of it; nothing of what cannot be read. */
export function exportsOf(number: number) {
  let current = $state.raw<ExportsOfClient | null>(null)

  async function read() {
    current = await call('exports_of_client', { number, language: language.current }).catch(() => null)
  }

  return {
    /** Null while it is not known. */
    get current(): ExportsOfClient | null {
      return current
    },
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (changed.all || changed.shop || changed.clients.includes(number)) void read()
      })
    },
  }
}

/** After a no: says which exported files still hold the client, if any do. That it cannot be told changes nothing to the no. */
export async function tellToClean(number: number): Promise<void> {
  const request = { number, language: language.current }
  const toClean = await call('exports_of_client', request).then(
    ({ to_clean }) => to_clean.length,
    () => 0,
  )
  if (toClean === 0) return
  toasts.show({
    tone: 'info',
    title: t.contact.toClean.title(toClean),
    text: t.contact.toClean.text,
    lasting: true,
    action: { label: t.contact.toClean.see, run: () => clientExports.open(number) },
  })
}
