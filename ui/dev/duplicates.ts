// Duplicates, merges, deletions and past imports of a fictional shop, for looking at their screens in a browser.
import { emit } from '@tauri-apps/api/event'
import type {
  ClientField,
  ClientRequest,
  ClientRow,
  DuplicatePair,
  DuplicateReason,
  DuplicatesRequest,
  DuplicatesSummary,
  ErrorCode,
  ImportEntry,
  ImportIdRequest,
  JournalEntry,
  MergedAnswer,
  MergeEntry,
  MergeIdRequest,
  MergePreview,
  MergePreviewRequest,
  MergeRequest,
  PairRequest,
  RemovalPreview,
  RemoveRequest,
  UndoImportReport,
} from '../src/lib/api/bindings'
import type { FakeClient } from './clients'

interface World {
  clients: FakeClient[]
  find: (number: number) => FakeClient
  row: (client: FakeClient) => ClientRow
  fail: (code: ErrorCode, params?: Record<string, string>) => never
  committed: (client: FakeClient, operation: JournalEntry['operation'], changes: []) => void
  operator: () => string
}

const PAIRS: [number, number, number, DuplicateReason[]][] = [
  [1, 3, 92, ['same_mobile', 'same_name', 'same_postcode', 'other_email']],
  [5, 12, 86, ['same_email', 'near_name']],
  [10, 13, 74, ['swapped_name', 'same_postcode']],
  [4, 14, 58, ['near_name', 'same_address', 'same_postcode']],
  [7, 15, 31, ['same_phone', 'same_address', 'household']],
]
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s-]+/g, '')
    .toLowerCase()
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const DAY = 86_400_000

