// « Avoir », « Règlement » and « Résilier », as somebody at the counter meets them.
import { cleanup, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Invoice, InvoiceRow, Payment, TerminationPreview } from '$lib/api'
import { refusal, requests } from '$lib/api/testing'
import { toasts } from '$lib/state/toasts.svelte'
import { subscription } from './subscriptions/fixture'
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

const invoice: Invoice = {
  id: 20,
  kind: 'invoice',
  number: 'F-2026-0007',
  payer: 7,
  issued_on: '2026-06-01',
  corrects: null,
  corrects_number: null,
  addressee: 'DUPRAT Jeanne',
  lines: [],
  vat: [],
  total: 4900,
  vat_total: 101,
  paid: 0,
  credited: 0,
  due: 4900,
  state: 'due',
  operator: 'Marie',
}
const creditNote: Invoice = { ...invoice, id: 21, kind: 'credit', number: 'A-2026-0002', total: -4900 }
const payment: Payment = {
  id: 31,
  payer: 7,
  invoice: 20,
  paid_on: '2026-11-29',
  mode: 'card',
  amount: 4900,
  note: '',
  reverses: null,
  reversed_by: null,
  operator: 'Marie',
}
const unpaid = (id: number, more: Partial<InvoiceRow> = {}): InvoiceRow => ({
  id,
  kind: 'invoice',
  number: `F-2026-${String(id).padStart(4, '0')}`,
  issued_on: '2026-06-01',
  total: 4900,
  due: 4900,
  state: 'due',
  ...more,
})
const due = (...rows: InvoiceRow[]) => ({
  invoices_page: () => ({ rows, total: rows.length, next: null, barred: null }),
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: TODAY })
})
afterEach(() => {
  cleanup()
  toasts.clear()
  vi.useRealTimers()
})

