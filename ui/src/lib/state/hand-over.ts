// Documents that the shop hands over: the person chooses where each goes, nothing is overwritten, and a PDF can be opened.
import { openDocument, pickNewDocument, reveal, unlocked } from '$lib/api'
import { t } from '$lib/i18n'
import { toasts } from './toasts.svelte'

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
