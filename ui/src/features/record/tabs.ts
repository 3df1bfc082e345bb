// The parts of a stored record.
import { t } from '$lib/i18n'

export type RecordTab = 'identity' | 'movements' | 'rgpd' | 'messages' | 'journal'

/** The tabs of a stored record, in the order of their number keys. */
export const recordTabs = (): { id: RecordTab; label: string }[] => [
  { id: 'identity', label: t.record.tabs.identity },
  { id: 'movements', label: t.movements.tab },
  { id: 'rgpd', label: t.consents.tab },
  { id: 'messages', label: t.messages.tab },
  { id: 'journal', label: t.record.tabs.journal },
]
