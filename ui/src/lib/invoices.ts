// An invoice or credit note on paper.
import { call } from '$lib/api'
import { language, t } from '$lib/i18n'
import { printOut } from '$lib/state/hand-over'

/** Written where the person says, and opened in the system's reader, which prints. */
export function printInvoice({ id, number }: { id: number; number: string }): Promise<void> {
  return printOut(`${number}.pdf`, t.subscriptions.invoiceSaved(number), (path) =>
    call('save_invoice', { id, language: language.current, path }),
  )
}
