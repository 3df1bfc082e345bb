import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { ClientRow, ImportEntry, UndoImportReport } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { violations } from '$lib/ui/violations'
import ImportsPage from './ImportsPage.svelte'

const at = new Date(2026, 10, 20, 9, 12).getTime()
const entry = (id: number, more: Partial<ImportEntry> = {}): ImportEntry => ({
  id,
  at,
  operator: 'Claire V.',
  file_name: `clients-${id}.csv`,
  imported: 1983,
  rejected: 17,
  undone_at: null,
  ...more,
})
const marc: ClientRow = {
  number: 12,
  civility: 'M.',
  last_name: 'Dupont',
  first_name: 'Marc',
  company: '',
  postcode: '',
  town: '',
  phone: '',
  mobile: '',
  email: '',
  type: 'client',
  professional: false,
  inactive: false,
  opened_at: null,
}
const report = (more: Partial<UndoImportReport> = {}): UndoImportReport => ({
  import: entry(2),
  deleted: 1940,
  blanked: 42,
  kept: 1,
  touched: [{ number: 12, client: marc, touched_by: 'decision' }],
  ...more,
})

async function open(more: Answers = {}) {
  let rows = [entry(2), entry(1, { undone_at: at })]
  const calls = answering({
    imports: () => rows,
    undo_import_preview: () => report(),
    undo_import: () => {
      rows = rows.map((one) => ({ ...one, undone_at: at }))
      return report()
    },
    ...more,
  })
  render(ImportsPage)
  await screen.findByRole('table', { name: 'Imports passés' })
  return calls
}
const ask = async () => {
  await userEvent.click(screen.getByRole('button', { name: /^Annuler cet import… \(clients-2\.csv/ }))
  return within(await screen.findByRole('dialog'))
}

afterEach(cleanup)

test('past imports are listed; one that was taken back says so and offers nothing', async () => {
  await open()
  const rows = screen.getAllByRole('row').slice(1)
  expect(rows[0]?.textContent).toMatch(/20\/11\/2026.*clients-2\.csv.*1\s983/s)
  expect(rows[1]?.textContent).toContain('annulé le 20/11/2026')
  expect(within(rows[1] as HTMLElement).queryByRole('button')).toBeNull()
  expect(await violations(document.body)).toEqual([])
})

test('taking one back first says what goes, what stays and who is kept, then reports it', async () => {
  const calls = await open()
  const dialog = await ask()
  expect(await dialog.findByText(/1\s940\sfiches sans suite/)).toBeTruthy()
  expect(dialog.getByText(/42\sfiches.*vidées/)).toBeTruthy()
  expect(dialog.getByText('réponse enregistrée depuis')).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
  expect(requests(calls, 'undo_import')).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Annuler l’import' }))
  await waitFor(() => expect(requests(calls, 'undo_import')).toEqual([{ id: 2 }]))
  expect(await dialog.findByText(/1\s982\sfiches retirées/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: /DUPONT Marc/ }))
  await waitFor(() => expect(router.page).toEqual({ name: 'record', number: 12 }))
})

test('where nothing is left to be taken back, only closing is offered', async () => {
  const calls = await open({ undo_import_preview: () => report({ deleted: 0, blanked: 0 }) })
  const dialog = await ask()
  expect(await dialog.findByText(/n’a laissé aucune fiche/)).toBeTruthy()
  expect(dialog.queryByRole('button', { name: 'Annuler l’import' })).toBeNull()
  const [close] = dialog.getAllByRole('button', { name: 'Fermer' })
  await userEvent.click(close as HTMLElement)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(requests(calls, 'undo_import')).toEqual([])
})

test('a refusal is told in the dialog', async () => {
  await open({
    undo_import: () => {
      throw refusal('import_running')
    },
  })
  const dialog = await ask()
  await dialog.findByText(/sans suite/)
  await userEvent.click(dialog.getByRole('button', { name: 'Annuler l’import' }))
  expect((await dialog.findByRole('alert')).textContent).toContain('import est déjà en cours')
})
