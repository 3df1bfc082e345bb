// « Suspendre », « Renouveler », « Remise », « Parrainage », « Récompense » and « Export CSV », as somebody at the counter meets them.
import { cleanup, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Delivery, SponsorshipRow } from '$lib/api'
import { type Answers, refusal, requests } from '$lib/api/testing'
import { language } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import type { Dealing } from './subscriptions/dealing.svelte'
import { grandmother, hugo, preview, subscription } from './subscriptions/fixture'
import {
  choose,
  chosenIn,
  escape,
  focused,
  opening,
  retype,
  ruled,
  TODAY,
  typedIn,
  wrong,
} from './subscriptions/opening'

const sponsorship: SponsorshipRow = {
  id: 41,
  role: 'sponsored',
  other: { ...grandmother, number: 12, name: 'MARTIN Hugo' },
  on_day: '2026-10-01',
  reward: '',
  rewarded_on: null,
  may_reward: true,
}
const delivery: Delivery = {
  id: 51,
  subscription: null,
  recipient: 7,
  due_on: '2026-11-29',
  content: 'Montre révisée',
  copies: 1,
  state: 'handed_over',
  address: '',
  town: '',
  note: '',
}
const suspended = { ...subscription, state: 'suspended' as const, ends_on: '2027-06-14' }
const exporting: Dealing = {
  what: 'export',
  table: { window: 'deliveries', number: 7, sort: { column: 'date', descending: true } },
}
const refusing = (thrown: unknown) => () => {
  throw thrown
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: TODAY })
})
afterEach(async () => {
  cleanup()
  toasts.clear()
  vi.useRealTimers()
  await language.use('fr')
})

const empty = { rows: [], total: 0, next: null, barred: null }
const held: Answers = {
  invoices_page: () => empty,
  renewal_preview: () => preview,
  held_subscriptions: () => [],
}
const all: [string, Dealing, string | null][] = [
  ['Ajouter un règlement', { what: 'pay', invoice: null }, 'Montant'],
  ['Suspendre', { what: 'suspend', subscription }, 'Dernier jour'],
  ['Renouveler', { what: 'renew', subscription: 3 }, 'Renouveler'],
  ['Ajouter une remise', { what: 'deliver' }, 'Contenu *(obligatoire)'],
  ['Ajouter un parrainage', { what: 'sponsor' }, null],
  ['Donner la récompense', { what: 'reward', sponsorship }, 'Récompense *(obligatoire)'],
  ['Exporter\u00a0: Livraisons', exporting, 'Motif de l’export *(obligatoire)'],
]
test.each(all)(
  '« %s » takes the keyboard, can be told, and Échap closes it without a write',
  async (...of) => {
    const [title, dealing, first] = of
    const { calls, root, isOpen } = await opening(dealing, held)
    expect(await screen.findByRole('dialog', { name: title })).toBe(root)
    if (first !== null) await waitFor(() => expect(focused()).toBe(first))
    expect(await violations(document.body)).toEqual([])
    await escape(root)
    expect(isOpen()).toBe(false)
    expect(calls.map(({ command }) => command).filter((command) => !(command in held))).toEqual([])
  },
)

test('a subscription is suspended by its last day and Entrée; the new end is said', async () => {
  const { calls, isOpen } = await opening({ what: 'suspend', subscription }, { suspend: () => suspended })
  expect(screen.getByText(/«\sLa Gazette\s», du 01\/06\/2026 au 31\/05\/2027\./)).toBeTruthy()
  expect(typedIn('Premier jour')).toBe('29/11/2026')
  await userEvent.keyboard('12/12/2026{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'suspend')).toEqual([{ id: 3, from: '2026-11-29', until: '2026-12-12' }])
  expect(toasts.items.at(-1)).toMatchObject({
    title: 'Abonnement suspendu',
    text: 'Il finit maintenant le 14/06/2027.',
  })
})

test('one that is to come is suspended from its first day on, not from today', async () => {
  await opening({ what: 'suspend', subscription: { ...subscription, starts_on: '2027-01-01' } })
  expect(typedIn('Premier jour')).toBe('01/01/2027')
})

test('days that will not do are kept, and the reason is said of those that were typed', async () => {
  const { calls } = await opening(
    { what: 'suspend', subscription },
    { suspend: refusing(ruled('days_unfit')) },
  )
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(wrong('Dernier jour')).toMatch(/^Indiquez une date/))
  expect([focused(), requests(calls, 'suspend')]).toEqual(['Dernier jour', []])
  await userEvent.keyboard('20/11/2026{Enter}')
  await waitFor(() =>
    expect(wrong('Dernier jour')).toMatch(/La fin vient avant le début\. Corrigez les dates/),
  )
  await retype('Dernier jour', '20/11/2036{Enter}')
  await waitFor(() => expect(wrong('Dernier jour')).toMatch(/elles sortent de l’abonnement.*Choisissez-en/))
  expect([typedIn('Premier jour'), typedIn('Dernier jour')]).toEqual(['29/11/2026', '20/11/2036'])
})

