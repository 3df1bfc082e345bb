import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { Offer, Tariff } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import TariffsTab from './tariffs/TariffsTab.svelte'

const tariff = (id: number, price: number, effective_from: string): Tariff => ({
  id,
  version: id,
  price,
  vat: 210,
  months: 12,
  issues: 12,
  effective_from,
})
const before = tariff(1, 4500, '2024-01-01')
const current = tariff(2, 4900, '2026-01-01')
const gazette: Offer = {
  id: 1,
  offer: { name: 'La Gazette', medium: 'both', beneficiaries: 3 },
  archived: false,
  subscriptions: 214,
  tariffs: [tariff(3, 5200, '2099-01-01'), current, before],
  current,
}
const paper: Offer = {
  ...gazette,
  id: 2,
  offer: { name: 'Papier', medium: 'print', beneficiaries: 0 },
  tariffs: [current],
}
const old: Offer = { ...paper, id: 3, offer: { ...paper.offer, name: 'Hebdomadaire' }, archived: true }

async function open(more: Answers = {}) {
  const calls = answering({
    offers: () => ({
      offers: [gazette, paper, old],
      vat_rates: [
        { rate: 210, code: 'press', source: 'CGI art. 298 septies' },
        { rate: 2000, code: 'standard', source: 'CGI art. 278' },
      ],
    }),
    save_offer: () => gazette,
    order_offers: () => ({ offers: [], vat_rates: [] }),
    create_offer: () => gazette,
    add_tariff: () => gazette,
    ...more,
  })
  render(TariffsTab)
  await screen.findByRole('table', { name: 'Formules' })
  return calls
}
const choose = async (offer: string, action: RegExp) => {
  await userEvent.click(screen.getByRole('button', { name: `Actions\u00a0: ${offer}` }))
  await userEvent.click(await screen.findByRole('menuitem', { name: action }))
}

afterEach(() => {
  cleanup()
  toasts.clear()
})

test('offers show their price of today, their versions with their days, and the rates of tax their source', async () => {
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'Tarifs de La Gazette' }))
  const versions = within(screen.getByRole('table', { name: 'Formules' })).getAllByRole('listitem')
  expect(versions.map((line) => line.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    expect.stringMatching(/01\/01\/2099.*52,00 €.*à venir/) as string,
    expect.stringMatching(/01\/01\/2026.*49,00 €.*actuel/) as string,
    expect.stringMatching(/01\/01\/2024.*45,00 €/) as string,
  ])
  expect(screen.getByText('CGI art. 298 septies')).toBeTruthy()
  expect(screen.getByText(/Archivées \(1\)/)).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
})

test('a new tariff begins as the newest one; one that begins too early is refused at its day', async () => {
  const calls = await open({
    add_tariff: () => {
      throw { ...refusal('refused'), params: { rule: 'tariff_too_early' } }
    },
  })
  await choose('La Gazette', /Nouveau tarif/)
  const price = await screen.findByLabelText<HTMLInputElement>(/Prix TTC/)
  expect(price.value).toBe('52,00')
  await userEvent.clear(price)
  await userEvent.type(price, '5x')
  await userEvent.keyboard('{Enter}')
  expect(price.getAttribute('aria-invalid')).toBe('true')
  expect(requests(calls, 'add_tariff')).toEqual([])
  await userEvent.clear(price)
  await userEvent.type(price, '54,5')
  const since = screen.getByLabelText('En vente à partir du')
  await userEvent.clear(since)
  await userEvent.type(since, '1/3/26{Enter}')
  expect(since).toHaveProperty('value', '01/03/2026')
  expect(since.getAttribute('aria-invalid')).toBeNull()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(since.getAttribute('aria-invalid')).toBe('true'))
  expect(requests(calls, 'add_tariff')).toEqual([
    {
      offer: 1,
      tariff: { price: 5450, vat: 210, months: 12, issues: 12, effective_from: '2026-03-01' },
    },
  ])
})

test('offers are renamed, archived, and ordered among those that are sold', async () => {
  const calls = await open()
  await choose('La Gazette', /Modifier/)
  const name = await screen.findByLabelText(/^Nom/)
  await userEvent.clear(name)
  await userEvent.type(name, 'La Gazette du soir{Enter}')
  await waitFor(() => expect(requests(calls, 'save_offer')).toHaveLength(1))
  expect(requests(calls, 'save_offer')[0]).toEqual({
    id: 1,
    offer: { name: 'La Gazette du soir', medium: 'both', beneficiaries: 3 },
    archived: false,
  })
  await choose('Papier', /Monter/)
  await waitFor(() => expect(requests(calls, 'order_offers')).toEqual([{ ids: [2, 1, 3] }]))
  await choose('Papier', /Archiver/)
  await waitFor(() => expect(requests(calls, 'save_offer').at(-1)).toMatchObject({ id: 2, archived: true }))
})
