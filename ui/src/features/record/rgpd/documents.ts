// What is handed over from the RGPD tab: the history as a file, the attestation on paper or as a record. The person chooses
// where each goes; nothing is overwritten.
import { call, type AttestationFormat, type HistoryFormat } from '$lib/api'
import { language, t } from '$lib/i18n'
import { fileOf, handOver, printOut } from '$lib/state/hand-over'
import type { History } from './history.svelte'

export function exportHistory(number: number, history: History, as: HistoryFormat): Promise<string | null> {
  const words = t.consents.documents
  return handOver(fileOf(words.historyFile, number, as), words.historySaved, (path) =>
    call('save_history', { number, ...history.order, format: as, language: language.current, path }),
  )
}

/** The name of its file, what is said once it is there, and the writing. */
function attestation(number: number, as: AttestationFormat): Parameters<typeof printOut> {
  const words = t.consents.documents
  return [
    fileOf(words.attestationFile, number, as),
    words.attestationSaved,
    (path) => call('save_attestation', { number, format: as, language: language.current, path }),
  ]
}

export const saveAttestation = (number: number, as: AttestationFormat): Promise<string | null> =>
  handOver(...attestation(number, as))

/** Writes the attestation and shows it in the system's reader, which prints. */
export const printAttestation = (number: number): Promise<void> => printOut(...attestation(number, 'pdf'))
