import { cleanup, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientRecord, ClientRow } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { EMPTY } from './draft.svelte'
import RecordPage from './RecordPage.svelte'

const laura: ClientRecord = {
  number: 7,
  revision: 3,
  client: {
    ...EMPTY,
    civility: 'Mlle',
    last_name: 'Dupont',
    first_name: 'Laura',
    postcode: '19200',
    town: 'USSEL',
  },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: new Date(2018, 11, 14).getTime(),
  inactive: null,
  restricted_at: null,
  client_since: null,
  last_contact_on: null,
  review_by: null,
  imported: null,
}

/** Plays a core that holds Laura's record, and keeps what is written to it. */
function core(more: Answers = {}) {
  let stored = laura
  return answering({
    open_client: () => stored,
    client: () => stored,
    journal: () => ({ entries: [], next: null }),
    undo_state: () => null,
    origins: () => [],
    towns_of_postcode: ({ postcode }) => (postcode === '19250' ? ['MEYMAC'] : ['USSEL', 'SAINT-ANGEL']),
    check_client: () => ({ issues: [], probable: [] }),
    save_client: ({ client, revision }) => (stored = { ...stored, client, revision: revision + 1 }),
    set_inactive: ({ inactive, reason }) =>
      (stored = { ...stored, inactive: inactive ? { at: new Date(2026, 10, 22).getTime(), reason } : null }),
    ...more,
  })
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

beforeEach(() => {
  router.reset({ name: 'record', number: 7 })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('F2 edits, the postcode fills the town in, Ctrl+S saves and the banner is read again', async () => {
  const calls = core()
  render(RecordPage, { number: 7 })
  await heading('Mlle DUPONT Laura')
  await userEvent.keyboard('{F2}')
  const postcode = await screen.findByLabelText<HTMLInputElement>('CP')
  await userEvent.clear(postcode)
  await userEvent.type(postcode, '19250')
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Ville').value).toBe('MEYMAC'))
  await userEvent.keyboard('{Control>}s{/Control}')
  await screen.findByRole('region', { name: 'Coordonnées' })
  expect(requests(calls, 'save_client')).toMatchObject([
    { number: 7, revision: 3, client: { postcode: '19250', town: 'MEYMAC', last_name: 'Dupont' } },
  ])
  expect(document.activeElement).toBe(await heading('Mlle DUPONT Laura'))
})

test('an origin that is still being typed is saved with the rest', async () => {
  const calls = core()
  render(RecordPage, { number: 7 })
  await heading('Mlle DUPONT Laura')
  await userEvent.keyboard('{F2}')
  await userEvent.type(await screen.findByLabelText('Origines'), 'Boutique,Salon')
  await userEvent.keyboard('{Control>}s{/Control}')
  await screen.findByRole('region', { name: 'Coordonnées' })
  expect(requests(calls, 'save_client')).toMatchObject([{ client: { origins: 'Boutique, Salon' } }])
})

test('leaving typed changes asks first; « Reprendre » keeps them, « Ne pas enregistrer » drops them', async () => {
  const calls = core()
  render(RecordPage, { number: 7 })
  await heading('Mlle DUPONT Laura')
  await userEvent.keyboard('{F2}')
  await userEvent.type(await screen.findByLabelText('Prénom'), 'nne')
  const left = router.go({ name: 'clients' })
  await userEvent.click(await screen.findByRole('button', { name: 'Reprendre' }))
  expect(await left).toBe(false)
  expect(screen.getByLabelText<HTMLInputElement>('Prénom').value).toBe('Lauranne')

  const again = router.go({ name: 'clients' })
  await userEvent.click(await screen.findByRole('button', { name: 'Ne pas enregistrer' }))
  expect(await again).toBe(true)
  expect(requests(calls, 'save_client')).toEqual([])
})

test('leaving while the save is refused stays, and says what to mend', async () => {
  core({
    save_client: () => {
      throw {
        ...refusal('invalid'),
        fields: [{ field: 'email', problem: 'email_malformed', blocking: true, max: null }],
      }
    },
  })
  render(RecordPage, { number: 7 })
  await heading('Mlle DUPONT Laura')
  await userEvent.keyboard('{F2}')
  await userEvent.type(await screen.findByLabelText('Email'), 'laura')
  const left = router.go({ name: 'clients' })
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(
    [...dialog.querySelectorAll('button')].find((button) => button.type === 'submit') ?? dialog,
  )
  expect(await left).toBe(false)
  expect(await screen.findByText(/Cette adresse est incomplète/)).toBeTruthy()
})

test('« Inactif » shows only after the commit, with its date and reason; unticking is immediate', async () => {
  let commit: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (commit = resolve))
  const inactive = { at: new Date(2026, 10, 22).getTime(), reason: 'a déménagé' }
  const calls = core({
    set_inactive: async (request) => {
      await gate
      return { ...laura, inactive: request.inactive ? inactive : null }
    },
  })
  render(RecordPage, { number: 7 })
  await heading('Mlle DUPONT Laura')
  const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Inactif' })
  await userEvent.click(box())
  await userEvent.type(await screen.findByLabelText(/Motif/), 'a déménagé{Enter}')
  expect(requests(calls, 'set_inactive')).toEqual([{ number: 7, inactive: true, reason: 'a déménagé' }])
  expect(box().checked).toBe(false)
  commit()
  await waitFor(() => expect(box().checked).toBe(true))
  expect(screen.getByText('inactif depuis le 22/11/2026')).toBeTruthy()
  expect(screen.getByText('a déménagé')).toBeTruthy()
  expect(toasts.items[0]?.action?.keys).toEqual(['Ctrl', 'Z'])

  await userEvent.click(box())
  await waitFor(() => expect(box().checked).toBe(false))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a new record shows those that probably exist; Ctrl+1 opens one and keeps what was typed', async () => {
  const {
    civility,
    last_name,
    first_name,
    company,
    postcode,
    town,
    phone,
    mobile,
    email,
    type,
    professional,
  } = laura.client
  const row: ClientRow = {
    ...{
      number: 7,
      civility,
      last_name,
      first_name,
      company,
      postcode,
      town,
      phone,
      mobile,
      email,
      type,
      professional,
    },
    inactive: false,
    opened_at: null,
  }
  core({ check_client: () => ({ issues: [], probable: [{ client: row, reasons: ['same_phone'] }] }) })
  router.reset({ name: 'record', number: null })
  render(RecordPage, { number: null, prefill: { last_name: 'DUPONT' } })
  expect(await screen.findByText('même téléphone')).toBeTruthy()
  await userEvent.keyboard('{Control>}[Digit1]{/Control}')
  expect(router.page).toEqual({ name: 'record', number: 7 })

  toasts.items[0]?.action?.run()
  await waitFor(() =>
    expect(router.page).toMatchObject({ name: 'record', number: null, prefill: { last_name: 'DUPONT' } }),
  )
})

test('a record that is gone says so instead of showing an empty page', async () => {
  core({
    open_client: () => {
      throw refusal('client_not_found')
    },
  })
  render(RecordPage, { number: 7 })
  expect(await screen.findByRole('alert')).toHaveProperty(
    'textContent',
    expect.stringContaining('n’existe plus'),
  )
})
