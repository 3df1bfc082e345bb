import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Campaign, SavedList } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { message, template, writingCore } from '$lib/messages/fixture'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import { progressOf } from './campaigns.svelte'
import CampaignsPage from './CampaignsPage.svelte'
import { campaign, previewed } from './fixture'
import { everyone } from './recipients'

const templates = [
  template(3, 'Votre montre est prête', { context: 'repairs', purpose: 'technical' }),
  template(8, 'Journées Or', { context: 'selection', purpose: 'commercial', body: 'Bonjour {nom}' }),
  template(9, 'Ventes privées', { context: 'selection', purpose: 'commercial', body: 'Bonjour {nom}' }),
]
const list: SavedList = {
  id: 4,
  name: 'Ussel, clients fidèles',
  query: { ...everyone('Ussel'), include_inactive: true },
  created_at: 0,
  updated_at: 0,
  operator: '',
}

function open(starting: boolean, more: Answers = {}) {
  let all: Campaign[] = [
    campaign(3, {
      state: 'sending',
      messages: { written: 40, waiting: 30, sent: 10, trouble: 0, blocked: 0, cancelled: 0 },
    }),
    campaign(2, { state: 'stopped', stopped_at: 0 }),
    campaign(1),
  ]
  const put = (one: Campaign) => {
    all = all.map((other) => (other.id === one.id ? one : other))
    return one
  }
  const calls = answering({
    ...writingCore([], templates),
    campaigns: () => all,
    saved_lists: () => [list],
    campaign_preview: () => previewed(),
    start_campaign: ({ name }) => {
      const made = campaign(4, { name, state: 'writing' })
      all = [made, ...all]
      return made
    },
    stop_campaign: ({ id }) => put(campaign(id, { state: 'stopped', stopped_at: 1 })),
    resume_campaign: ({ id }) => put(campaign(id, { state: 'sending' })),
    ...more,
  })
  render(CampaignsPage, { starting })
  return calls
}
const row = (name: string) => screen.getByText(name).closest('tr') as HTMLElement

beforeEach(() => {
  router.reset({ name: 'campaigns' })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('progress is first that of preparing the messages, then that of sending them', () => {
  const messages = { written: 30, waiting: 20, sent: 10, trouble: 0, blocked: 0, cancelled: 0 }
  expect(progressOf(campaign(1, { state: 'writing', messages }))).toEqual({ done: 30, total: 40 })
  expect(progressOf(campaign(1, { state: 'sending', messages }))).toEqual({ done: 10, total: 30 })
})

test('the mailings are listed with their counts; what runs is stopped once that was confirmed, and resumed', async () => {
  const calls = open(false)
  await screen.findByRole('table')
  expect(within(row('Envoi 3')).getByRole('progressbar').getAttribute('value')).toBe('10')
  expect(row('Envoi 1').textContent).toContain('Terminé')
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: /^Arrêter.*Envoi 3$/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/30\smessages ne sont pas encore partis/)).toBeTruthy()
  expect(requests(calls, 'stop_campaign')).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Arrêter' }))
  await waitFor(() => expect(requests(calls, 'stop_campaign')).toEqual([{ id: 3 }]))
  await userEvent.click(await screen.findByRole('button', { name: /^Reprendre.*Envoi 2$/ }))
  await waitFor(() => expect(requests(calls, 'resume_campaign')).toEqual([{ id: 2 }]))
})

test('a mailing that stopped because its list is gone says so, and one that somebody stopped does not', async () => {
  const gone = campaign(2, { state: 'stopped', stopped_at: 0, list_gone: true })
  open(false, { campaigns: () => [campaign(1, { state: 'stopped', stopped_at: 0 }), gone] })
  await screen.findByRole('table')
  expect(row('Envoi 2').textContent).toContain('sa liste ne peut plus être établie')
  expect(row('Envoi 1').textContent).not.toContain('sa liste')
})

test('a mailing outside the hours of offers says until when it waits, and only while it does', async () => {
  const waiting = message(1, { context: 'selection', due_at: new Date(2126, 10, 30, 7, 0).getTime() })
  open(false, writingCore([waiting]))
  await screen.findByRole('table')
  await waitFor(() => expect(row('Envoi 3').textContent).toMatch(/attend le 30\/11\/2126\s07:00/))
  expect(row('Envoi 2').textContent).not.toContain('attend')
  cleanup()
  open(false, writingCore([{ ...waiting, failed_because: 'unreachable' }]))
  await screen.findByRole('table')
  expect(row('Envoi 3').textContent).toMatch(/10\ssur\s40\smessages traités/)
})