export function duplicates({ clients, find, row, fail, committed, operator }: World) {
  let summary: DuplicatesSummary | null = null
  let left = [...PAIRS]
  let stopped = false
  let merges: (MergeEntry & { into: number; before: FakeClient; gone: FakeClient })[] = []
  let imports: ImportEntry[] = [
    ['clients-2k.csv', 1983, 17, 40],
    ['reprise-caisse-2019.xlsx', 812, 3, 900],
  ].map(([file_name, imported, rejected, days], index) => ({
    id: 2 - index,
    at: Date.now() - Number(days) * DAY,
    operator: 'Claire V.',
    file_name: String(file_name),
    imported: Number(imported),
    rejected: Number(rejected),
    undone_at: null,
  }))

  const exists = (number: number) => clients.some((one) => one.number === number)
  const remove = (number: number) => {
    const at = clients.findIndex((one) => one.number === number)
    if (at >= 0) clients.splice(at, 1)
  }
  const nameOf = ({ client }: FakeClient) =>
    [client.last_name, client.first_name].filter(Boolean).join(' ') || client.company
  /** What is typed to confirm a deletion. */
  const knownAs = (one: FakeClient) => nameOf(one) || one.client.email || String(one.number)

  function preview({ kept, merged }: Pick<MergePreviewRequest, 'kept' | 'merged'>): MergePreview {
    if (kept === merged) fail('merge_with_itself')
    const [a, b] = [find(kept), find(merged)]
    const fields = (Object.keys(a.client) as ClientField[]).map((field) => {
      const [own, other] = [String(a.client[field]), String(b.client[field])]
      return {
        field,
        kept: own,
        merged: other,
        differs: own !== other,
        take_merged: own === '' && other !== '',
      }
    })
    const answer = (indicator: number, name: string, more: Partial<MergedAnswer>): MergedAnswer => ({
      indicator,
      name,
      channel: 'sms',
      purpose: 'commercial',
      kept: 'granted',
      merged: 'granted',
      after: 'granted',
      unproven: false,
      reason: 'kept',
      ...more,
    })
    return {
      kept: structuredClone(a),
      merged: structuredClone(b),
      fields,
      answers: [
        answer(1, 'Envoi de SMS techniques', { purpose: 'technical' }),
        answer(2, 'Envoi de SMS commerciaux', { merged: 'withdrawn', after: 'withdrawn', reason: 'no_wins' }),
        answer(4, 'Envoi de mails commerciaux', {
          channel: 'mail',
          kept: 'never_asked',
          unproven: true,
          reason: 'carried',
        }),
        answer(5, 'Envoi de mailing postal', {
          channel: 'postal',
          kept: 'refused',
          after: 'refused',
          reason: 'not_resubscribed',
        }),
      ],
      decisions: 7,
      messages: 4,
      pending_messages: 1,
      holdings: { subscriptions: 2, invoices: 3, movements: 0 },
      restricted: false,
      refused: null,
    }
  }

  function undoReport(entry: ImportEntry): UndoImportReport {
    const touched = clients.filter(({ imported }) => imported?.file_name === entry.file_name).slice(0, 2)
    return {
      import: entry,
      deleted: entry.imported - 40,
      blanked: 38,
      kept: touched.length,
      touched: touched.map((one) => ({ number: one.number, client: row(one), touched_by: 'edit' })),
    }
  }
  const importOf = ({ id }: ImportIdRequest) =>
    imports.find((one) => one.id === id) ?? fail('import_not_found')

  return {
    find_duplicates: async (): Promise<DuplicatesSummary> => {
      stopped = false
      const total = clients.length
      for (let done = 0; done <= total; done += 20) {
        if (stopped) fail('duplicates_cancelled')
        await emit('progress', {
          task: 'duplicates',
          phase: done * 2 < total ? 'reading' : 'comparing',
          done,
          total,
        })
        await wait(60)
      }
      summary = {
        pairs: left.length,
        households: 1,
        clients: total,
        at: Date.now(),
        elapsed_ms: 1400,
        cut_off: false,
      }
      return summary
    },
    cancel_duplicates: () => {
      stopped = true
      return {}
    },
    duplicates_page: ({ offset, limit, minimum }: DuplicatesRequest) => {
      const standing = left.filter(([a, b, score]) => exists(a) && exists(b) && score >= minimum)
      const pairs = standing.slice(offset, offset + limit).map(([a, b, score, reasons]): DuplicatePair => ({
        a: row(find(a)),
        b: row(find(b)),
        score,
        reasons,
      }))
      const next = offset + limit < standing.length ? offset + limit : null
      return { summary, pairs: summary ? pairs : [], total: summary ? standing.length : 0, next }
    },
    dismiss_duplicates: ({ a, b }: PairRequest) => {
      left = left.filter(([x, y]) => x !== a || y !== b)
      return {}
    },
    merge_preview: preview,
    merge_clients: ({ kept, merged, take_merged }: MergeRequest) => {
      const { answers } = preview({ kept, merged })
      const [stays, goes] = [find(kept), find(merged)]
      const before = structuredClone(stays)
      stays.client = {
        ...stays.client,
        ...Object.fromEntries(take_merged.map((field) => [field, goes.client[field]])),
      }
      remove(merged)
      const id = merges.length + 1
      const entry = { id, merged, name: nameOf(goes), at: Date.now(), operator: operator(), reversible: true }
      merges = [{ ...entry, into: kept, before, gone: goes }, ...merges]
      committed(stays, 'merge', [])
      return { id, record: structuredClone(stays), answers }
    },
    merges: ({ number }: ClientRequest): MergeEntry[] =>
      merges
        .filter(({ into }) => into === number)
        .map(({ id, merged, name, at, operator: who, reversible }) => ({
          id,
          merged,
          name,
          at,
          operator: who,
          reversible,
        })),
    undo_merge: ({ id }: MergeIdRequest) => {
      const merge = merges.find((one) => one.id === id) ?? fail('merge_not_found')
      merges = merges.filter((one) => one !== merge)
      clients.push(merge.gone)
      const stays = Object.assign(find(merge.into), { client: merge.before.client })
      committed(stays, 'undo_merge', [])
      return structuredClone(stays)
    },
    removal_preview: ({ number }: ClientRequest): RemovalPreview => ({
      record: structuredClone(find(number)),
      name: knownAs(find(number)),
      merged: [],
      kept: [
        { what: 'decisions', count: 5, reason: 'proof', years: 5 },
        { what: 'evidence', count: 1, reason: 'proof', years: 5 },
        { what: 'messages_sent', count: 4, reason: 'accountability', years: null },
        { what: 'amounts', count: 6, reason: 'accounting', years: 10 },
        { what: 'journal_entries', count: 3, reason: 'accountability', years: null },
      ],
      pending_messages: 1,
      owed: number === 1 ? 4900 : 0,
      held_things: number % 2,
      forgets_a_no: number % 2 === 1,
    }),
    remove_client: ({ number, name }: RemoveRequest) => {
      const client = find(number)
      if (fold(name) !== fold(knownAs(client))) fail('name_differs')
      committed(client, 'remove_client', [])
      remove(number)
      return {}
    },
    imports: () => imports,
    undo_import_preview: (request: ImportIdRequest) => undoReport(importOf(request)),
    undo_import: async (request: ImportIdRequest): Promise<UndoImportReport> => {
      const report = undoReport(importOf(request))
      for (let done = 0; done <= report.deleted; done += 200) {
        await emit('progress', { task: 'import', phase: 'undoing', done, total: report.deleted })
        await wait(60)
      }
      imports = imports.map((one) => (one.id === request.id ? { ...one, undone_at: Date.now() } : one))
      void emit('changed', { clients: [], shop: true, all: true })
      return report
    },
  }
}
