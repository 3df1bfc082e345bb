import { cleanup, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { open } from './opening'
import { sourceOf } from './suggestions'

const code = (id: number, name: string) => ({ id, name, uses: 0, archived_at: null })
const options = () =>
  screen.queryAllByRole('option', { hidden: false }).map(({ textContent }) => textContent.trim())
const suggested = () => options().filter((name) => ['Montres', 'Bagues', 'Vœux'].includes(name))

async function onCodes() {
  await userEvent.click(screen.getByRole('button', { name: 'Ajouter une condition' }))
  await userEvent.selectOptions(screen.getByLabelText('Champ 1'), 'selection_codes')
  return screen.findByRole<HTMLInputElement>('combobox', { name: 'Valeur 1' })
}

beforeEach(() => router.reset({ name: 'edition' }))
afterEach(() => {
  cleanup()
  toasts.clear()
})

test('what the shop has is suggested once a condition asks for it; several stand between semicolons', async () => {
  const calls = await open({
    selection_codes: () => [code(1, 'Montres'), code(2, 'Bagues'), code(3, 'Vœux')],
  })
  expect(requests(calls, 'selection_codes')).toEqual([])
  const field = await onCodes()
  expect(requests(calls, 'selection_codes')).toHaveLength(1)
  await userEvent.click(field)
  await waitFor(() => expect(suggested()).toEqual(['Montres', 'Bagues', 'Vœux']))
  expect(await violations(document.body)).toEqual([])
  await userEvent.type(field, 'mon{ArrowDown}{Enter}')
  expect(field.value).toBe('Montres')
  await userEvent.type(field, ' ; ba')
  expect(suggested()).toEqual(['Bagues'])
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(field.value).toBe('Montres ; Bagues')
  await waitFor(() =>
    expect(requests(calls, 'list_page').at(-1)?.query.conditions).toEqual([
      { field: { of: 'selection_codes' }, operator: 'is', values: ['Montres', 'Bagues'] },
    ]),
  )
  expect(requests(calls, 'selection_codes')).toHaveLength(1)
})

test('where suggestions cannot be had, anything may be typed', async () => {
  const calls = await open({
    selection_codes: () => {
      throw refusal('internal')
    },
  })
  await userEvent.type(await onCodes(), 'Montres')
  await waitFor(() =>
    expect(requests(calls, 'list_page').at(-1)?.query.conditions[0]?.values).toEqual(['Montres']),
  )
  expect(toasts.items).toEqual([])
})

test('suggestions come from the lists that the shop keeps', () => {
  expect(sourceOf({ of: 'consent_mode', field: 2 })).toBe('modes')
  expect(sourceOf({ of: 'held', field: 'subscription_offer' })).toBe('offers')
  expect(sourceOf({ of: 'record', field: 'origins' })).toBe('origins')
  expect(sourceOf({ of: 'import_file' })).toBe('imports')
  expect([
    sourceOf({ of: 'held', field: 'carriage_round' }),
    sourceOf({ of: 'record', field: 'town' }),
  ]).toEqual([null, null])
})
