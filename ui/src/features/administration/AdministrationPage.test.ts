import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AgreementMode, ConsentSetup, Indicator, IndicatorSetup } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import AdministrationPage from './AdministrationPage.svelte'

const indicator = (id: number, name: string, more: Partial<Indicator> = {}): IndicatorSetup => ({
  indicator: {
    id,
    code: `SMS-${id}`,
    name,
    channel: 'sms',
    purpose: 'commercial',
    kind: 'opt_in',
    audience: 'everyone',
    visible: true,
    archived_at: null,
    ...more,
  },
  has_history: false,
})
const mode = (id: number, name: string, uses: number): AgreementMode => ({
  id,
  code: '',
  name,
  label: `Accord ${name}`,
  hint: '',
  needs_detail: false,
  uses,
})

const shipped = (): ConsentSetup => ({
  indicators: [
    indicator(1, 'Envoi de SMS techniques', { purpose: 'technical' }),
    { ...indicator(2, 'Envoi de SMS commerciaux'), has_history: true },
    indicator(3, 'Partenaires : SMS', { purpose: 'partners' }),
    indicator(9, 'Salon 2016', { archived_at: 0 }),
  ],
  modes: [mode(1, 'Oral', 0), mode(2, 'Écrit', 1391)],
  wordings: [{ id: 1, indicator: 2, name: 'SMS-2-1', text: "J'accepte.", effective_from: 0, uses: 12 }],
})

/** Plays a core that holds the shop's questions. */
function core(more: Answers = {}) {
  let setup = shipped()
  const placed = <T>(all: T[], ids: number[], id: (one: T) => number) =>
    all.toSorted((a, b) => (ids.indexOf(id(a)) + 1 || 99) - (ids.indexOf(id(b)) + 1 || 99))
  return answering({
    shop_identity: () => ({ name: 'Maison Vaurelle', address: '', rights_contact: '', privacy_notice: '' }),
    consent_setup: () => setup,
    order_indicators: ({ ids }) =>
      (setup = { ...setup, indicators: placed(setup.indicators, ids, (one) => one.indicator.id) }),
    show_indicator: ({ id, visible }) =>
      (setup = {
        ...setup,
        indicators: setup.indicators.map((one) =>
          one.indicator.id === id ? { ...one, indicator: { ...one.indicator, visible } } : one,
        ),
      }),
    remove_indicator: ({ id }) => {
      const removal = setup.indicators.find((one) => one.indicator.id === id)?.has_history
        ? 'archived'
        : 'deleted'
      setup = { ...setup, indicators: setup.indicators.filter((one) => one.indicator.id !== id) }
      return { removal, setup }
    },
    remove_mode: () => {
      throw { ...refusal('mode_in_use'), params: { uses: '1391' } }
    },
    ...more,
  })
}

const table = (name: string) => screen.findByRole('table', { name })
const names = async () =>
  within(await table('Indicateurs de consentement'))
    .getAllByRole('button', { name: /^Déplacer/ })
    .map((grip) => grip.closest('tr')?.querySelector('.tr')?.textContent)
const grip = (name: string) => screen.findByRole('button', { name: `Déplacer\u00a0: ${name}` })

/** Chooses in a native list. happy-dom does not know which option is `:checked`, which Svelte asks it. */
async function choose(list: HTMLElement, value: string) {
  const found = vi
    .spyOn(list, 'querySelector')
    .mockImplementation((): Element | null => (list as HTMLSelectElement).selectedOptions[0] ?? null)
  await userEvent.selectOptions(list, value)
  found.mockRestore()
}

async function open(more: Answers = {}) {
  const calls = core(more)
  render(AdministrationPage)
  await userEvent.click(await screen.findByRole('tab', { name: 'Rgpd' }))
  await table('Indicateurs de consentement')
  return calls
}

beforeEach(() => {
  router.reset({ name: 'administration' })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('Alt+↓ moves a question once the core has, keeps the keyboard on it and says where it went', async () => {
  const calls = await open()
  ;(await grip('Envoi de SMS techniques')).focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(async () =>
    expect(await names()).toEqual([
      'Envoi de SMS commerciaux',
      'Envoi de SMS techniques',
      'Partenaires\u00a0: SMS',
    ]),
  )
  expect(requests(calls, 'order_indicators')).toEqual([{ ids: [2, 1, 3] }])
  await waitFor(async () => expect(document.activeElement).toBe(await grip('Envoi de SMS techniques')))
  expect(await screen.findByText(/^Envoi de SMS techniques\s: position 2 sur 3\.$/)).toBeTruthy()
})

test('a refused move leaves the order as it was', async () => {
  await open({
    order_indicators: () => {
      throw refusal('disk_full')
    },
  })
  ;(await grip('Envoi de SMS techniques')).focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(toasts.items.map(({ tone }) => tone)).toEqual(['error']))
  expect((await names())[0]).toBe('Envoi de SMS techniques')
})

test('the padlock stands where prospecting consumers needs their consent, and the archived stand apart', async () => {
  await open()
  const rows = within(await table('Indicateurs de consentement')).getAllByRole('row')
  expect(rows.slice(1).map((row) => row.textContent.includes('Type verrouillé'))).toEqual([false, true, true])
  expect(screen.getByText('Archivés (1)').closest('details')?.open).toBe(false)
})

test('what the core refuses is said beside its field, and everything typed stays', async () => {
  let made = 0
  const calls = await open({
    create_indicator: () => {
      made += 1
      if (made === 1) throw refusal('opt_out_forbidden')
      return shipped()
    },
  })
  await userEvent.keyboard('{Insert}')
  const dialog = await screen.findByRole('dialog', { name: 'Ajouter un indicateur' })
  await userEvent.type(within(dialog).getByLabelText(/^Nom/), 'Ventes privées')
  const kind = within(dialog).getByLabelText<HTMLSelectElement>('Type')
  await choose(kind, 'opt_out')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ajouter' }))
  await waitFor(() => expect(kind.getAttribute('aria-invalid')).toBe('true'))
  expect(document.getElementById(kind.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
    /CPCE L\.34-5/,
  )
  expect(document.activeElement).toBe(kind)
  expect(within(dialog).getByLabelText<HTMLInputElement>(/^Nom/).value).toBe('Ventes privées')
  await choose(within(dialog).getByLabelText('Public'), 'professionals')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ajouter' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(requests(calls, 'create_indicator').at(-1)).toEqual({
    name: 'Ventes privées',
    channel: 'sms',
    purpose: 'commercial',
    kind: 'opt_out',
    audience: 'professionals',
  })
})