test('a credit note proposes all that is left, and Entrée issues it', async () => {
  const { calls, isOpen } = await opening(
    { what: 'credit', invoice: 20 },
    { invoice: () => ({ ...invoice, credited: 900 }), credit_invoice: () => creditNote },
  )
  expect(await screen.findByText(/Facture F-2026-0007 du 01\/06\/2026, 49,00\s€\./)).toBeTruthy()
  await waitFor(() => expect(focused()).toBe('Montant de l’avoir'))
  expect(typedIn('Montant de l’avoir')).toBe('40,00')
  expect(screen.getByText(/Au plus 40,00\s€\./)).toBeTruthy()
  await userEvent.keyboard('15,5{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'credit_invoice')).toEqual([{ id: 20, amount: 1550, reason: '' }])
  expect(toasts.items.at(-1)).toMatchObject({ title: 'Avoir A-2026-0002 émis', text: '\u221249,00\u00a0€' })
})

test('a credit note that cannot be keeps what was typed, and says how much it may be', async () => {
  let left = 4900
  const { calls } = await opening(
    { what: 'credit', invoice: 20 },
    {
      invoice: () => ({ ...invoice, credited: 4900 - left }),
      credit_invoice: () => {
        throw ruled('nothing_to_refund')
      },
    },
  )
  await waitFor(() => expect(focused()).toBe('Montant de l’avoir'))
  await userEvent.keyboard('quarante')
  await userEvent.type(screen.getByLabelText('Motif'), 'Erreur de prix{Enter}')
  await waitFor(() => expect(focused()).toBe('Montant de l’avoir'))
  expect(wrong('Montant de l’avoir')).toBe('Indiquez un montant, par exemple 49,00.')
  expect(requests(calls, 'credit_invoice')).toEqual([])

  // Somebody else credited it meanwhile: the whole of what was left is not taken for the whole of what is.
  left = 2042
  await retype('Montant de l’avoir', '49{Enter}')
  await waitFor(() => expect(wrong('Montant de l’avoir')).toMatch(/au plus 20,42\s€\. Corrigez le montant\./))
  expect(requests(calls, 'credit_invoice')).toEqual([{ id: 20, amount: 4900, reason: 'Erreur de prix' }])
  expect([typedIn('Montant de l’avoir'), typedIn('Motif')]).toEqual(['49', 'Erreur de prix'])
})

test('a credit note is not lost with a full disk, and an invoice that is gone is not credited', async () => {
  const { root, isOpen } = await opening(
    { what: 'credit', invoice: 20 },
    {
      invoice: () => invoice,
      credit_invoice: () => {
        throw refusal('disk_full')
      },
    },
  )
  await waitFor(() => expect(focused()).toBe('Montant de l’avoir'))
  await userEvent.keyboard('{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/Libérez de la place, puis réessayez/)
  expect(typedIn('Montant de l’avoir')).toBe('49,00')
  await escape(root)
  expect(isOpen()).toBe(false)
  cleanup()

  await opening(
    { what: 'credit', invoice: 20 },
    {
      invoice: () => {
        throw refusal('invoice_not_found')
      },
    },
  )
  expect((await screen.findByRole('alert')).textContent).toMatch(/Cette facture n’existe pas/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Émettre l’avoir' }).disabled).toBe(true)
})

test('every unpaid invoice can be paid, however many were paid since; the newest is proposed', async () => {
  const old = unpaid(1, { issued_on: '2019-03-01', due: 1200, state: 'partly_paid' })
  const owed = [...Array.from({ length: 60 }, (_, index) => unpaid(100 + index)), old]
  const paid = Array.from({ length: 80 }, (_, index) => unpaid(300 + index, { due: 0, state: 'paid' }))
  const all = [...owed, ...paid]
  const { calls } = await opening(
    { what: 'pay', invoice: null },
    {
      invoices_page: ({ after, limit }) => {
        const from = after ?? 0
        return { rows: all.slice(from, from + limit), total: all.length, next: from + limit, barred: null }
      },
    },
  )
  const list = await screen.findByLabelText<HTMLSelectElement>('Facture')
  expect(list.options).toHaveLength(62)
  expect(chosenIn('Facture')).toMatch(/^F-2026-0159, 49,00\s€ à régler$/)
  expect([...list.options].slice(-2).map((option) => option.textContent.replace(/\s/g, ' '))).toEqual([
    'F-2026-0001, 12,00 € à régler',
    'Aucune : à garder en compte',
  ])
  // The first page that holds a paid one is the last that is read.
  expect(requests(calls, 'invoices_page').map(({ sort, after }) => [sort.column, after])).toEqual([
    ['state', null],
    ['state', 50],
  ])
})

test('a payment says what it leaves or gives too much, and Entrée in a list of choices records it', async () => {
  const { calls, isOpen } = await opening(
    { what: 'pay', invoice: 20 },
    { ...due(unpaid(22), unpaid(20)), record_payment: () => payment },
  )
  await waitFor(() => expect(focused()).toBe('Montant'))
  expect([typedIn('Montant'), typedIn('Date')]).toEqual(['49,00', '29/11/2026'])
  const said = within(screen.getByText('La facture sera payée.'))
  expect(screen.getAllByRole('status')).toContain(screen.getByText('La facture sera payée.'))
  await userEvent.keyboard('60')
  expect(said.getByText(/11,00\s€ de trop resteront à son crédit/)).toBeTruthy()
  await retype('Montant', '20')
  expect(said.getByText(/Il restera 29,00\s€ à régler/)).toBeTruthy()
  await choose('Mode', 'Chèque')
  screen.getByLabelText('Mode').focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'record_payment')).toEqual([
    { payer: 7, invoice: 20, paid_on: '2026-11-29', mode: 'cheque', amount: 2000, note: '' },
  ])
  expect(toasts.items.at(-1)?.title).toBe('Règlement enregistré')
})

test('a payment on a day that was typed short shows which day was understood before it is recorded', async () => {
  const { calls, isOpen } = await opening(
    { what: 'pay', invoice: 20 },
    { ...due(unpaid(20)), record_payment: () => payment },
  )
  await waitFor(() => expect(focused()).toBe('Montant'))
  await retype('Date', '28/11{Enter}')
  expect([typedIn('Date'), focused()]).toEqual(['28/11/2026', 'Date'])
  expect(screen.getAllByText('Date lue : 28/11/2026. Appuyez sur Entrée pour continuer.')).toHaveLength(2)
  expect(requests(calls, 'record_payment')).toEqual([])
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(isOpen()).toBe(false))
  expect(requests(calls, 'record_payment')).toMatchObject([{ paid_on: '2026-11-28' }])
})

