// For tests only: what a client holds, as the core would answer.
import type {
  ClientRecord,
  DeliveryRow,
  Offer,
  Party,
  Subscription,
  SubscriptionPreview,
  SubscriptionRow,
  Tariff,
} from '$lib/api'
import type { Answers } from '$lib/api/testing'
import { EMPTY } from '../draft.svelte'

export const hugo: ClientRecord = {
  number: 7,
  revision: 3,
  client: { ...EMPTY, civility: 'M.', last_name: 'Duprat', first_name: 'Hugo', type: 'paye_par' },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: 0,
  inactive: null,
  restricted_at: null,
  imported: null,
  client_since: null,
  last_contact_on: null,
  review_by: null,
}
const him: Party = { number: 7, name: 'DUPRAT Hugo', type: 'paye_par' }
export const grandmother: Party = { number: 4, name: 'DUPRAT Jeanne', type: 'tiers' }

export const tariff: Tariff = {
  id: 11,
  version: 2,
  price: 4900,
  vat: 210,
  months: 12,
  issues: 12,
  effective_from: '2026-01-01',
}
export const gazette: Offer = {
  id: 1,
  offer: { name: 'La Gazette', medium: 'both', beneficiaries: 2 },
  archived: false,
  subscriptions: 3,
  tariffs: [tariff],
  current: tariff,
}
export const preview: SubscriptionPreview = {
  recipient: him,
  offer_name: 'La Gazette',
  tariff,
  copies: 1,
  starts_on: '2026-12-01',
  ends_on: '2027-11-30',
  price: 4900,
  total: 4900,
  payer: grandmother,
  payers: [grandmother],
  address: ['M. DUPRAT Hugo', '2 rue Neuve', '19200 USSEL'],
  refused: null,
  running: null,
}
export const subscription: Subscription = {
  id: 3,
  recipient: him,
  payer: grandmother,
  offer: 1,
  offer_name: 'La Gazette',
  medium: 'both',
  tariff,
  copies: 1,
  starts_on: '2026-06-01',
  ends_on: '2027-05-31',
  state: 'running',
  renews: null,
  renewed_by: null,
  terminated_on: null,
  reason: '',
  suspensions: [],
  beneficiaries: [],
  places: 2,
}
export const row: SubscriptionRow = {
  id: 3,
  offer_name: 'La Gazette',
  starts_on: '2026-06-01',
  ends_on: '2027-05-31',
  state: 'running',
  copies: 1,
  recipient: null,
  payer: grandmother,
}
/** The newest is planned, the others were delivered. */
export const deliveries = (count: number): DeliveryRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: count - index,
    subscription: 3,
    due_on: `2026-${String(12 - (index % 12)).padStart(2, '0')}-01`,
    content: `N° ${count - index}`,
    copies: 1,
    state: index === 0 ? 'planned' : 'delivered',
    town: 'USSEL',
    note: '',
  }))

const none = { rows: [], total: 0, next: null, barred: null }

/** A record with one subscription, and nothing in the other windows. */
export const holding: Answers = {
  open_client: () => hugo,
  client: () => hugo,
  journal: () => ({ entries: [], next: null }),
  undo_state: () => null,
  merges: () => [],
  links: () => [],
  offers: () => ({
    offers: [gazette],
    vat_rates: [{ rate: 210, code: 'press', source: 'CGI art. 298 septies' }],
  }),
  subscriptions_page: () => ({ rows: [row], total: 1, next: null, barred: null }),
  invoices_page: () => none,
  payments_page: () => none,
  deliveries_page: () => none,
  sponsorships_page: () => none,
}
