import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { ChainCheck, UnprovenClient, UnprovenRequest } from '$lib/api'
import { answering } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import RegisterPage from './RegisterPage.svelte'

const HEAD = '9f3c41d0'.repeat(8)
const at = new Date(2026, 10, 25, 8, 31).getTime()
const intact: ChainCheck = { decisions: 1391, head: HEAD, broken: null, at }

const client = (number: number): UnprovenClient => ({
  number,
  civility: 'Mlle',
  last_name: `Dupont${number}`,
  first_name: 'Laura',
  company: '',
  town: 'USSEL',
  inactive: number === 2,
  consents: [
    { indicator: 1, name: 'Envoi de SMS techniques', channel: 'sms', at, mode: '', file_name: 'clients.csv' },
    {
      indicator: 2,
      name: 'Envoi de SMS commerciaux',
      channel: 'sms',
      at,
      mode: '',
      file_name: 'clients.csv',
    },
    {
      indicator: 5,
      name: 'Envoi de mailing postal',
      channel: 'postal',
      at: 0,
      mode: '',
      file_name: 'a.xlsx',
    },
  ],
})

/** Plays a core with a chain, and so many clients to be asked again. */
function core(check: (head: string | null) => ChainCheck = () => intact, count = 0) {
  const all = Array.from({ length: count }, (_, index) => client(index + 1))
  return answering({
    check_chain: ({ head }) => check(head),
    unproven_consents: ({ after, limit }: UnprovenRequest) => {
      const rest = all.filter(({ number }) => number > (after ?? 0))
      const rows = rest.slice(0, limit)
      return { rows, next: rest.length > limit ? (rows.at(-1)?.number ?? null) : null, total: all.length }
    },
  })
}

afterEach(cleanup)

test('on arrival the chain is checked once, and says how many decisions it holds and its newest seal', async () => {
  const calls = core()
  render(RegisterPage)
  expect((await screen.findByText(/chaîne intacte/)).textContent).toMatch(
    /^1\s391\sdécisions, chaîne intacte, vérifiée à 08:31$/,
  )
  expect(screen.getByText(/^1\s391\sdécisions scellées$/)).toBeTruthy()
  expect(screen.getByText(/^9f3c 41d0 9f3c/).tagName).toBe('CODE')
  expect(calls.filter(({ command }) => command === 'check_chain')).toEqual([
    { command: 'check_chain', request: { head: null } },
  ])
})

test('a printed seal is looked for in the chain, read from its groups of four', async () => {
  const calls = core()
  render(RegisterPage)
  await screen.findByText(/chaîne intacte/)
  const field = screen.getByLabelText(/^Empreinte imprimée/)
  await userEvent.type(field, '9f3c 41d0{Enter}')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  await userEvent.clear(field)
  await userEvent.type(field, `${'9f3c 41d0 '.repeat(8)}{Enter}`)
  await screen.findByText('L’empreinte imprimée figure dans la chaîne.')
  expect(calls.filter(({ command }) => command === 'check_chain').map(({ request }) => request)).toEqual([
    { head: null },
    { head: HEAD },
  ])
})

test('a broken chain names the decision, says why and what to do, and no longer bears the seal', async () => {
  core(() => ({ ...intact, decisions: 411, broken: { decision: 412, why: 'wording_altered' } }))
  render(RegisterPage)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toMatch(/rompue à la décision n°\s412/)
  expect(alert.textContent).toMatch(/La formulation citée/)
  expect(within(alert).getAllByRole('listitem')).toHaveLength(3)
  expect(screen.queryByText(/scellées/)).toBeNull()
})

test('a printed seal that is missing first asks whether it was copied well', async () => {
  core((head) => (head === null ? intact : { ...intact, broken: { decision: 1392, why: 'tail_cut' } }))
  render(RegisterPage)
  await screen.findByText(/chaîne intacte/)
  await userEvent.type(screen.getByLabelText(/^Empreinte imprimée/), `${'ab'.repeat(32)}{Enter}`)
  expect((await screen.findByRole('alert')).textContent).toMatch(/n’est pas dans la chaîne.*bien recopiée/s)
  expect(screen.getByText(/décisions scellées/)).toBeTruthy()
})

test('those to be asked again are listed by file, page by page, and open their record', async () => {
  core(undefined, 51)
  render(RegisterPage)
  const table = await screen.findByRole('table', { name: 'À re-demander' })
  expect(within(table).getAllByRole('button')).toHaveLength(50)
  const [first] = within(table).getAllByRole('rowgroup').slice(1)
  expect(first?.querySelectorAll('tr')).toHaveLength(2)
  expect(first?.textContent).toMatch(/Envoi de SMS techniques, Envoi de SMS commerciaux.*clients\.csv/s)
  expect(screen.getByText(/^50 sur 51\sclients$/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Afficher la suite' }))
  await waitFor(() => expect(within(table).getAllByRole('button')).toHaveLength(51))
  expect(screen.queryByRole('button', { name: 'Afficher la suite' })).toBeNull()
  within(table).getByRole('button', { name: 'Ouvrir la fiche de DUPONT2 Laura' }).focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(router.page).toEqual({ name: 'record', number: 2 }))
})

test('with nobody to ask again, one sentence says so', async () => {
  core()
  render(RegisterPage)
  expect(await screen.findByText('Aucun accord importé n’attend de preuve.')).toBeTruthy()
})
