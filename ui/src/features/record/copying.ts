// Copying from a record: the clipboard has it, and a notice says so.
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'
import { copyText } from '$lib/ui/copy-text'

/** Puts lines on the clipboard, and says so. */
export async function copyAndSay(text: string): Promise<void> {
  const done = await copyText(text)
  toasts.show(
    done
      ? { tone: 'ok', title: t.record.copied(text.split('\n').join(', ')) }
      : { tone: 'error', title: t.record.notCopied },
  )
}
