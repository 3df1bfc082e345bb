// One list on its way out of the file: as what, why, for whom, how far it is, and what came of it. It goes on when the page is left.
import {
  call,
  failure,
  type ApiFailure,
  type ContactUse,
  type CsvEncoding,
  type ExportForm,
  type ExportFormat,
  type ExportReport,
  type LabelSheet,
  type ListQuery,
} from '$lib/api'
import { today } from '$lib/days'
import { language, t } from '$lib/i18n'
import { fileName } from '$lib/paths'
import { placeFor } from '$lib/state/hand-over'
import { longTask } from '$lib/state/long-task.svelte'
import { outliving } from '$lib/state/outliving'
import { router } from '$lib/state/router.svelte'
import { errorText, toasts } from '$lib/state/toasts.svelte'

export type ExportPanel = ReturnType<typeof exportPanel>

/** What left the file, and what for. */
export interface Exported {
  report: ExportReport
  contact: ContactUse | null
}

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

/** Says what came of an export to somebody who looks at another page. */
function tell(exported: Exported | null, refused: ApiFailure | null) {
  const words = t.exports.panel
  if (refused?.code === 'export_cancelled') toasts.show({ tone: 'info', title: errorText(refused) })
  else if (refused) toasts.error(refused)
  else if (exported) {
    toasts.show({
      tone: 'ok',
      title: words.done(exported.report.kept),
      text: fileName(exported.report.path),
      action: { label: words.see, run: () => void router.go({ name: 'edition' }) },
    })
  }
}

/** The panel of the page: the one whose export still runs, or ended unseen, before a fresh one. */
export const exportPanels = outliving(exportPanel)

function exportPanel() {
  let format = $state<ExportFormat>('xlsx')
  let encoding = $state<CsvEncoding>('utf8')
  let sheet = $state<LabelSheet>('3x8')
  let start = $state('1')
  let purpose = $state('')
  let recipient = $state('')
  let refused = $state.raw<ApiFailure | null>(null)
  let exported = $state.raw<Exported | null>(null)
  const task = longTask('export', 'cancel_export')

  // Functions, since what a page derives ends with the page.
  /** The first free label, or 0 where what is typed is no number. */
  const first = () => (/^\d{1,2}$/.test(start.trim()) ? Number(start) : 0)
  const startFits = () => first() >= 1 && first() <= LABELS[sheet]

  function form(): ExportForm {
    switch (format) {
      case 'csv':
        return { format, encoding }
      case 'labels':
        return { format, sheet, start: first() }
      default:
        return { format }
    }
  }

  /** « clients-2026-11-28.xlsx », or the name of the saved list in its place. */
  function suggestedName(title: string): string {
    const words = t.exports.panel
    const name = title || (format === 'labels' ? words.labelsName : words.fileName)
    return `${name}-${today()}.${ENDINGS[format]}`
  }

  const panel = {
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
      return startFits()
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
      return purpose.trim() !== '' && (format !== 'labels' || startFits())
    },
    get running(): boolean {
      return task.running
    },
    get stopping(): boolean {
      return task.stopping
    },
    /** `total` is 0 while it is not known. */
    get progress(): { done: number; total: number } {
      return task.progress ?? { done: 0, total: 0 }
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** What came of the export; null before, and where it was refused. */
    get exported(): Exported | null {
      return exported
    },
    /** Goes back to the panel from what came of an export. */
    forget(): void {
      exported = null
      refused = null
    },
    /** Asks for the manager code if need be, then where the file goes, and writes it there. `title`: the name of the saved list, or empty. */
    async run(query: ListQuery, title: string): Promise<void> {
      if (task.running) return
      panel.forget()
      try {
        const report = await task.run(async () => {
          const path = await placeFor(suggestedName(title), true)
          if (path === null) return null
          const asked = { query, form: form(), purpose: purpose.trim(), recipient: recipient.trim() }
          return call('export_list', { ...asked, language: language.current, title, path })
        })
        exported = report && { report, contact: query.contact }
      } catch (thrown) {
        refused = failure(thrown)
      }
      if (exportPanels.isUnwatched(panel)) tell(exported, refused)
    },
    stop: task.stop,
  }
  return panel
}
