// One list on its way out of the file: as what, why, for whom, how far it is, and what came of it.
import {
  call,
  failure,
  type ApiFailure,
  type CsvEncoding,
  type Events,
  type ExportForm,
  type ExportFormat,
  type ExportReport,
  type LabelSheet,
  type ListQuery,
} from '$lib/api'
import { today } from '$lib/days'
import { language, t } from '$lib/i18n'
import { placeFor } from '$lib/state/hand-over'

export type ExportPanel = ReturnType<typeof exportPanel>

export const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx', 'pdf', 'labels', 'vcard', 'jsonl']

/** How a file of each format ends. */
const ENDINGS: Record<ExportFormat, string> = {
  csv: 'csv',
  xlsx: 'xlsx',
  pdf: 'pdf',
  labels: 'pdf',
  vcard: 'vcf',
  jsonl: 'jsonl',
}

export const LABELS: Record<LabelSheet, number> = { '3x8': 24, '2x7': 14 }
/** How many characters the core keeps of a purpose and of a recipient. */
export const LONGEST = 200

export function exportPanel() {
  let format = $state<ExportFormat>('xlsx')
  let encoding = $state<CsvEncoding>('utf8')
  let sheet = $state<LabelSheet>('3x8')
  let start = $state('1')
  let purpose = $state('')
  let recipient = $state('')
  let running = $state(false)
  let stopping = $state(false)
  let progress = $state.raw<{ done: number; total: number }>({ done: 0, total: 0 })
  let refused = $state.raw<ApiFailure | null>(null)
  let report = $state.raw<ExportReport | null>(null)

  /** The first free label, or null where there is no such one. */
  const first = $derived(/^\d{1,2}$/.test(start.trim()) ? Number(start) : 0)
  const startFits = $derived(first >= 1 && first <= LABELS[sheet])

  function form(): ExportForm {
    switch (format) {
      case 'csv':
        return { format, encoding }
      case 'labels':
        return { format, sheet, start: first }
      default:
        return { format }
    }
  }

  /** « clients-2026-11-28.xlsx », or the name of the saved list in its place. */
  function fileName(title: string): string {
    const words = t.exports.panel
    const name = title || (format === 'labels' ? words.labelsName : words.fileName)
    return `${name}-${today()}.${ENDINGS[format]}`
  }

  return {
    get format(): ExportFormat {
      return format
    },
    set format(one: ExportFormat) {
      format = one
    },
    get encoding(): CsvEncoding {
      return encoding
    },
    set encoding(one: CsvEncoding) {
      encoding = one
    },
    get sheet(): LabelSheet {
      return sheet
    },
    set sheet(one: LabelSheet) {
      sheet = one
    },
    get start(): string {
      return start
    },
    set start(typed: string) {
      start = typed
    },
    get startFits(): boolean {
      return startFits
    },
    get purpose(): string {
      return purpose
    },
    set purpose(typed: string) {
      purpose = typed
    },
    get recipient(): string {
      return recipient
    },
    set recipient(typed: string) {
      recipient = typed
    },
    /** Whether all that the core needs is there. */
    get ready(): boolean {
      return purpose.trim() !== '' && (format !== 'labels' || startFits)
    },
    get running(): boolean {
      return running
    },
    get stopping(): boolean {
      return stopping
    },
    get progress() {
      return progress
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get report(): ExportReport | null {
      return report
    },
    /** Goes back to the panel from what came of an export. */
    forget(): void {
      report = null
      refused = null
    },
    hear(event: Events['progress']): void {
      if (event.task === 'export' && running) progress = event
    },
    /** Asks for the manager code if need be, then where the file goes, and writes it there. `title`: the name of the saved list, or empty. */
    async run(query: ListQuery, title: string): Promise<void> {
      if (running) return
      running = true
      stopping = false
      report = null
      refused = null
      progress = { done: 0, total: 0 }
      try {
        const path = await placeFor(fileName(title), true)
        if (path !== null) {
          const asked = { query, form: form(), purpose: purpose.trim(), recipient: recipient.trim() }
          report = await call('export_list', { ...asked, language: language.current, title, path })
        }
      } catch (thrown) {
        refused = failure(thrown)
      }
      running = false
    },
    /** Asks the core to stop; the answer comes through `run`. */
    async stop(): Promise<void> {
      if (!running || stopping) return
      stopping = true
      try {
        await call('cancel_export')
      } catch {
        // It ended in between: its report is the answer.
        stopping = false
      }
    },
  }
}
