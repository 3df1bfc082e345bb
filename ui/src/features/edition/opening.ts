// For tests only: « Édition des clients », open over a few clients, with the core at the edge of the window.
import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import type { ExportReport } from '$lib/api'
import { answering, type Answers } from '$lib/api/testing'
import { listCore, listed, type Listed } from '$lib/lists/fixture'
import EditionPage from './EditionPage.svelte'

/** Two may be written to by SMS, three not. */
export const CLIENTS: Listed[] = [
  listed(1, 'ALBERTINI'),
  listed(2, 'BARBAZANGE', ['never_asked'], 'MEYMAC'),
  listed(3, 'BONNET'),
  listed(4, 'CHASSAING', ['withdrawn', 'no_address']),
  listed(5, 'DUPONT', ['never_asked']),
]
/** The checksum of whatever is written. */
export const HASH = '9f3c41d0'.repeat(8)
export const report = ({ path }: { path: string }): ExportReport => ({
  export: 1,
  path,
  kept: 2,
  excluded: [],
  sha256: HASH,
  replaced: [],
})

export async function open(more: Answers = {}, clients: Listed[] = CLIENTS) {
  const calls = answering(
    { ...listCore(clients, 86), ...more },
    { pick_new_document: ({ suggested }) => `/tmp/${String(suggested)}` },
  )
  render(EditionPage)
  await screen.findByRole('table', { name: 'Aperçu de la sélection' })
  return calls
}

/** Chooses in a native list. happy-dom does not know which option is `:checked`, which Svelte asks it. */
export async function choose(list: HTMLElement, value: string) {
  const found = vi
    .spyOn(list, 'querySelector')
    .mockImplementation((): Element | null => (list as HTMLSelectElement).selectedOptions[0] ?? null)
  await userEvent.selectOptions(list, value)
  found.mockRestore()
}
export const forSms = () => choose(screen.getByLabelText('Finalité de la sélection'), 'sms:commercial')
export const table = () => screen.getByRole('table', { name: 'Aperçu de la sélection' })
export const names = () =>
  within(table())
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent.trim())
export const heads = () =>
  within(table())
    .getAllByRole('columnheader')
    .map((head) => head.textContent.trim())
/** « Exporter ». */
export const panel = () => within(screen.getByRole('complementary', { name: 'Exporter' }))
