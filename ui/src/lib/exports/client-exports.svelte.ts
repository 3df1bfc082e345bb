// The exports that one client figures in: what the record says by the way, and whose list is open over the page.
import { failure, glance, on, type ExportsOfClient } from '$lib/api'
import { language, t } from '$lib/i18n'
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

/** What the record says, without asking anybody for the manager code. */
export function exportsOf(number: number) {
  let current = $state.raw<ExportsOfClient | null>(null)
  let locked = $state(false)

  async function read() {
    try {
      current = await glance('exports_of_client', { number, language: language.current })
      locked = false
    } catch (thrown) {
      // Whoever opens the list is told why it cannot be read.
      locked = failure(thrown).code === 'manager_code_needed'
      current = null
    }
  }

  return {
    /** Null while it is not known. */
    get current(): ExportsOfClient | null {
      return current
    },
    /** Whether only the manager may know. */
    get locked(): boolean {
      return locked
    },
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (changed.all || changed.shop || changed.clients.includes(number)) void read()
      })
    },
  }
}

/** After a no: says which exported files still hold the client, if any do, or that the manager can tell. */
export async function tellToClean(number: number): Promise<void> {
  const words = t.exports.withdrawn
  const action = { label: t.exports.record.see, run: () => clientExports.open(number) }
  try {
    const { to_clean } = await glance('exports_of_client', { number, language: language.current })
    if (to_clean.length === 0) return
    toasts.show({ tone: 'info', title: words.title(to_clean.length), text: words.text, lasting: true, action })
  } catch (thrown) {
    if (failure(thrown).code !== 'manager_code_needed') return
    toasts.show({ tone: 'info', title: words.unknown, text: words.unknownText, action })
  }
}
