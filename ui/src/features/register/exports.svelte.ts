// The register of exports, the newest first, read on by and by. It asks for the manager code on arrival and never of its own accord again.
import { call, glance, on, type ApiFailure, type ExportEntry } from '$lib/api'
import { language } from '$lib/i18n'
import { ofShop } from '$lib/state/followed.svelte'
import { readOn } from '$lib/state/pages.svelte'

const PAGE = 50

export function exportRegister() {
  const list = readOn(async (before: number | null, limit, again) => {
    const ask = again ? glance : call
    const { exports, next, total } = await ask('exports', { before, limit, language: language.current })
    return { rows: exports, next, total }
  }, PAGE)

  return {
    /** Null until the first answer. */
    get rows(): ExportEntry[] | null {
      return list.rows
    },
    /** How many there are in all. */
    get total(): number {
      return list.last?.total ?? 0
    },
    get more(): boolean {
      return list.more
    },
    get refused(): ApiFailure | null {
      return list.refused
    },
    /** Whether only the manager code is missing. */
    get locked(): boolean {
      return list.refused?.code === 'manager_code_needed'
    },
    read: list.read,
    further: list.further,
    /** Reads it and follows it until the returned function is called. */
    follow(): () => void {
      void list.read()
      return on('changed', (changed) => {
        if (ofShop(changed)) void list.again()
      })
    },
  }
}