test('a suspension is lifted from there; its refusal is not laid at the door of another field', async () => {
  const suspensions = [
    { id: 60, from: '2026-08-01', until: '2026-08-31' },
    { id: 61, from: '2026-11-20', until: '2026-12-05' },
    { id: 62, from: '2027-02-01', until: '2027-02-15' },
  ]
  let refused = true
  const { calls, isOpen } = await opening(
    { what: 'suspend', subscription: { ...suspended, suspensions } },
    {
      end_suspension: () => {
        if (refused) throw ruled('days_unfit')
        return subscription
      },
    },
  )
  expect(screen.queryByText(/01\/08\/2026/)).toBeNull()
  const lift = button('Lever')
  expect(document.getElementById(lift.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Suspendu du 01/02/2027 au 15/02/2027',
  )
  await userEvent.click(lift)
  expect((await screen.findByRole('alert')).textContent).toMatch(/Rien n’a été enregistré/)
  expect(wrong('Dernier jour')).toBe('')
  refused = false
  await userEvent.click(button('Reprendre aujourd’hui'))
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'end_suspension')).toEqual([
    { id: 62, on: null },
    { id: 61, on: null },
  ])
  expect(toasts.items.at(-1)?.title).toBe('Suspension levée')
})

test('a renewal says its days and its price before Entrée makes it; a refusal can be tried again', async () => {
  const answers = [refusing(refusal('file_busy')), () => ({ ...subscription, ends_on: '2028-05-31' })]
  const { calls, isOpen } = await opening(
    { what: 'renew', subscription: 3 },
    { renewal_preview: () => preview, renew: () => (answers.shift() ?? refusing(refusal('internal')))() },
  )
  const will = within(await screen.findByRole('region', { name: 'Ce qui sera créé' }))
  expect(will.getByText('du 01/12/2026 au 30/11/2027')).toBeTruthy()
  expect(will.getByText(/^49,00\s€$/)).toBeTruthy()
  await waitFor(() => expect(focused()).toBe('Renouveler'))
  await userEvent.keyboard('{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/puis réessayez/)
  await waitFor(() => expect(focused()).toBe('Renouveler'))
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'renew')).toEqual([{ id: 3 }, { id: 3 }])
  expect(toasts.items.at(-1)?.text).toBe('La Gazette, jusqu’au 31/05/2028')
})

test('a renewal that a rule refuses says so, and cannot be made', async () => {
  const refused = { ...preview, refused: 'already_renewed' as const }
  await opening({ what: 'renew', subscription: 3 }, { renewal_preview: () => refused })
  expect((await screen.findByRole('alert')).textContent).toMatch(/^ ?Cet abonnement est déjà renouvelé\. ?$/)
  expect(button('Renouveler').disabled).toBe(true)
})

test('a handover needs its content; Entrée adds it, from the list of states too', async () => {
  const { calls, isOpen } = await opening({ what: 'deliver' }, { add_delivery: () => delivery })
  expect(screen.getByText('Ce qui est remis ou livré à M. DUPRAT Hugo, hors abonnement.')).toBeTruthy()
  expect(chosenIn('État')).toBe('Remise en main propre')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(wrong('Contenu *(obligatoire)')).toMatch(/Ce champ est vide/))
  expect(requests(calls, 'add_delivery')).toEqual([])
  await userEvent.keyboard(' Montre révisée ')
  await choose('État', 'Prévue')
  await retype('Date', '1/12/2026')
  await userEvent.type(screen.getByLabelText('Note'), 'Boutique')
  screen.getByLabelText('État').focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'add_delivery')).toEqual([
    {
      recipient: 7,
      due_on: '2026-12-01',
      content: 'Montre révisée',
      copies: 1,
      state: 'planned',
      note: 'Boutique',
    },
  ])
})

