import { describe, expect, test } from 'vitest'
import type { ImportColumn, ImportOptions, ImportPreview, ImportReport } from '$lib/api'
import { answering, refusal } from '$lib/api/testing'
import { importState } from './imports.svelte'
import { outcomeOf } from './outcome'

const column = (header: string, index: number, field: ImportColumn['field'] = null): ImportColumn => {
  return { index, header, samples: [], field }
}

function preview(path: string, options: ImportOptions): ImportPreview {
  const columns = [column('nom', 0, 'last_name'), column('bague', 1)]
  if (options.separator === ',') columns.pop()
  const { encoding, separator } = options
  return {
    path,
    file_name: 'clients.csv',
    format: 'csv',
    encoding: encoding ?? 'UTF-8',
    separator: separator ?? ';',
    has_header: true,
    sheet: null,
    sheets: [],
    columns,
    rows: 2,
    sample: [],
    notes: [],
  }
}

const report: ImportReport = {
  rows: 2,
  imported: 2,
  rejected: 0,
  duplicates_suspected: 0,
  consents: { granted: 0, refused: 0, not_resubscribed: 0 },
  rejects_path: null,
  cancelled: false,
  elapsed_ms: 12,
  reasons: [],
  notes: [],
}

const preview_import = ({ path, options }: { path: string; options: ImportOptions }) => preview(path, options)

describe('reading a file', () => {
  test('leads to the check with the mapping that the core proposes', async () => {
    answering({ preview_import })
    const state = importState()
    await state.choose('/c/clients.csv')
    expect([state.step, state.mapping]).toEqual(['check', ['last_name', null]])
  })

  test('another encoding keeps the mapping as it was changed; other columns start afresh', async () => {
    const calls = answering({ preview_import })
    const state = importState()
    await state.choose('/c/clients.csv')
    state.map(1, 'origins')
    await state.reread({ encoding: 'windows-1252' })
    expect(state.mapping).toEqual(['last_name', 'origins'])
    await state.reread({ separator: ',' })
    expect(state.mapping).toEqual(['last_name'])
    expect(calls.at(-1)?.request).toMatchObject({ options: { encoding: 'windows-1252', separator: ',' } })
  })

  test('a reading that is refused leaves the check as it was, and says why', async () => {
    answering({
      preview_import: ({ path, options }) => {
        if (options.encoding === 'UTF-16LE') throw refusal('import_not_a_table')
        return preview(path, options)
      },
    })
    const state = importState()
    await state.choose('/c/clients.csv')
    await state.reread({ encoding: 'UTF-16LE' })
    expect([state.step, state.refused?.code, state.options.encoding]).toEqual([
      'check',
      'import_not_a_table',
      null,
    ])
  })

  test('only the newest of two readings counts, whichever answers last', async () => {
    const answers: (() => void)[] = []
    answering({
      preview_import: ({ path, options }) =>
        new Promise((resolve) => answers.push(() => resolve(preview(path, options)))),
    })
    const state = importState()
    const slow = state.choose('/c/ancien.csv')
    const fast = state.choose('/c/nouveau.csv')
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.()
    await fast
    answers[0]?.()
    await slow
    expect(state.preview?.path).toBe('/c/nouveau.csv')
  })
})

describe('running', () => {
  test('ends in the report, with the options and the mapping of the check', async () => {
    const calls = answering({ preview_import, run_import: () => report })
    const state = importState()
    await state.choose('/c/clients.csv')
    await state.reread({ encoding: 'windows-1252' })
    await state.run(true)
    expect([state.step, state.dryRun, outcomeOf(state)]).toEqual(['report', true, 'done'])
    expect(calls.at(-1)?.request).toEqual({
      path: '/c/clients.csv',
      options: { encoding: 'windows-1252', separator: null, has_header: null, sheet: null },
      mapping: ['last_name', null],
      dry_run: true,
      rejects_path: null,
    })
  })

  test('does not begin while two columns go to one field', async () => {
    const calls = answering({ preview_import, run_import: () => report })
    const state = importState()
    await state.choose('/c/clients.csv')
    state.map(1, 'last_name')
    await state.run(false)
    expect(state.step).toBe('check')
    expect(calls.map((call) => call.command)).toEqual(['preview_import'])
  })

  test.each([
    ['a refusal', () => Promise.reject(refusal('import_cancelled'))],
    ['a report', () => Promise.resolve({ ...report, imported: 0, rows: 0, cancelled: true })],
  ])('stopped, which the core says by %s, is no failure', async (_, run_import) => {
    answering({ preview_import, run_import })
    const state = importState()
    await state.choose('/c/clients.csv')
    await state.run(false)
    expect(outcomeOf(state)).toBe('stopped')
  })

  test('a full disk is a failure, and the check is one step back', async () => {
    answering({ preview_import, run_import: () => Promise.reject(refusal('disk_full')) })
    const state = importState()
    await state.choose('/c/clients.csv')
    await state.run(false)
    expect([outcomeOf(state), state.refused?.code]).toEqual(['failed', 'disk_full'])
    state.back('check')
    expect([state.step, state.refused]).toEqual(['check', null])
  })

  test('follows the progress of imports only', async () => {
    let finish: (report: ImportReport) => void = () => undefined
    answering({ preview_import, run_import: () => new Promise((resolve) => (finish = resolve)) })
    const state = importState()
    await state.choose('/c/clients.csv')
    const running = state.run(false)
    state.follow({ task: 'demonstration', phase: '', done: 9, total: 9 })
    expect(state.progress.done).toBe(0)
    state.follow({ task: 'import', phase: 'writing', done: 1, total: 2 })
    expect(state.progress).toMatchObject({ done: 1, total: 2 })
    state.back('file')
    expect(state.step).toBe('run')
    await expect.poll(() => finish.length).toBe(1)
    finish(report)
    await running
    expect(state.step).toBe('report')
  })
})
