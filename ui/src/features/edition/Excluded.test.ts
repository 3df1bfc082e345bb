import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReasonCount } from '$lib/api'
import { answering, requests } from '$lib/api/testing'
import { listCore, listed } from '$lib/lists/fixture'
import { router } from '$lib/state/router.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import EditionPage from './EditionPage.svelte'
import { forSms, names, open, panel, report } from './opening'

const RESTRICTED = listed(9, 'VIALATTE', ['restricted'])

beforeEach(() => router.reset({ name: 'edition' }))
afterEach(() => {
  cleanup()
  toasts.clear()
})

test('without a use those whose data are restricted are left out all the same: counted, shown, and exported with why', async () => {
  const calls = await open({ export_excluded: (request) => report(request) }, [
    listed(1, 'ALBERTINI', ['never_asked']),
    RESTRICTED,
  ])
  expect(names()).toEqual(['ALBERTINI'])
  const guard = (await screen.findByText('exclu')).closest('section')
  expect(guard?.textContent).toMatch(/1\s*retenu.*1\s*exclu.*1\s*traitement limité/s)
  expect(guard?.textContent).toContain('aucun accord n’est vérifié')
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Voir les exclus' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Clients exclus' }))
  expect((await dialog.findByText('VIALATTE')).closest('tr')?.textContent).toContain('traitement limité')
  await userEvent.type(dialog.getByLabelText(/^Motif de l’export/), 'Vérification{Enter}')
  await waitFor(() => expect(requests(calls, 'export_excluded')).toHaveLength(1))
  expect(requests(calls, 'export_excluded')[0]?.query.contact).toBeNull()
})

test('where all are left out the empty list leads to why', async () => {
  answering(listCore([RESTRICTED]))
  render(EditionPage)
  expect(await screen.findByText('Tous les clients trouvés sont exclus')).toBeTruthy()
  const empty = within(document.querySelector<HTMLElement>('.empty') ?? document.body)
  expect(empty.getByText(/^Le traitement de leurs données est limité/)).toBeTruthy()
  await userEvent.click(empty.getByRole('button', { name: 'Voir les exclus' }))
  expect(await screen.findByRole('dialog', { name: 'Clients exclus' })).toBeTruthy()
})

test('what left is told with those who did not, by their reasons', async () => {
  const excluded: ReasonCount[] = [
    { reason: 'restricted', clients: 3 },
    { reason: 'no_address', clients: 20 },
  ]
  await open({ export_list: (request) => ({ ...report(request), kept: 280, excluded }) })
  await userEvent.type(panel().getByLabelText(/^Motif de l’export/), 'Vœux')
  await userEvent.click(panel().getByLabelText('Étiquettes'))
  await userEvent.click(panel().getByRole('button', { name: 'Exporter' }))
  expect(await panel().findByText(/^280\sclients exportés$/)).toBeTruthy()
  const reasons = panel()
    .getAllByRole('listitem')
    .map((line) => line.textContent.trim())
  expect(reasons).toEqual(['3 traitement limité', '20 adresse incomplète'])
  expect(await violations(document.body)).toEqual([])
})

test('a list for a channel holds its coordinates, and offers no others', async () => {
  await open()
  const check = (name: string) => screen.queryByRole<HTMLInputElement>('checkbox', { name })
  expect(check('Email')?.checked).toBe(false)
  await forSms()
  await waitFor(() => expect(names()).toEqual(['ALBERTINI', 'BONNET']))
  expect([check('Portable')?.checked, check('Email')]).toEqual([true, null])
})
