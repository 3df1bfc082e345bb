// What is handed over from the RGPD tab: the history as a file, the attestation on paper or as a record. The person chooses
// where each goes; nothing is overwritten.
import {
  call,
  openDocument,
  pickNewDocument,
  reveal,
  type AttestationFormat,
  type HistoryFormat,
} from '$lib/api'
import { format, language, t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'
import type { History } from './history.svelte'

/** « attestation-rgpd-7-2026-11-25.pdf »: no name of a person in the name of a file. */
function fileName(what: string, number: number, ending: string): string {
  const day = format.date(Date.now()).split('/').toReversed().join('-')
  return `${what}-${number}-${day}.${ending}`
}

/** Asks where a document goes, writes it there, and offers to open it. Returns where it is, null when it was not written. */
async function hand(
  suggested: string,
  title: string,
  write: (path: string) => Promise<{ path: string }>,
): Promise<string | null> {
  try {
    const chosen = await pickNewDocument(suggested)
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

export function exportHistory(number: number, history: History, as: HistoryFormat): Promise<string | null> {
  const words = t.consents.documents
  return hand(fileName(words.historyFile, number, as), words.historySaved, (path) =>
    call('save_history', { number, ...history.order, format: as, language: language.current, path }),
  )
}

export function saveAttestation(number: number, as: AttestationFormat): Promise<string | null> {
  const words = t.consents.documents
  return hand(fileName(words.attestationFile, number, as), words.attestationSaved, (path) =>
    call('save_attestation', { number, format: as, language: language.current, path }),
  )
}

/** Writes the attestation and shows it in the system's reader, which prints. */
export async function printAttestation(number: number): Promise<void> {
  const path = await saveAttestation(number, 'pdf')
  if (path !== null) await openDocument(path).catch(toasts.error)
}
