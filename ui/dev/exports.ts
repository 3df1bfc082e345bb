// Exports for the stand-in: nothing is written, but all of it is registered. ?exported: the first client figures in two already.
import { emit } from '@tauri-apps/api/event'
import type {
  ApiError,
  Commands,
  ErrorCode,
  ExportEntry,
  ExportReport,
  ListQuery,
} from '../src/lib/api/bindings'
import type { lists } from './lists'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const HASH = '9f3c41d0a77be21c5580d1f3b6e4c29a07d86b5ef41320cc9a8e7d5b3f61e21a'

function fail(code: ErrorCode): never {
  throw { code, params: {}, fields: [] } satisfies ApiError
}

const entry = (id: number, at: number, purpose: string, recipient: string, kept: number): ExportEntry => ({
  id,
  at,
  operator: 'Claire V.',
  purpose,
  recipient,
  contact: { channel: 'sms', purpose: 'commercial' },
  format: 'xlsx',
  file_name: `voeux-2019-sms-${id}.xlsx`,
  query: null,
  table: null,
  filter: 'Type de contact est Client ou Parrain, CP commence par 19',
  columns: ['Nom', 'Prénom', 'Ville', 'Portable', 'Type d’accord', 'Date de l’accord'],
  kept,
  excluded: 312,
  sha256: HASH,
})

export function exports({ judged, countedBy }: ReturnType<typeof lists>, manager: () => void) {
  const register: ExportEntry[] = [
    entry(
      1,
      new Date(2018, 10, 30, 9, 12).getTime(),
      'Journées Or, entrée libre',
      'Passerelle SMS du magasin',
      1187,
    ),
    entry(
      2,
      new Date(2018, 11, 14, 8, 40).getTime(),
      'Invitation aux vœux du 12 janvier 2019, envoi unique par la passerelle SMS.',
      'Passerelle SMS du magasin',
      1204,
    ),
  ]
  let stopped = false

  async function run(
    query: ListQuery,
    path: string,
    purpose: string,
    recipient: string,
  ): Promise<ExportReport> {
    manager()
    if (purpose.trim() === '') fail('export_purpose_missing')
    stopped = false
    const all = judged(query)
    const kept = all.filter(({ reasons }) => reasons.length === 0).length
    for (let done = 0; done < all.length; done += Math.ceil(all.length / 24)) {
      if (stopped) fail('export_cancelled')
      await emit('progress', { task: 'export', done, total: all.length })
      await wait(60)
    }
    const made = entry(register.length + 1, Date.now(), purpose, recipient, kept)
    register.push({ ...made, contact: query.contact, excluded: all.length - kept })
    void emit('changed', { clients: [], shop: true, messages: false, all: false })
    return { export: made.id, path, kept, excluded: countedBy(all), sha256: HASH, replaced: [] }
  }

  const handlers: { [C in keyof Commands]?: (request: Commands[C][0]) => unknown } = {
    export_list: ({ query, path, purpose, recipient }) => run(query, path, purpose, recipient),
    export_excluded: ({ query, path, purpose, recipient }) => run(query, path, purpose, recipient),
    cancel_export: () => {
      stopped = true
      return {}
    },
    exports: () => {
      manager()
      return { exports: register.toReversed(), total: register.length, next: null }
    },
    exports_of_client: ({ number }) =>
      number === 1 ? { exports: register.toReversed(), to_clean: [2] } : { exports: [], to_clean: [] },
    save_export_register: ({ path }) => ({ path }),
    save_record_sheet: ({ path }) => ({ path }),
  }
  return handlers
}
