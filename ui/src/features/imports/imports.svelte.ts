// One import from the choice of the file to its report. The core reads, checks and writes; this holds what the person chose and what the core answered.
import {
  call,
  failure,
  type ApiFailure,
  type Events,
  type ImportField,
  type ImportOptions,
  type ImportPreview,
  type ImportReport,
} from '$lib/api'
import { problemOf, proposedMapping, withField, type Mapping } from './mapping'

export type Step = 'file' | 'check' | 'run' | 'report'

const DETECT: ImportOptions = { encoding: null, separator: null, has_header: null, sheet: null }

/** How far the running import is; `total` 0 while unknown. */
export interface Progress {
  phase: string
  done: number
  total: number
}

const sameColumns = (a: ImportPreview, b: ImportPreview) =>
  a.columns.length === b.columns.length &&
  a.columns.every((column, index) => column.header === b.columns[index]?.header)

export function importState() {
  let step = $state<Step>('file')
  let options = $state.raw<ImportOptions>(DETECT)
  let preview = $state.raw<ImportPreview | null>(null)
  let mapping = $state.raw<Mapping>([])
  let reading = $state(false)
  let refused = $state.raw<ApiFailure | null>(null)
  let progress = $state.raw<Progress>({ phase: '', done: 0, total: 0 })
  let stopping = $state(false)
  let dryRun = $state(false)
  let report = $state.raw<ImportReport | null>(null)
  let readings = 0

  /** Reads the head of the file. Only the newest of several readings counts; a refused one leaves what was shown. */
  async function read(path: string, wanted: ImportOptions): Promise<void> {
    const mine = ++readings
    reading = true
    refused = null
    try {
      const next = await call('preview_import', { path, options: wanted })
      if (mine !== readings) return
      const keep = preview !== null && preview.path === next.path && sameColumns(preview, next)
      if (!keep) mapping = proposedMapping(next.columns)
      preview = next
      options = wanted
      step = 'check'
    } catch (thrown) {
      if (mine === readings) refused = failure(thrown)
    } finally {
      if (mine === readings) reading = false
    }
  }

  return {
    get step(): Step {
      return step
    },
    get options(): ImportOptions {
      return options
    },
    get preview(): ImportPreview | null {
      return preview
    },
    get mapping(): Mapping {
      return mapping
    },
    get reading(): boolean {
      return reading
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get progress(): Progress {
      return progress
    },
    get stopping(): boolean {
      return stopping
    },
    get dryRun(): boolean {
      return dryRun
    },
    get report(): ImportReport | null {
      return report
    },
    /** Reads a file afresh, everything detected. */
    choose(path: string): Promise<void> {
      preview = null
      return read(path, DETECT)
    },
    /** Reads the same file with one detection overruled (or, with null, left to the core again). */
    async reread(change: Partial<ImportOptions>): Promise<void> {
      if (preview !== null) await read(preview.path, { ...options, ...change })
    },
    map(column: number, field: ImportField | null): void {
      mapping = withField(mapping, column, field)
    },
    follow(event: Events['progress']): void {
      if (event.task === 'import' && step === 'run') progress = event
    },
    /** Runs the import, or tries it without writing. Ends in a report, or in the refusal that kept everything out. */
    async run(dry: boolean): Promise<void> {
      if (preview === null || reading || step === 'run' || problemOf(mapping) !== null) return
      step = 'run'
      dryRun = dry
      report = null
      refused = null
      stopping = false
      progress = { phase: '', done: 0, total: 0 }
      try {
        const { path } = preview
        report = await call('run_import', {
          path,
          options,
          mapping: [...mapping],
          dry_run: dry,
          rejects_path: null,
        })
      } catch (thrown) {
        refused = failure(thrown)
      }
      step = 'report'
    },
    /** Asks the core to stop; the answer comes through `run`. */
    async stop(): Promise<void> {
      if (step !== 'run' || stopping) return
      stopping = true
      try {
        await call('cancel_import')
      } catch {
        // The import ended in between: its report is the answer.
        stopping = false
      }
    },
    back(to: 'file' | 'check'): void {
      if (step === 'run') return
      step = to === 'check' && preview === null ? 'file' : to
      refused = null
    },
  }
}

export type ImportState = ReturnType<typeof importState>
