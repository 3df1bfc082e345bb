import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SelectionCode } from '$lib/api'
import { answering, refusal, requests } from '$lib/api/testing'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import CodesTab from './CodesTab.svelte'

const code = (id: number, name: string, uses = 0): SelectionCode => ({ id, name, uses, archived_at: null })

/** Plays a core that keeps the shop's codes. */
function core() {
  let codes = [code(1, 'Montres', 6), code(2, 'Perles')]
  return answering({
    selection_codes: () => codes,
    create_selection_code: ({ name }) => {
      if (codes.some((one) => one.name === name)) throw refusal('name_taken')
      return (codes = [...codes, code(3, name)])
    },
    rename_selection_code: ({ id, name }) =>
      (codes = codes.map((one) => (one.id === id ? { ...one, name } : one))),
    order_selection_codes: ({ ids }) =>
      (codes = codes.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))),
    remove_selection_code: ({ id }) => {
      const used = codes.some((one) => one.id === id && one.uses > 0)
      codes = codes.flatMap((one) => (one.id !== id ? [one] : used ? [{ ...one, archived_at: 0 }] : []))
      return { removal: used ? 'archived' : 'deleted', codes }
    },
  })
}

const names = async () =>
  within(await screen.findByRole('table', { name: 'Codes de sélection' }))
    .getAllByRole('button', { name: /^Déplacer/ })
    .map((grip) => grip.nextElementSibling?.textContent)
const grip = (name: string) => screen.findByRole('button', { name: `Déplacer\u00a0: ${name}` })

beforeEach(() => window.addEventListener('keydown', dispatch))
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('Inser adds a code, and a name that is taken is told in its field', async () => {
  const calls = core()
  render(CodesTab)
  await names()
  await userEvent.keyboard('{Insert}')
  const field = await screen.findByLabelText(/^Nom/)
  await userEvent.type(field, 'Perles{Enter}')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  await userEvent.clear(field)
  await userEvent.type(field, 'Mariages{Enter}')
  await waitFor(async () => expect(await names()).toEqual(['Montres', 'Perles', 'Mariages']))
  expect(requests(calls, 'create_selection_code')).toEqual([{ name: 'Perles' }, { name: 'Mariages' }])
})

test('Alt and an arrow move a code, F2 renames it', async () => {
  core()
  render(CodesTab)
  ;(await grip('Perles')).focus()
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(async () => expect(await names()).toEqual(['Perles', 'Montres']))
  await userEvent.keyboard('{F2}')
  const field = await screen.findByLabelText(/^Nom/)
  await userEvent.clear(field)
  await userEvent.type(field, 'Perles fines{Enter}')
  await waitFor(async () => expect(await names()).toEqual(['Perles fines', 'Montres']))
})

test('a code that records have is archived, one that none has is deleted; each says so beforehand', async () => {
  core()
  render(CodesTab)
  ;(await grip('Montres')).focus()
  await userEvent.keyboard('{Delete}')
  await screen.findByText(/reste sur 6 fiches/)
  await userEvent.click(screen.getByRole('button', { name: 'Archiver' }))
  await screen.findByText('Archivés (1)')
  expect(await names()).toEqual(['Perles'])
  ;(await grip('Perles')).focus()
  await userEvent.keyboard('{Delete}')
  await userEvent.click(await screen.findByRole('button', { name: 'Supprimer' }))
  await screen.findByText(/^Aucun code\./)
})