test('what is to be looked at leads to those messages', async () => {
  const messages = { written: 40, waiting: 0, sent: 37, trouble: 3, blocked: 0, cancelled: 0 }
  open(false, { campaigns: () => [campaign(1, { messages })] })
  await userEvent.click(await screen.findByRole('button', { name: /^3\smessages à reprendre.*Envoi 1$/ }))
  expect(router.page).toEqual({
    name: 'messages',
    state: 'trouble',
    list: 'selection_waiting',
    channel: 'sms',
  })
})

test('what is said of a mailing takes the place of what was said before', async () => {
  open(false)
  await userEvent.click(await screen.findByRole('button', { name: /^Reprendre.*Envoi 2$/ }))
  await waitFor(() => expect(toasts.items.map(({ title }) => title)).toEqual(['Envoi repris']))
  await userEvent.click(await screen.findByRole('button', { name: /^Arrêter.*Envoi 3$/ }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Arrêter' }))
  await waitFor(() => expect(toasts.items.map(({ title }) => title)).toEqual(['Envoi arrêté']))
})

test('a new one says who is kept, who is not and why, and what it costs', async () => {
  const calls = open(true)
  expect(await screen.findByText(/^1\s204$/)).toBeTruthy()
  expect(screen.getByText('accord jamais demandé')).toBeTruthy()
  expect(screen.getByText(/1\s200\sSMS, soit 1\s350\ssegments/)).toBeTruthy()
  expect(screen.getByText(/4\sclients retenus ne recevront rien/)).toBeTruthy()
  // Only templates that are meant for a selection are offered.
  expect(screen.queryByRole('radio', { name: /Votre montre/ })).toBeNull()
  await waitFor(() => expect(screen.getByText('DUPONT', { exact: false })).toBeTruthy())
  expect(requests(calls, 'campaign_preview').at(-1)).toEqual({ query: everyone(''), template: 8 })
  expect(await violations(document.body)).toEqual([])
  await userEvent.type(screen.getByLabelText(/^Filtre/), 'uss')
  await waitFor(() =>
    expect(requests(calls, 'campaign_preview').at(-1)).toEqual({ query: everyone('uss'), template: 8 }),
  )
})

test('nothing leaves before it was asked once more; then the list shows it', async () => {
  const calls = open(true)
  await userEvent.click(await screen.findByRole('radio', { name: /Ventes privées/ }))
  const lists = screen.getByLabelText<HTMLSelectElement>('Destinataires')
  // happy-dom does not know which option is `:checked`, which Svelte asks it.
  vi.spyOn(lists, 'querySelector').mockImplementation((): Element | null => lists.selectedOptions[0] ?? null)
  await userEvent.selectOptions(lists, '4')
  await userEvent.click(await screen.findByRole('button', { name: /^Envoyer à 1\s200\sclients/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Annuler' }))
  expect(requests(calls, 'start_campaign')).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Envoyer' }))
  await waitFor(() =>
    expect(requests(calls, 'start_campaign')).toEqual([
      { name: 'Ventes privées', query: list.query, template: 9 },
    ]),
  )
  expect(await screen.findByText('En préparation')).toBeTruthy()
  expect(toasts.items[0]?.title).toBe('L’envoi est lancé')
})

test('where nobody may receive it nothing can be sent', async () => {
  open(true, { campaign_preview: () => previewed({ kept: 4, undeliverable: 4, example: null }) })
  expect(
    (await screen.findByRole<HTMLButtonElement>('button', { name: 'Personne à qui écrire' })).disabled,
  ).toBe(true)
})

test('a refusal of the core is said, beside the name if it is about it', async () => {
  open(true, {
    start_campaign: () => {
      throw refusal('name_missing')
    },
  })
  const name = await screen.findByLabelText<HTMLInputElement>(/^Nom de l’envoi/)
  await waitFor(() => expect(name.value).toBe('Journées Or'))
  await userEvent.clear(name)
  await userEvent.click(await screen.findByRole('button', { name: /^Envoyer à/ }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Envoyer' }))
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
})
