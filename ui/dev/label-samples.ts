// What the labels of two of the stand-in's records say: Laura's as in the drawing, and one that needs care.
import type {
  BankAccount,
  Carriage,
  ClientNote,
  DeliveryAddress,
  FollowUp,
  Incident,
  ManagerNote,
} from '../src/lib/api/bindings'

export interface Sheet {
  codes: number[]
  account: (BankAccount & { whole: string }) | null
  balance: number | null
  incidents: Incident[]
  followUps: FollowUp[]
  carriage: Carriage | null
  addresses: DeliveryAddress[]
  note: ManagerNote
  notes: ClientNote[]
}

export const DAY = 86_400_000
export const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10)

export const EMPTY: Sheet = {
  codes: [],
  account: null,
  balance: null,
  incidents: [],
  followUps: [],
  carriage: null,
  addresses: [],
  note: { revision: 0, text: '', operator: '', updated_at: null },
  notes: [],
}

const place = (id: number, town: string, postcode: string, line: string): DeliveryAddress => ({
  id,
  revision: 1,
  address: {
    addressee: '',
    address_1: line,
    address_2: '',
    address_3: '',
    postcode,
    town,
    country: 'France',
  },
  period: { from: null, until: null },
})

export const laura = (): Sheet => ({
  ...EMPTY,
  codes: [1, 2],
  account: {
    revision: 1,
    holder: 'Mlle DUPONT Laura',
    whole: 'FR7630006000011234567890189',
    iban: 'FR76 •••• •••• 0189',
    bic: 'AGRIFRPP',
    mandate_reference: 'VAURELLE-0007',
    mandate_on: day(640),
  },
  balance: 4900,
  followUps: [
    {
      id: 1,
      revision: 1,
      what: 'Rappeler, bracelet',
      due_on: day(-2),
      done_on: null,
      operator: 'Claire V.',
    },
    { id: 2, revision: 1, what: 'Devis de gravure', due_on: day(90), done_on: day(88), operator: 'Sofiane' },
  ],
  carriage: { revision: 1, mode: 'collected', round: '', rank: null, depositary: '', instruction: '' },
  addresses: [
    {
      ...place(2, 'MEYMAC', '19250', 'Chez Mme DUPONT, 3 place de la Fontaine'),
      period: { from: '2026-07-01', until: '2026-08-31' },
    },
    place(1, 'USSEL', '19200', '14 rue de la Liberté'),
  ],
  notes: [
    {
      id: 2,
      revision: 1,
      at: Date.now() - 9 * DAY,
      corrected_at: null,
      operator: 'Claire V.',
      text: "Parrain : M. DUPONT. Cherche une montre pour les trente ans de son frère, budget d'environ 400 €.",
    },
    {
      id: 1,
      revision: 2,
      at: Date.now() - 200 * DAY,
      corrected_at: Date.now() - 199 * DAY,
      operator: 'Sofiane',
      text: 'Préfère être appelée après 18 h.',
    },
  ],
  note: {
    revision: 1,
    text: 'Cliente fidèle, remise de 5 % sur les révisions.',
    operator: 'Claire V.',
    updated_at: Date.now() - 30 * DAY,
  },
})

export const agnes = (): Sheet => ({
  ...EMPTY,
  codes: [1, 2, 3, 4, 5],
  incidents: [
    {
      id: 1,
      revision: 1,
      kind: 'mail_returned',
      on: day(12),
      note: 'NPAI, « destinataire inconnu à l’adresse ».',
      closed_on: null,
      operator: 'Sofiane',
    },
    {
      id: 2,
      revision: 1,
      kind: 'unpaid',
      on: day(200),
      note: '',
      closed_on: day(180),
      operator: 'Claire V.',
    },
  ],
  followUps: [
    {
      id: 3,
      revision: 1,
      what: 'Demander la nouvelle adresse',
      due_on: day(5),
      done_on: null,
      operator: 'Sofiane',
    },
    {
      id: 4,
      revision: 1,
      what: 'Montre prête à retirer',
      due_on: day(0),
      done_on: null,
      operator: 'Sofiane',
    },
  ],
  carriage: {
    revision: 1,
    mode: 'carried',
    round: 'Nord',
    rank: 12,
    depositary: '',
    instruction: 'Boîte de gauche',
  },
})
