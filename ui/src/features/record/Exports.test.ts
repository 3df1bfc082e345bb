import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientRecord, ExportsOfClient } from '$lib/api'
import { answering, type Answers, requests } from '$lib/api/testing'
import { decidingCore, sheetOf } from '$lib/consents/fixture'
import { clientExports } from '$lib/exports/client-exports.svelte'
import ClientExportsDialog from '$lib/exports/ClientExportsDialog.svelte'
import { exported } from '$lib/exports/fixture'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { EMPTY } from './draft.svelte'
import RecordPage from './RecordPage.svelte'

const laura: ClientRecord = {
  number: 7,
  revision: 3,
  client: { ...EMPTY, civility: 'Mlle', last_name: 'Dupont', first_name: 'Laura', mobile: '06 39 98 71 10' },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: 0,
  inactive: null,
  restricted_at: null,
  client_since: null,
  last_contact_on: null,
  review_by: null,
  imported: null,
}
const none: ExportsOfClient = { exports: [], to_clean: [] }

async function open(more: Answers = {}) {
  const calls = answering(
    {
      open_client: () => laura,
      client: () => laura,
      journal: () => ({ entries: [], next: null }),
      undo_state: () => null,
      ...decidingCore(7),
      exports_of_client: () => none,
      ...more,
    },
    { pick_new_document: ({ suggested }) => `/tmp/${String(suggested)}` },
  )
  render(RecordPage, { number: 7 })
  await screen.findByRole('heading', { level: 1 })
  return calls
}
const rgpd = () => userEvent.keyboard('{Control>}[Digit3]{/Control}')

beforeEach(() => {
  router.reset({ name: 'record', number: 7 })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  clientExports.close()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('the record says in how many exports it figures, how many are to be cleaned, and leads to them', async () => {
  await open({ exports_of_client: () => ({ exports: [exported(2), exported(1)], to_clean: [1] }) })
  await rgpd()
  expect(await screen.findByText(/Figure dans 2\sexports/)).toBeTruthy()
  expect(screen.getByText(/1\sfichier à nettoyer/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Voir/ }))
  expect(clientExports.shown).toBe(7)
})

test('after a restriction the files that hold the client are named too', async () => {
  await open({
    exports_of_client: () => ({ exports: [exported(1)], to_clean: [1] }),
    set_restricted: () => ({ ...laura, restricted_at: 1 }),
  })
  await userEvent.click(screen.getByRole('button', { name: 'Autres actions' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Limiter/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: /^Limiter/ }))
  await waitFor(() => {
    expect(toasts.items.map(({ title }) => title).join()).toMatch(/1\sfichier/)
  })
})

test('of a client who was never exported nothing is said', async () => {
  const calls = await open()
  await rgpd()
  await waitFor(() => expect(requests(calls, 'exports_of_client')).toHaveLength(1))
  expect(screen.queryByText(/Figure dans/)).toBeNull()
})

test('a withdrawal names the exports that still hold the client', async () => {
  await open({
    consents: () => sheetOf(7, (state) => (state.indicator === 2 ? { state: 'granted' } : {})),
    exports_of_client: () => ({ exports: [exported(2), exported(1)], to_clean: [2, 1] }),
  })
  await rgpd()
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Envoi de SMS commerciaux' }))
  const title = await waitFor(() => {
    const found = toasts.items.find((toast) =>
      /fichiers exportés contiennent encore ce client$/.test(toast.title),
    )
    if (!found) throw new Error('no notice')
    return found
  })
  expect(title.lasting).toBe(true)
  title.action?.run()
  expect(clientExports.shown).toBe(7)
})

test('the files to clean come first, marked, with what to do about them', async () => {
  answering({
    exports_of_client: () => ({ exports: [exported(3), exported(2), exported(1)], to_clean: [1] }),
  })
  render(ClientExportsDialog, { number: 7, onclose: () => {} })
  const table = await screen.findByRole('table', { name: 'Exports où cette fiche figure' })
  const rows = within(table)
    .getAllByRole('row')
    .filter((row) => !row.hidden)
  expect(rows[1]?.textContent).toMatch(/à nettoyer\s*Vœux 1/)
  expect(screen.getByText(/Retirez-le des copies qui en restent, chez vous/)).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
})

test('Ctrl+P prints the record, under a name without a name', async () => {
  const calls = await open({ save_record_sheet: ({ path }) => ({ path }) })
  await userEvent.keyboard('{Control>}p{/Control}')
  await waitFor(() => expect(requests(calls, 'save_record_sheet')).toHaveLength(1))
  expect(requests(calls, 'save_record_sheet')[0]).toMatchObject({
    number: 7,
    language: 'fr',
    path: expect.stringMatching(/^\/tmp\/fiche-7-\d{4}-\d\d-\d\d\.pdf$/) as string,
  })
})
