import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Commands, GatewayPreset, MailSetupRequest, MessageSetup, SmsSetupRequest } from '$lib/api'
import { answering, type Answers, refusal, requests } from '$lib/api/testing'
import { decidingCore } from '$lib/consents/fixture'
import { TEMPLATES, writingCore } from '$lib/messages/fixture'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import AdministrationPage from './AdministrationPage.svelte'

const setup = (): MessageSetup => ({
  mail: {
    sender_name: '',
    sender_address: 'contact@vaurelle.example',
    reply_to: '',
    unsubscribe: '',
    way: {
      kind: 'smtp',
      host: 'smtp.vaurelle.example',
      port: 465,
      security: 'tls',
      user: 'contact',
      root_certificate: '',
    },
  },
  mail_password: true,
  sms: {
    sender: '',
    stop_text: '',
    hours: { from: 480, to: 1290 },
    way: { kind: 'notebook', folder: '/carnet' },
  },
  sms_secrets: [],
  gateways: [],
  legal_sms_hours: { from: 480, to: 1290 },
})
const laura = {
  number: 7,
  civility: 'Mlle',
  last_name: 'Dupont',
  first_name: 'Laura',
  company: '',
  postcode: '',
  town: '',
  phone: '',
  mobile: '',
  email: '',
  type: 'client' as const,
  professional: false,
  inactive: false,
  opened_at: 1,
}

