// For tests only: two records of a fictional person, and what the core says of them.
import type { ClientInput, ClientRecord, ClientRow, DuplicatePair, MergePreview } from '$lib/api'

const rowOf = (number: number, more: Partial<ClientRow> = {}): ClientRow => ({
  number,
  civility: 'Mlle',
  last_name: 'Dupont',
  first_name: 'Laura',
  company: '',
  postcode: '19200',
  town: 'USSEL',
  phone: '',
  mobile: '06 39 98 71 10',
  email: '',
  type: 'client',
  professional: false,
  inactive: false,
  opened_at: null,
  ...more,
})

const client: ClientInput = {
  civility: 'Mlle',
  last_name: 'Dupont',
  first_name: 'Laura',
  company: '',
  address_1: '',
  address_2: '',
  address_3: '',
  postcode: '19200',
  town: 'USSEL',
  country: 'France',
  email: '',
  phone: '',
  mobile: '06 39 98 71 10',
  origins: '',
  type: 'client',
  professional: false,
}

export const recordOf = (number: number, more: Partial<ClientInput> = {}): ClientRecord => ({
  number,
  revision: number * 10,
  client: { ...client, ...more },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: 0,
  inactive: null,
  restricted_at: null,
  client_since: null,
  last_contact_on: null,
  review_by: null,
  imported: null,
})

export const pair = (a: number, b: number, more: Partial<DuplicatePair> = {}): DuplicatePair => ({
  a: rowOf(a),
  b: rowOf(b, { first_name: 'Lora' }),
  score: 92,
  reasons: ['same_mobile', 'near_name', 'other_email'],
  ...more,
})

/** What the core says of two records, whichever stays. */
export function previewOf(kept: number, merged: number): MergePreview {
  const others: Partial<ClientInput> = { first_name: 'Lora', email: 'lora@courriel.example' }
  const of = (number: number) => recordOf(number, number === 2 ? others : {})
  const [a, b] = [of(kept), of(merged)]
  return {
    kept: a,
    merged: b,
    fields: (['last_name', 'first_name', 'email', 'professional'] as const).map((field) => {
      const [own, other] = [String(a.client[field]), String(b.client[field])]
      return {
        field,
        kept: own,
        merged: other,
        differs: own !== other,
        take_merged: own === '' && other !== '',
      }
    }),
    answers: [
      {
        indicator: 2,
        name: 'Envoi de SMS commerciaux',
        channel: 'sms',
        purpose: 'commercial',
        kept: 'granted',
        merged: 'withdrawn',
        after: 'withdrawn',
        unproven: false,
        reason: 'no_wins',
      },
    ],
    decisions: 7,
    messages: 4,
    pending_messages: 1,
    holdings: { subscriptions: 0, invoices: 0, movements: 0 },
    restricted: false,
    refused: null,
  }
}
