import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientRecord, ClientRow, MergeEntry, RemovalPreview } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { EMPTY } from './draft.svelte'
import RecordPage from './RecordPage.svelte'

const laura: ClientRecord = {
  number: 7,
  revision: 3,
  client: { ...EMPTY, civility: 'Mlle', last_name: 'Dupont', first_name: 'Laura' },
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
const preview: RemovalPreview = {
  record: laura,
  name: 'DUPONT Laura',
  merged: [12],
  kept: [
    { what: 'decisions', count: 5, reason: 'proof', years: 5 },
    { what: 'journal_entries', count: 3, reason: 'accountability', years: null },
  ],
  pending_messages: 2,
  owed: 4900,
  held_things: 0,
  forgets_a_no: true,
}
const lora: ClientRow = {
  ...laura.client,
  number: 12,
  first_name: 'Lora',
  inactive: false,
  opened_at: null,
}
const merge: MergeEntry = {
  id: 4,
  merged: 12,
  name: 'DUPONT Lora',
  at: new Date(2026, 10, 28, 9, 30).getTime(),
  operator: 'Claire V.',
  reversible: true,
}

async function open(more: Answers = {}) {
  const calls = answering({
    open_client: () => laura,
    client: () => laura,
    journal: () => ({ entries: [], next: null }),
    undo_state: () => null,
    merges: () => [],
    removal_preview: () => preview,
    ...more,
  })
  render(RecordPage, { number: 7 })
  await screen.findByRole('heading', { level: 1 })
  return calls
}
async function choose(item: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Autres actions' }))
  await userEvent.click(screen.getByRole('menuitem', { name: item }))
  return within(await screen.findByRole('dialog'))
}

beforeEach(() => {
  router.reset({ name: 'record', number: 7 })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('deleting says what is kept and why, and needs the name', async () => {
  const calls = await open({ remove_client: () => ({}) })
  const dialog = await choose('Supprimer')
  expect(await dialog.findByText(/5\sdécisions sur ses consentements/)).toBeTruthy()
  expect(dialog.getByText(/^5\sans$/)).toBeTruthy()
  expect(dialog.getByText(/un prochain import de la même personne/)).toBeTruthy()
  expect(dialog.getByText(/2\smessages en attente seront annulés/)).toBeTruthy()
  expect(dialog.getByText(/Il reste 49,00\s€ à régler/)).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
  const field = dialog.getByLabelText(/^Pour confirmer, tapez.*DUPONT Laura$/)
  await waitFor(() => expect(document.activeElement).toBe(field))
  const remove = dialog.getByRole<HTMLButtonElement>('button', { name: 'Supprimer' })
  expect(remove.disabled).toBe(true)
  await userEvent.type(field, 'dupont laura{Enter}')
  await waitFor(() =>
    expect(requests(calls, 'remove_client')).toEqual([{ number: 7, revision: 3, name: 'dupont laura' }]),
  )
  await waitFor(() => expect(router.page).toEqual({ name: 'clients' }))
  expect(toasts.items[0]?.title).toBe('La fiche est supprimée')
})

test('what stands to their credit is said, and nothing where accounts are settled', async () => {
  let owed = -500
  await open({ removal_preview: () => ({ ...preview, owed }) })
  const dialog = await choose('Supprimer')
  expect(await dialog.findByText(/5,00\s€ restent à son crédit/)).toBeTruthy()
  cleanup()
  owed = 0
  await open({ removal_preview: () => ({ ...preview, owed }) })
  const settled = await choose('Supprimer')
  await settled.findByText(/5\sdécisions/)
  expect(settled.queryByText(/€/)).toBeNull()
})

test('whoever has no name is confirmed by what the core knows them by', async () => {
  const lea = { ...laura, client: { ...EMPTY, email: 'lea@courriel.example', type: 'beneficiaire' as const } }
  const calls = await open({
    open_client: () => lea,
    client: () => lea,
    removal_preview: () => ({ ...preview, record: lea, name: 'lea@courriel.example' }),
    remove_client: () => ({}),
  })
  const dialog = await choose('Supprimer')
  expect(dialog.getByText(/la fiche de lea@courriel\.example sont effacés/)).toBeTruthy()
  const field = await dialog.findByLabelText(/^Pour confirmer, tapez.*lea@courriel\.example$/)
  await userEvent.type(field, 'LEA@courriel.example')
  await userEvent.click(dialog.getByRole('button', { name: 'Supprimer' }))
  await waitFor(() =>
    expect(requests(calls, 'remove_client')).toEqual([
      { number: 7, revision: 3, name: 'LEA@courriel.example' },
    ]),
  )
})

test('another name deletes nothing, and the field says so', async () => {
  await open({
    remove_client: () => {
      throw refusal('name_differs')
    },
  })
  const dialog = await choose('Supprimer')
  const field = await dialog.findByLabelText(/^Pour confirmer/)
  await userEvent.type(field, 'MARTIN{Enter}')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(router.page).toEqual({ name: 'record', number: 7 })
})

test('a merge is taken back from the record as long as it can be', async () => {
  let entries = [merge]
  const calls = await open({
    merges: () => entries,
    undo_merge: () => {
      entries = []
      return laura
    },
  })
  expect((await screen.findByText(/^DUPONT Lora/)).textContent).toMatch(/n°\s12.*28\/11\/2026\s09:30/)
  await userEvent.click(screen.getByRole('button', { name: 'Annuler la fusion' }))
  await waitFor(() => expect(requests(calls, 'undo_merge')).toEqual([{ id: 4 }]))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Annuler la fusion' })).toBeNull())
})

test('once either record changed, nothing is offered any more', async () => {
  const calls = await open({ merges: () => [{ ...merge, reversible: false }] })
  await waitFor(() => expect(requests(calls, 'merges')).toHaveLength(1))
  expect(screen.queryByRole('button', { name: 'Annuler la fusion' })).toBeNull()
})

test('a record that went into another one opens that one, and says so', async () => {
  answering({ open_client: () => ({ ...laura, number: 9 }), merges: () => [], undo_state: () => null })
  render(RecordPage, { number: 7 })
  await waitFor(() => expect(router.page).toEqual({ name: 'record', number: 9 }))
  expect(toasts.items[0]?.title).toMatch(/n°\s7 a été fusionnée/)
})

test('the other record of the same person is among those that look alike, or is searched for', async () => {
  const calls = await open({
    check_client: () => ({ issues: [], probable: [{ client: lora, reasons: ['near_name'] }] }),
    search_clients: () => ({
      total: 1,
      total_exact: true,
      hidden_inactive: 0,
      hidden_exact: true,
      near: [],
      subscription: null,
      invoice: null,
      clients: [{ ...lora, number: 7 }],
    }),
  })
  const dialog = await choose('Fusionner')
  expect((await dialog.findByRole<HTMLInputElement>('radio')).checked).toBe(true)
  await userEvent.type(dialog.getByLabelText('Rechercher une fiche'), 'dup')
  // The record itself is not one of its duplicates.
  expect(await dialog.findByText('Aucune autre fiche trouvée.')).toBeTruthy()
  expect(requests(calls, 'search_clients').at(-1)).toMatchObject({ text: 'dup', include_inactive: true })
  await userEvent.clear(dialog.getByLabelText('Rechercher une fiche'))
  await dialog.findByRole('radio')
  await userEvent.click(dialog.getByRole('button', { name: 'Comparer' }))
  await waitFor(() => expect(router.page).toEqual({ name: 'merge', kept: 7, merged: 12 }))
})