async function open(more: Answers = {}) {
  let templates = [...TEMPLATES]
  const calls = answering({
    shop_identity: () => ({ name: 'Maison Vaurelle', address: '', rights_contact: '', privacy_notice: '' }),
    ...decidingCore(7),
    ...writingCore(),
    recent_clients: () => [laura],
    templates: () => templates,
    save_template: ({ id, template }) => {
      templates = templates.map((one) => (one.id === id ? { ...one, ...template } : one))
      return templates[0] as (typeof templates)[number]
    },
    set_rgpd_default: () => ({}),
    remove_template: ({ id }) => {
      templates = templates.filter((one) => one.id !== id)
      return {}
    },
    message_setup: setup,
    ...more,
  })
  render(AdministrationPage)
  await userEvent.click(await screen.findByRole('tab', { name: 'Messages' }))
  await screen.findByRole('table', { name: 'Modèles de messages' })
  await screen.findByLabelText('Serveur', { exact: false })
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

test('the templates are listed with what each is for, and nothing stands in the way of assistive technology', async () => {
  await open()
  const lines = within(screen.getByRole('table', { name: 'Modèles de messages' }))
    .getAllByRole('row')
    .slice(1)
  expect(lines).toHaveLength(4)
  expect(lines[1]?.textContent).toContain('RGPD par défaut')
  expect(await violations(document.body)).toEqual([])
})

test('a template is changed with a preview at hand; a field that does not exist is said beside the text', async () => {
  const calls = await open({
    save_template: () => {
      throw { ...refusal('field_unknown'), params: { field: 'pointure', known: 'nom, ville' } }
    },
  })
  await userEvent.click(screen.getByRole('button', { name: 'Votre montre est prête' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('Aperçu pour Mlle DUPONT Laura')).toBeTruthy()
  const body = dialog.getByLabelText<HTMLTextAreaElement>('Texte')
  await userEvent.type(body, ' {{pointure}')
  await userEvent.click(dialog.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(() => expect(body.getAttribute('aria-invalid')).toBe('true'))
  expect(dialog.getByText(/« \{pointure\} » n’existe pas/).textContent).toContain('nom, ville')
  expect(requests(calls, 'save_template')).toMatchObject([
    { id: 3, template: { body: '{nom}, votre montre est prête. {pointure}', purpose: 'technical' } },
  ])
})

test('another RGPD default is one choice away, and a template is deleted only once that was confirmed', async () => {
  const calls = await open()
  await userEvent.click(screen.getByRole('button', { name: 'Actions\u00a0: Demande d’accord' }))
  await userEvent.click(screen.getByRole('menuitem', { name: /par défaut/ }))
  await waitFor(() => expect(requests(calls, 'set_rgpd_default')).toEqual([{ id: 1 }]))
  screen.getByRole('button', { name: 'Votre montre est prête' }).focus()
  await userEvent.keyboard('{Delete}')
  const dialog = within(await screen.findByRole('dialog'))
  expect(requests(calls, 'remove_template')).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Supprimer' }))
  await waitFor(() => expect(requests(calls, 'remove_template')).toEqual([{ id: 3 }]))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Votre montre est prête' })).toBeNull())
})

test('« Tester la connexion » tries what is typed and says beside the field what is wrong', async () => {
  const problems: Commands['test_mail_setup'][1][] = [{ kind: 'password', detail: '535 refused' }, null]
  const calls = await open({ test_mail_setup: () => problems.shift() ?? null })
  await userEvent.type(screen.getByLabelText(/^Mot de passe/), 'secret')
  await userEvent.click(screen.getByRole('button', { name: 'Tester la connexion' }))
  const password = screen.getByLabelText(/^Mot de passe/)
  await waitFor(() => expect(password.getAttribute('aria-invalid')).toBe('true'))
  expect(document.activeElement).toBe(password)
  expect((await screen.findByRole('alert')).textContent).toContain('535 refused')
  expect(requests(calls, 'test_mail_setup')[0]).toMatchObject({ password: 'secret' })
  await userEvent.type(password, '2')
  expect(screen.queryByRole('alert')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Tester la connexion' }))
  expect(await screen.findByText('La connexion fonctionne. Rien n’a été envoyé.')).toBeTruthy()
})

test('what is stored keeps the password out of sight, and leaves it alone unless another is typed', async () => {
  const calls = await open({
    set_mail_setup: ({ setup: mail }: MailSetupRequest) => ({ ...setup(), mail }),
  })
  const form = within(screen.getByRole('form', { name: 'Envoi des mails' }))
  expect(form.getByText('Gardé par le système. Vide : le mot de passe reste le même.')).toBeTruthy()
  const save = form.getByRole<HTMLButtonElement>('button', { name: 'Enregistrer' })
  expect(save.disabled).toBe(true)
  const host = form.getByLabelText(/^Serveur/)
  await userEvent.clear(host)
  await userEvent.type(host, 'mail.vaurelle.example{Enter}')
  await waitFor(() =>
    expect(requests(calls, 'set_mail_setup')).toMatchObject([
      { setup: { way: { host: 'mail.vaurelle.example', port: 465 } }, password: null },
    ]),
  )
})

/** A native list answers with what was chosen: happy-dom does not know which option is `:checked`, which Svelte asks it. */
async function choose(label: string, value: string) {
  const list = screen.getByLabelText<HTMLSelectElement>(label)
  vi.spyOn(list, 'querySelector').mockImplementation((): Element | null => list.selectedOptions[0] ?? null)
  await userEvent.selectOptions(list, value)
}

test('the hours of offers by SMS are narrowed within what the law allows, and never beyond', async () => {
  const calls = await open({ set_sms_setup: ({ setup: sms }: SmsSetupRequest) => ({ ...setup(), sms }) })
  const from = screen.getByLabelText<HTMLSelectElement>('Les offres partent de')
  const to = screen.getByLabelText<HTMLSelectElement>('à')
  expect([from.options[0]?.text, to.options[to.options.length - 1]?.text]).toEqual(['08:00', '21:30'])
  await choose('Les offres partent de', '600')
  await choose('à', '1080')
  await waitFor(() => expect(from.options[from.options.length - 1]?.text).toBe('17:30'))
  await userEvent.click(within(screen.getByRole('form', { name: 'Envoi des SMS' })).getByText('Enregistrer'))
  await waitFor(() =>
    expect(requests(calls, 'set_sms_setup')).toMatchObject([{ setup: { hours: { from: 600, to: 1080 } } }]),
  )
})

test('a gateway says which of its words nobody verified', async () => {
  const ovh: GatewayPreset = {
    code: 'ovh',
    name: 'OVHcloud',
    documentation: 'https://passerelle.example/documentation',
    read_on: '2026-11-28',
    verified: '',
    unverified: '',
    unverified_parts: ['answer', 'clock'],
    fields: [],
    adds_stop: true,
    added_stop: 'STOP au 36180',
    request: {
      url: 'https://passerelle.example/envoi',
      method: 'post',
      headers: [],
      content: 'json',
      body: {},
      nature: { commercial: null, other: null },
      coding: { gsm7: null, ucs2: null },
      signature: 'none',
      success: [],
      refusals: [],
      receipt: '',
      said: '',
    },
  }
  await open({ message_setup: () => ({ ...setup(), gateways: [ovh] }) })
  await choose('Les SMS partent', 'ovh')
  const said = await screen.findByText(/^Non vérifié/)
  expect(said.textContent).toContain('ce qu’elle répond')
  expect(said.textContent).toContain('horloge')
  expect(said.textContent).not.toContain('refus')
})