test('another invoice proposes what is due of it, but never over an amount that was typed', async () => {
  await opening({ what: 'pay', invoice: 20 }, due(unpaid(20), unpaid(18, { due: 1250 })))
  await waitFor(() => expect(typedIn('Montant')).toBe('49,00'))
  await choose('Facture', '18')
  expect(typedIn('Montant')).toBe('12,50')
  await choose('Mode', 'Remboursement')
  expect(typedIn('Montant')).toBe('')
  await userEvent.type(screen.getByLabelText('Montant'), '7')
  await choose('Facture', '20')
  await choose('Mode', 'Espèces')
  expect(typedIn('Montant')).toBe('7')
})

test('what is wrong with a payment stands under its field, which has the keyboard', async () => {
  const refusals = [ruled('day_in_future'), ruled('nothing_to_refund')]
  const { calls } = await opening(
    { what: 'pay', invoice: 20 },
    {
      ...due(unpaid(20)),
      record_payment: () => {
        throw refusals.shift() ?? refusal('internal')
      },
    },
  )
  await waitFor(() => expect(focused()).toBe('Montant'))
  await userEvent.keyboard('0')
  await retype('Date', '31/02/2026{Enter}')
  await waitFor(() => expect(focused()).toBe('Montant'))
  expect(wrong('Montant')).toBe('Indiquez un montant, par exemple 49,00.')
  expect(wrong('Date')).toBe('Indiquez une date, par exemple 25/05/2026.')
  expect(requests(calls, 'record_payment')).toEqual([])

  await retype('Montant', '50')
  await userEvent.type(screen.getByLabelText('Note'), 'Guichet')
  await retype('Date', '30/11/2026{Enter}')
  await waitFor(() => expect(wrong('Date')).toMatch(/Choisissez aujourd’hui, ou un jour d’avant/))
  expect([focused(), wrong('Montant')]).toEqual(['Date', ''])
  await retype('Date', '29/11/2026{Enter}')
  await waitFor(() => expect(wrong('Montant')).toMatch(/Il n’y a pas autant à rendre\. Vérifiez le montant/))
  expect([focused(), wrong('Date'), screen.queryByRole('alert')]).toEqual(['Montant', '', null])
  expect([typedIn('Montant'), typedIn('Note')]).toEqual(['50', 'Guichet'])
})

test('without an invoice a payment stands on account; whom a rule forbids to pay is told so', async () => {
  const { calls } = await opening(
    { what: 'pay', invoice: null },
    {
      ...due(),
      record_payment: () => {
        throw ruled('paye_par_never_invoiced')
      },
    },
  )
  await waitFor(() => expect(focused()).toBe('Montant'))
  expect(chosenIn('Facture')).toMatch(/^Aucune\s: à garder en compte$/)
  await userEvent.keyboard('30{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /n’est jamais facturé\. Choisissez qui paie pour lui\. Rien n’a été enregistré\./,
  )
  expect(requests(calls, 'record_payment')).toMatchObject([{ invoice: null, amount: 3000 }])
  expect(typedIn('Montant')).toBe('30')
})

test('invoices that cannot be read are said in their place, and nothing is paid blindly', async () => {
  const { root, isOpen } = await opening(
    { what: 'pay', invoice: 20 },
    {
      invoices_page: () => {
        throw refusal('file_unreadable')
      },
    },
  )
  expect((await screen.findByRole('alert')).textContent).toMatch(/Vérifiez le disque/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Enregistrer le règlement' }).disabled).toBe(
    true,
  )
  await escape(root)
  expect(isOpen()).toBe(false)
})

const ending = { what: 'terminate', subscription: 3 } as const
const toEnd = (on: string | null, more: Partial<TerminationPreview> = {}): TerminationPreview => ({
  subscription,
  on: on ?? '',
  left: 5,
  of: 12,
  issues: true,
  invoiced: 4900,
  refund: on === '2026-11-29' ? 2042 : 1634,
  renewals: [],
  refused: null,
  ...more,
})

