// Who recorded a decision, and on which record where that one went into the client's later.
import type { HistoryRow } from '$lib/api'
import { t } from '$lib/i18n'

export function recordedBy(row: HistoryRow): string {
  const words = t.consents.proof
  const who = row.source === 'import' ? words.imported : row.operator || words.nobody
  return row.merged_from === undefined ? who : `${who} · ${words.mergedFrom(row.merged_from)}`
}