test('deleting says beforehand that an answered question is archived, and afterwards that it was', async () => {
  const calls = await open()
  ;(await grip('Envoi de SMS commerciaux')).focus()
  await userEvent.keyboard('{Delete}')
  const dialog = await screen.findByRole('dialog', { name: 'Archiver l’indicateur' })
  expect(dialog.textContent).toContain('gardé, car des décisions le citent')
  expect(requests(calls, 'remove_indicator')).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Archiver' }))
  await waitFor(() => expect(toasts.items[0]?.title).toBe('Indicateur archivé'))
  await waitFor(async () => expect(document.activeElement).toBe(await grip('Partenaires\u00a0: SMS')))
})

test('the switch moves when the core has hidden the question, and not when it refuses', async () => {
  let refuses = true
  await open({
    show_indicator: ({ id, visible }) => {
      if (refuses) throw refusal('disk_full')
      const setup = shipped()
      const found = setup.indicators.find((one) => one.indicator.id === id)
      if (found) found.indicator.visible = visible
      return setup
    },
  })
  const shown = await screen.findByRole('switch', { name: /Envoi de SMS commerciaux$/ })
  await userEvent.click(shown)
  await waitFor(() => expect(toasts.items).toHaveLength(1))
  expect(shown.getAttribute('aria-checked')).toBe('true')
  refuses = false
  await userEvent.click(shown)
  await waitFor(() => expect(shown.getAttribute('aria-checked')).toBe('false'))
})

test('a mode in use cannot be deleted, and the reason names how often', async () => {
  await open()
  ;(await grip('Écrit')).focus()
  await userEvent.keyboard('{Delete}')
  const dialog = await screen.findByRole('dialog', { name: 'Supprimer le mode d’accord' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Supprimer' }))
  expect((await within(dialog).findByRole('alert')).textContent).toMatch(/1\s391\sdécisions/)
  expect(within(dialog).queryByRole('button', { name: 'Supprimer' })).toBeNull()
})

test('the text of a version shows on demand, and a new one begins with it', async () => {
  const calls = await open({ create_wording: () => shipped() })
  const version = await screen.findByRole('button', { name: 'SMS-2-1' })
  expect(screen.getByText('J’accepte.').closest('tr')?.hidden).toBe(true)
  await userEvent.click(version)
  expect(screen.getByText('J’accepte.').closest('tr')?.hidden).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'Ajouter une formulation' }))
  const dialog = await screen.findByRole('dialog', { name: 'Nouvelle version' })
  await choose(within(dialog).getByLabelText('Indicateur'), '2')
  const text = within(dialog).getByLabelText<HTMLTextAreaElement>('Phrase montrée au client')
  expect(text.value).toBe("J'accepte.")
  await userEvent.type(text, ' STOP')
  const since = within(dialog).getByLabelText('En vigueur à partir du')
  await userEvent.clear(since)
  await userEvent.type(since, '31/02/2026')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ajouter la version' }))
  await waitFor(() => expect(since.getAttribute('aria-invalid')).toBe('true'))
  await userEvent.clear(since)
  await userEvent.type(since, '01/06/2018')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ajouter la version' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(requests(calls, 'create_wording')).toEqual([
    { indicator: 2, text: "J'accepte. STOP", effective_from: new Date(2018, 5, 1).getTime() },
  ])
})

test('the shop’s identity is kept while another tab is shown, and asked about before it would be lost', async () => {
  const calls = core({ set_shop_identity: (identity) => identity })
  render(AdministrationPage)
  await userEvent.type(await screen.findByLabelText(/^Adresse/), '12 rue de la Liberté')
  await userEvent.click(screen.getByRole('tab', { name: 'Rgpd' }))
  await userEvent.click(screen.getByRole('tab', { name: 'Boutique' }))
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Adresse/).value).toBe('12 rue de la Liberté')
  const left = router.go({ name: 'clients' })
  await userEvent.click(await screen.findByRole('button', { name: 'Reprendre' }))
  expect(await left).toBe(false)
  await userEvent.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(requests(calls, 'set_shop_identity')).toHaveLength(1))
  expect(requests(calls, 'set_shop_identity')[0]?.address).toBe('12 rue de la Liberté')
  await waitFor(async () => expect(await router.mayLeave()).toBe(true))
})