test('a subscription is not ended on another day before it was said what that gives back', async () => {
  let answer = () => {}
  const { calls } = await opening(ending, {
    held_subscriptions: () => [{ ...subscription, id: 2, state: 'ended' }, subscription],
    termination_preview: ({ on }) =>
      on === '2026-11-29'
        ? toEnd(on)
        : new Promise((resolve) => {
            answer = () => resolve(toEnd(on))
          }),
    terminate: () => ({ subscription, credit_note: null, refund: 0, renewals: [] }),
  })
  expect(await screen.findByText(/Un avoir de 20,42\s€ sera émis au nom de DUPRAT Jeanne/)).toBeTruthy()
  expect(focused()).toBe('Abonnement')
  expect(screen.getByLabelText<HTMLSelectElement>('Abonnement').options).toHaveLength(1)
  await retype('Dernier jour servi', '31/12/2026{Enter}')
  expect(requests(calls, 'terminate')).toEqual([])
  answer()
  await userEvent.click(await screen.findByRole('checkbox', { name: /Rembourser 16,34\s€, au prorata/ }))
  expect(screen.getByText('Aucun avoir ne sera émis.')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Motif'), 'Prix{Enter}')
  await waitFor(() => expect(requests(calls, 'terminate')).toHaveLength(1))
  expect(requests(calls, 'terminate')).toEqual([{ id: 3, on: '2026-12-31', reason: 'Prix', refund: false }])
})

test('a day that was typed short is written whole and told about before anything ends', async () => {
  const { calls } = await opening(ending, {
    held_subscriptions: () => [subscription],
    termination_preview: ({ on }) => toEnd(on),
    terminate: () => ({ subscription, credit_note: null, refund: 0, renewals: [] }),
  })
  await screen.findByText(/Un avoir de 20,42/)
  const end = screen.getByRole<HTMLButtonElement>('button', { name: 'Résilier' })
  const ready = () => [end.disabled, end.getAttribute('aria-busy')]
  expect(ready()).toEqual([false, 'false'])
  await retype('Dernier jour servi', '31/12')
  expect(ready()).toEqual([true, 'true'])
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText(/Un avoir de 16,34/)).toBeTruthy()
  expect([typedIn('Dernier jour servi'), focused()]).toEqual(['31/12/2026', 'Dernier jour servi'])
  expect(screen.getAllByText('Date lue : 31/12/2026. Appuyez sur Entrée pour continuer.')).toHaveLength(2)
  expect(ready()).toEqual([false, 'false'])
  expect(requests(calls, 'termination_preview').map(({ on }) => on)).toEqual(['2026-11-29', '2026-12-31'])
  expect(requests(calls, 'terminate')).toEqual([])
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(requests(calls, 'terminate')).toMatchObject([{ on: '2026-12-31' }]))
})

test('a day that will not do is said under it, until another is typed', async () => {
  const { calls } = await opening(ending, {
    held_subscriptions: () => [subscription],
    termination_preview: ({ on }) => toEnd(on),
    terminate: () => {
      throw ruled('already_delivered')
    },
  })
  await screen.findByRole('region', { name: 'Ce qui se passera' })
  await userEvent.type(screen.getByLabelText('Motif'), 'Prix')
  await retype('Dernier jour servi', 'demain{Enter}')
  await waitFor(() => expect(wrong('Dernier jour servi')).toMatch(/^Indiquez une date/))
  expect(requests(calls, 'terminate')).toEqual([])
  await retype('Dernier jour servi', '01/12/2026')
  const end = screen.getByRole<HTMLButtonElement>('button', { name: 'Résilier' })
  await waitFor(() => expect(end.disabled).toBe(false))
  await userEvent.keyboard('{Enter}')
  await waitFor(() =>
    expect(wrong('Dernier jour servi')).toMatch(/Un numéro a déjà été livré après cette date/),
  )
  expect([focused(), typedIn('Motif')]).toEqual(['Dernier jour servi', 'Prix'])
  await retype('Dernier jour servi', '15/12/2026')
  await waitFor(() => expect(wrong('Dernier jour servi')).toBe(''))
})

test('nothing to end, and what cannot be read, are said rather than waited for', async () => {
  const { root, isOpen } = await opening(ending, {
    held_subscriptions: () => [{ ...subscription, state: 'terminated' }],
    termination_preview: ({ on }) => toEnd(on, { refused: 'already_terminated' }),
  })
  expect(await screen.findByText('Rien à résilier')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Résilier' })).toBeNull()
  await escape(root)
  expect(isOpen()).toBe(false)
  cleanup()

  await opening(ending, {
    held_subscriptions: () => {
      throw refusal('file_busy')
    },
    termination_preview: ({ on }) => toEnd(on),
  })
  expect((await screen.findByRole('alert')).textContent).toMatch(/Un autre programme utilise ce fichier/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Résilier' }).disabled).toBe(true)
})