test('what the core refuses of a handover stands where it can be mended, and what was typed stays', async () => {
  const refusals = [ruled('copies_unfit'), ruled('day_in_future'), ruled('tiers_never_benefits')]
  await opening({ what: 'deliver' }, { add_delivery: () => refusing(refusals.shift())() })
  await userEvent.keyboard('Catalogue')
  await retype('Exemplaires', '20000{Enter}')
  await waitFor(() => expect(wrong('Exemplaires')).toMatch(/va de 1 à 10\s000/))
  expect([focused(), screen.queryByRole('alert')]).toEqual(['Exemplaires', null])
  await retype('Date', '30/11/2026{Enter}')
  await waitFor(() => expect(wrong('Date')).toMatch(/n’est pas encore passée/))
  await userEvent.keyboard('{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/Un tiers paie, mais ne reçoit rien/)
  expect([typedIn('Exemplaires'), typedIn('Date')]).toEqual(['20000', '30/11/2026'])
})

test('a sponsor is chosen in the picker; a refusal is said at its field, and the picker stays for another choice', async () => {
  const { client } = hugo
  const line = { ...client, number: 12, last_name: 'Martin', inactive: false, opened_at: null }
  let refused = true
  const { calls, isOpen } = await opening(
    { what: 'sponsor' },
    {
      recent_clients: () => [{ ...line, number: 7 }, line],
      search_clients: () => ({
        total: 0,
        total_exact: true,
        hidden_inactive: 0,
        hidden_exact: true,
        near: [],
        subscription: null,
        invoice: null,
        clients: [],
      }),
      add_sponsorship: () => {
        if (refused) throw ruled('no_sponsor')
        return {
          id: 42,
          sponsor: 12,
          sponsored: 7,
          on_day: '2026-11-29',
          subscription: null,
          reward: '',
          rewarded_on: null,
        }
      },
    },
  )
  await userEvent.click(screen.getByRole('radio', { name: 'Quelqu’un a amené M. DUPRAT Hugo' }))
  await userEvent.keyboard('{Enter}')
  const picker = within(await screen.findByRole('dialog', { name: 'Choisir le parrain' }))
  expect(await picker.findAllByRole('radio')).toHaveLength(1)
  const field = picker.getByRole('textbox')
  await userEvent.click(picker.getByRole('button', { name: 'Choisir' }))
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  const note = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toMatch(/Ce type de contact ne parraine pas\. .* Rien n’a été enregistré\./)
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(isOpen()).toBe(true)
  await userEvent.keyboard('m')
  await waitFor(() => expect(field.hasAttribute('aria-invalid')).toBe(false))
  await userEvent.keyboard('{Backspace}')
  await picker.findAllByRole('radio')
  refused = false
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'add_sponsorship')).toEqual([
    { sponsor: 12, sponsored: 7 },
    { sponsor: 12, sponsored: 7 },
  ])
})

test('a reward is what was given and when; a refusal keeps both', async () => {
  const refusals = [ruled('day_in_future'), ruled('not_subscribed_yet')]
  const { calls, isOpen } = await opening(
    { what: 'reward', sponsorship },
    {
      give_reward: ({ id, reward, on }) => {
        const refused = refusals.shift()
        if (refused) throw refused
        return {
          id,
          sponsor: 7,
          sponsored: 12,
          on_day: '2026-10-01',
          subscription: 3,
          reward,
          rewarded_on: on,
        }
      },
    },
  )
  expect(screen.getByText('Pour avoir amené MARTIN Hugo.')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(wrong('Récompense *(obligatoire)')).toMatch(/Ce champ est vide/))
  await userEvent.keyboard('Bon d’achat')
  await retype('Remise le', '30/11/2026{Enter}')
  await waitFor(() => expect(wrong('Remise le')).toMatch(/n’est pas encore passée/))
  await retype('Remise le', '29/11/2026{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/n’a pas encore d’abonnement payant/)
  expect([typedIn('Récompense *(obligatoire)'), wrong('Remise le')]).toEqual(['Bon d’achat', ''])
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'give_reward').at(-1)).toEqual({ id: 41, reward: 'Bon d’achat', on: '2026-11-29' })
  expect(toasts.items.at(-1)?.text).toBe('Bon d’achat')
})

test('a window leaves with a purpose: Entrée says when it is missing, and a failed export keeps it', async () => {
  let full = true
  const { calls, isOpen } = await opening(exporting, {
    manager: () => ({ set: false, unlocked_until: null, wait: 0 }),
    export_table: ({ path }) => {
      if (full) throw refusal('disk_full')
      return { export: 1, path, kept: 2, excluded: [], sha256: '', replaced: [] }
    },
  })
  await userEvent.keyboard('{Enter}')
  await waitFor(() =>
    expect(wrong('Motif de l’export *(obligatoire)')).toBe('Indiquez le motif de l’export.'),
  )
  expect([focused(), requests(calls, 'export_table')]).toEqual(['Motif de l’export *(obligatoire)', []])
  await userEvent.keyboard('Contrôle{Enter}')
  await waitFor(() => expect(toasts.items.at(-1)?.title).toMatch(/Le disque est plein/))
  expect([isOpen(), typedIn('Motif de l’export *(obligatoire)')]).toEqual([true, 'Contrôle'])
  full = false
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'export_table').at(-1)).toMatchObject({
    table: { number: 7, window: 'deliveries', sort: { column: 'date', descending: true } },
    language: 'fr',
    purpose: 'Contrôle',
    path: '/tmp/livraisons-7-2026-11-29.csv',
  })
})

test('all of it speaks English too, amounts included', async () => {
  await language.use('en')
  const { root } = await opening(
    { what: 'pay', invoice: null },
    {
      ...held,
      invoices_page: () => ({
        rows: [
          {
            id: 20,
            kind: 'invoice',
            number: 'F-2026-0020',
            issued_on: '2026-06-01',
            total: 123_450,
            due: 123_450,
            state: 'due',
          },
        ],
        total: 1,
        next: null,
        barred: null,
      }),
    },
  )
  await waitFor(() => expect(focused()).toBe('Amount'))
  expect([typedIn('Amount'), chosenIn('Invoice')]).toEqual(['1234.50', 'F-2026-0020, €1,234.50 to be paid'])
  await userEvent.keyboard('x{Enter}')
  await waitFor(() => expect(wrong('Amount')).toBe('Enter an amount, for example 49.00.'))
  expect(within(root).getByRole('button', { name: 'Record the payment' })).toBeTruthy()
})
