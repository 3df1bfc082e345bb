import { cleanup, render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { ClientRow } from '$lib/api'
import { answering } from '$lib/api/testing'
import { sheetOf } from '$lib/consents/fixture'
import PreviewContact from './PreviewContact.svelte'

const row = (number: number, last_name: string): ClientRow => ({
  number,
  civility: '',
  last_name,
  first_name: '',
  company: '',
  postcode: '',
  town: 'USSEL',
  phone: '',
  mobile: '06 39 98 71 10',
  email: '',
  type: 'client',
  professional: false,
  inactive: false,
  opened_at: null,
})

afterEach(cleanup)

test('the preview answers for the client that is chosen, never for the one before', async () => {
  const calls = answering({
    consents: ({ number }) => sheetOf(number, () => (number === 2 ? { state: 'granted' } : {})),
  })
  const { rerender } = render(PreviewContact, { row: row(1, 'Dupont') })
  await screen.findByRole('button', { name: /^SMS Non jamais demandé$/ })
  await rerender({ row: row(2, 'Durand') })
  expect(screen.queryByRole('button', { name: /jamais demandé/ })).toBeNull()
  await screen.findByRole('button', { name: /^SMS Oui techniques, commerciaux/ })
  expect(calls.map((call) => call.request)).toEqual([{ number: 1 }, { number: 2 }])
  await userEvent.click(screen.getByRole('button', { name: /^SMS Oui/ }))
  const dialog = await screen.findByRole('dialog', { name: /Puis-je contacter DURAND par SMS/ })
  expect(within(dialog).getAllByText('Oui').length).toBeGreaterThan(0)
})
