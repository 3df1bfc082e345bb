// Documents that the shop hands over: the person chooses where each goes, nothing is overwritten, and a PDF can be opened.
import { openDocument, pickNewDocument, reveal, unlocked } from '$lib/api'
import { today } from '$lib/days'
import { t } from '$lib/i18n'
import { toasts } from './toasts.svelte'

/** « fiche-7-2026-11-28.pdf », of a record: no name of a person in the name of a file. */
export const fileOf = (what: string, number: number, ending: string): string =>
  `${what}-${number}-${today()}.${ending}`

/**
 * Asks where a document goes, or null where the person gives up. One that the manager answers for (`reserved`) asks for the code first, so
 * that nobody chooses a place in vain.
 */
export async function placeFor(suggested: string, reserved: boolean): Promise<string | null> {
  return reserved && !(await unlocked()) ? null : pickNewDocument(suggested)
}

/**
 * Asks where a document goes, writes it there, and offers to open it. Returns where it is, null when it was not written. `reserved`: see
 * `placeFor`.
 */
export async function handOver(
  suggested: string,
  title: string,
  write: (path: string) => Promise<{ path: string }>,
  { reserved = false } = {},
): Promise<string | null> {
  try {
    const chosen = await placeFor(suggested, reserved)
    if (chosen === null) return null
    const { path } = await write(chosen)
    const pdf = path.toLowerCase().endsWith('.pdf')
    toasts.show({
      tone: 'ok',
      title,
      action: {
        label: pdf ? t.common.open : t.shell.showFile,
        run: () => void (pdf ? openDocument : reveal)(path).catch(toasts.error),
      },
    })
    return path
  } catch (thrown) {
    toasts.error(thrown)
    return null
  }
}

/** Hands a document over and opens it in the system's reader, which prints. */
export async function printOut(
  suggested: string,
  title: string,
  write: (path: string) => Promise<{ path: string }>,
): Promise<void> {
  const path = await handOver(suggested, title, write)
  if (path !== null) await openDocument(path).catch(toasts.error)
}
