// What is handed over from the RGPD tab: the history as a file, the attestation on paper or as a record. The person chooses
// where each goes; nothing is overwritten.
import { call, openDocument, type AttestationFormat, type HistoryFormat } from '$lib/api'
import { today } from '$lib/days'
import { language, t } from '$lib/i18n'
import { handOver } from '$lib/state/hand-over'
import { toasts } from '$lib/state/toasts.svelte'
import type { History } from './history.svelte'

/** « attestation-rgpd-7-2026-11-25.pdf »: no name of a person in the name of a file. */
function fileName(what: string, number: number, ending: string): string {
  return `${what}-${number}-${today()}.${ending}`
}

export function exportHistory(number: number, history: History, as: HistoryFormat): Promise<string | null> {
  const words = t.consents.documents
  return handOver(fileName(words.historyFile, number, as), words.historySaved, (path) =>
    call('save_history', { number, ...history.order, format: as, language: language.current, path }),
  )
}

export function saveAttestation(number: number, as: AttestationFormat): Promise<string | null> {
  const words = t.consents.documents
  return handOver(fileName(words.attestationFile, number, as), words.attestationSaved, (path) =>
    call('save_attestation', { number, format: as, language: language.current, path }),
  )
}

/** Writes the attestation and shows it in the system's reader, which prints. */
export async function printAttestation(number: number): Promise<void> {
  const path = await saveAttestation(number, 'pdf')
  if (path !== null) await openDocument(path).catch(toasts.error)
}
