// The register of exports, the newest first, read on by and by. It asks for the manager code on arrival and never of its own accord again.
import { call, failure, glance, on, type ApiFailure, type ExportEntry } from '$lib/api'
import { language } from '$lib/i18n'

const PAGE = 50

export function exportRegister() {
  let rows = $state.raw<ExportEntry[] | null>(null)
  let next = $state.raw<number | null>(null)
  let total = $state(0)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read(ask: typeof call<'exports'>, before: number | null, limit: number) {
    try {
      const page = await ask('exports', { before, limit, language: language.current })
      rows = before === null ? page.exports : [...(rows ?? []), ...page.exports]
      next = page.next
      total = page.total
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get rows(): ExportEntry[] | null {
      return rows
    },
    /** How many there are in all. */
    get total(): number {
      return total
    },
    get more(): boolean {
      return next !== null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** Whether only the manager code is missing. */
    get locked(): boolean {
      return refused?.code === 'manager_code_needed'
    },
    read: () => read(call, null, PAGE),
    further: () => (next === null ? Promise.resolve() : read(call, next, PAGE)),
    /** Reads it and follows it until the returned function is called. */
    follow(): () => void {
      void read(call, null, PAGE)
      return on('changed', (changed) => {
        // As many as are shown, so that nothing jumps.
        if (changed.all || changed.shop) void read(glance, null, Math.max(PAGE, rows?.length ?? 0))
      })
    },
  }
}
