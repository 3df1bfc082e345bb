import { cleanup, render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answering, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import DueReminder from './DueReminder.svelte'

beforeEach(() => router.reset({ name: 'clients' }))
afterEach(cleanup)

test('what is due leads to its list, what is late says so, and a line to the actions of its record', async () => {
  const row = (id: number, due_on: string) => ({
    id,
    client: id,
    client_name: `CLIENTE ${id}`,
    what: 'Rappeler',
    due_on,
  })
  const calls = answering({
    follow_ups_due: () => ({
      until: '2026-11-28',
      count: 3,
      rows: [row(7, '2026-11-20'), row(9, '2026-11-28')],
    }),
  })
  render(DueReminder)
  await userEvent.click(await screen.findByRole('button', { name: '3\u00a0actions à faire' }))
  const list = within(await screen.findByRole('dialog', { name: 'Actions à faire' }))
  const cells = (row: HTMLElement) => [...row.children].map((cell) => cell.textContent.trim()).join(' ')
  expect(list.getAllByRole('row').map(cells)).toEqual([
    'Échéance État Client Action',
    '20/11/2026 En retard CLIENTE 7 Rappeler',
    '28/11/2026 Aujourd’hui CLIENTE 9 Rappeler',
  ])
  expect(list.getByText('Les 2 premières sur 3 sont affichées.')).toBeTruthy()
  await userEvent.click(list.getByRole('button', { name: 'Ouvrir la fiche de CLIENTE 7' }))
  expect(router.page).toEqual({ name: 'record', number: 7, label: 'follow_ups' })
  expect(requests(calls, 'follow_ups_due')).toEqual([{ until: null, limit: 100 }])
})

test('nothing due shows nothing', async () => {
  answering({ follow_ups_due: () => ({ until: '2026-11-28', count: 0, rows: [] }) })
  const { container } = render(DueReminder)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(container.querySelector('button')).toBeNull()
})
