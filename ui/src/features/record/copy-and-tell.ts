import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'
import { copyText } from '$lib/ui/copy-text'

/** Copies a text, and says whether it is on the clipboard. */
export async function copyAndTell(text: string): Promise<void> {
  const done = await copyText(text)
  toasts.show(
    done
      ? { tone: 'ok', title: t.record.copied(text.split('\n').join(', ')) }
      : { tone: 'error', title: t.record.notCopied },
  )
}
