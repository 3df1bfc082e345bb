import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answering, refusal, requests } from '$lib/api/testing'
import { exported } from '$lib/exports/fixture'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { violations } from '$lib/ui/violations'
import RegisterPage from './RegisterPage.svelte'

beforeEach(() => window.addEventListener('keydown', dispatch))
afterEach(() => {
  cleanup()
  window.removeEventListener('keydown', dispatch)
})

const table = () => screen.findByRole('table', { name: 'Registre des exports' })

test('Ctrl+2 shows what left the file, the newest first, with its checksum on demand', async () => {
  answering({ exports: () => ({ exports: [exported(2), exported(1)], total: 2, next: null }) })
  render(RegisterPage)
  await userEvent.keyboard('{Control>}[Digit2]{/Control}')
  const rows = within(await table())
    .getAllByRole('row')
    .slice(1)
  expect(rows[0]?.textContent).toMatch(
    /14\/12\/2018\s08:40.*Claire V\..*Vœux 2.*Passerelle SMS.*Excel.*1\s204/,
  )
  expect(await violations(document.body)).toEqual([])
  const details = screen.getByRole('button', { name: /^Détail de l’export n°\s2$/ })
  await userEvent.click(details)
  const more = document.getElementById(details.getAttribute('aria-controls') ?? '')
  expect(more?.hidden).toBe(false)
  expect(more?.textContent).toContain('9f3c41d0'.repeat(8))
  expect(more?.textContent).toContain('CP commence par 19')
  expect(more?.textContent).toContain('SMS commerciaux')
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/n°\s1$/)
})

test('a table of a record is named in its line', async () => {
  const exportedTable = {
    window: 'invoices',
    number: 12,
    sort: { column: 'date', descending: true },
  } as const
  const filter = 'Factures, fiche n°\u00a012'
  const rows = [
    exported(2, { table: exportedTable, filter, contact: null, format: 'csv', kept: 1 }),
    exported(1),
  ]
  answering({ exports: () => ({ exports: rows, total: 2, next: null }) })
  render(RegisterPage, { tab: 'exports' })
  const [first, second] = within(await table())
    .getAllByRole('row')
    .slice(1)
  expect([first?.textContent, second?.textContent]).toEqual([
    expect.stringContaining(filter),
    expect.not.stringContaining('CP commence par 19'),
  ])
  await userEvent.click(screen.getByRole('button', { name: /^Détail de l’export n°\s2$/ }))
  expect(screen.getByText('Contenu').nextElementSibling?.textContent).toBe(filter)
})

test('a long register is read on by and by', async () => {
  const all = Array.from({ length: 60 }, (_, index) => exported(60 - index))
  const calls = answering({
    exports: ({ before, limit }) => {
      const rest = all.filter(({ id }) => before === null || id < before)
      const rows = rest.slice(0, limit)
      return { exports: rows, total: 60, next: rest.length > limit ? (rows.at(-1)?.id ?? null) : null }
    },
  })
  render(RegisterPage, { tab: 'exports' })
  await table()
  expect(screen.getByText(/^50 sur 60\sexports$/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Afficher la suite' }))
  expect(await screen.findByText(/^60 sur 60\sexports$/)).toBeTruthy()
  expect(requests(calls, 'exports').map(({ before }) => before)).toEqual([null, 11])
})

test('without the manager code the register says what it wants', async () => {
  let given = false
  answering({
    exports: () => {
      if (!given) throw refusal('manager_code_needed')
      return { exports: [], total: 0, next: null }
    },
  })
  render(RegisterPage, { tab: 'exports' })
  await screen.findByText('Le registre demande le code du responsable.')
  given = true
  await userEvent.click(screen.getByRole('button', { name: 'Donner le code' }))
  await waitFor(() => expect(screen.getByText('Aucun export n’a encore été fait')).toBeTruthy())
})
