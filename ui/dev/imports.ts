// Imports for the stand-in. The file's name chooses the case: clients.csv (twenty columns), large.csv (three hundred), classeur.xlsx (two sheets),
// vide.csv, photo.pdf.
import { emit } from '@tauri-apps/api/event'
import type {
  ApiError,
  Commands,
  ErrorCode,
  ImportColumn,
  ImportField,
  ImportPreview,
  ImportReport,
} from '../src/lib/api/bindings'

const HEADERS: [string, ImportField | null, string[]][] = [
  ['civilite', 'civility', ['Mme', 'M.', 'Mlle']],
  ['nom', 'last_name', ['Lœuillet', 'Salvare', 'Dupont']],
  ['prenom', 'first_name', ['Mélanie', 'Nicolas', 'Laura']],
  ['societe', 'company', ['', '', 'Atelier Sertis']],
  ['adresse', 'address_1', ['60 rue Carnot', '29 bis rue Carnot', '4 place de la Fontaine']],
  ['cp', 'postcode', ['44640', '69800', '1000']],
  ['ville', 'town', ['Le Pellerin', 'Saint-Priest', 'Bourg-en-Bresse']],
  ['pays', 'country', ['France', 'France', 'France']],
  ['email', 'email', ['melanie.loeuillet@courriel.example', '', 'laura.dupont@courriel.example']],
  ['telephone', 'phone', ['01 99 00 71 43', '01 99 00 18 69', '']],
  ['portable', 'mobile', ['06 39 98 06 22', '06.39.98.30.05', '0639987110']],
  ['origine', 'origins', ['site internet', 'salon', 'recommandation']],
  ['inactif', 'inactive', ['non', 'non', 'oui']],
  ['date_maj', 'updated_at', ['2018-07-18', '2026-06-10', '2018-12-14']],
  ['sms_technique', 'sms_technical', ['oui', 'non', 'oui']],
  ['sms_commercial', 'sms_commercial', ['non', 'non', 'oui']],
  ['email_technique', 'mail_technical', ['non', 'non', 'oui']],
  ['email_commercial', 'mail_commercial', ['oui', 'non', 'non']],
  ['postal', 'postal', ['non', 'oui', 'non']],
  ['mode_accord', 'agreement_mode', ['courrier', 'mail', 'écrit']],
  ['tour_de_doigt', null, ['52', '', '54']],
]

function refuse(code: ErrorCode): never {
  throw { code, params: {}, fields: [] } satisfies ApiError
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const fileName = (path: string) => path.split('/').pop() ?? path

function columnsOf(path: string, named: boolean): ImportColumn[] {
  const known = HEADERS.map(([header, field, samples], index): ImportColumn => {
    return { index, header: named ? header : '', samples, field: named ? field : null }
  })
  const more = path.includes('large') ? 300 - known.length : 0
  const extra = Array.from({ length: more }, (_, at): ImportColumn => {
    return { index: known.length + at, header: `critere_${at + 1}`, samples: [String(at * 7)], field: null }
  })
  return [...known, ...extra]
}

function preview({ path, options }: Commands['preview_import'][0]): ImportPreview {
  if (path.includes('vide')) refuse('import_empty')
  if (path.endsWith('.pdf')) refuse('import_not_a_table')
  const book = path.endsWith('.xlsx')
  const named = options.has_header ?? true
  const columns = columnsOf(path, named)
  const rows = [0, 1, 2].map((row) => columns.map((column) => column.samples[row] ?? ''))
  return {
    path,
    file_name: fileName(path),
    format: book ? 'xlsx' : 'csv',
    encoding: book ? null : (options.encoding ?? 'windows-1252'),
    separator: book ? null : (options.separator ?? ';'),
    has_header: named,
    sheet: book ? (options.sheet ?? 'Clients') : null,
    sheets: book ? ['Clients', 'Anciens clients'] : [],
    columns,
    rows: named ? 2000 : 2001,
    sample: named ? rows : [HEADERS.map(([header]) => header), ...rows],
    notes: [{ code: 'mixed_encoding', count: 3, lines: [214, 877, 1302] }],
  }
}

let stopped = false

async function run(request: Commands['run_import'][0]): Promise<ImportReport> {
  stopped = false
  const total = 2000
  const started = Date.now()
  for (let done = 0; done <= total; done += 50) {
    if (stopped) refuse('import_cancelled')
    await emit('progress', { task: 'import', phase: 'writing', done, total })
    await wait(request.dry_run ? 5 : 60)
  }
  return {
    rows: total,
    imported: 1983,
    rejected: 17,
    duplicates_suspected: 41,
    consents: { granted: 4210, refused: 3988, not_resubscribed: 6 },
    rejects_path: request.dry_run ? null : request.path.replace(/\.\w+$/, '-rejets.csv'),
    cancelled: false,
    elapsed_ms: Date.now() - started,
    reasons: [
      { code: 'no_name', count: 12 },
      { code: 'email_malformed', count: 4 },
      { code: 'a_code_of_tomorrow', count: 1 },
    ],
    notes: [
      { code: 'phone_unreadable', count: 23, lines: [21, 40, 55, 102, 381, 1200, 1404] },
      { code: 'not_resubscribed', count: 6, lines: [310, 911, 1544] },
      { code: 'postcode_unusual', count: 8, lines: [4, 77, 230, 231, 690, 1011, 1500, 1777] },
    ],
  }
}

export const imports = {
  preview_import: preview,
  run_import: run,
  cancel_import: () => {
    stopped = true
    return {}
  },
} satisfies Partial<{ [C in keyof Commands]: (request: Commands[C][0]) => unknown }>
