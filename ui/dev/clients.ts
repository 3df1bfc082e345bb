// Fictional clients for looking at screens in a browser.
import type { ClientInput, ClientRecord, ContactType, FieldIssue } from '../src/lib/api/bindings'

export interface FakeClient extends ClientRecord {
  opened_at: number | null
}

const DAY = 86_400_000

const LAST =
  'DUPONT MARTIN BERNARD THOMAS PETIT ROBERT RICHARD DURAND DUBOIS MOREAU LAURENT SIMON MICHEL LEFÈVRE LEROY ROUX DAVID BERTRAND MOREL FOURNIER GIRARD BONNET DUPUIS LAMBERT FONTAINE ROUSSEAU VINCENT MULLER FAURE MERCIER BROUSSOULOUX'.split(
    ' ',
  )
const FIRST =
  'Laura Michel Élise Gérard Agnès Simone Hugo Jeanne Line Marcel Roger Camille Chloé Théo Inès Paul Léa Noé Anaïs Jules Christophe'.split(
    ' ',
  )
const TOWNS: [string, string][] = [
  ['19200', 'USSEL'],
  ['19250', 'MEYMAC'],
  ['19160', 'NEUVIC'],
  ['19110', 'BORT-LES-ORGUES'],
  ['19340', 'EYGURANDE'],
  ['63000', 'CLERMONT-FERRAND'],
  ['19200', 'SAINT-EXUPÉRY-LES-ROCHES'],
]
const TYPES: ContactType[] = [
  'client',
  'client',
  'client',
  'tiers',
  'prospect',
  'paye_par',
  'prescripteur',
  'parrain',
  'beneficiaire',
]

function input(values: Partial<ClientInput>): ClientInput {
  return {
    civility: '',
    last_name: '',
    first_name: '',
    company: '',
    address_1: '',
    address_2: '',
    address_3: '',
    postcode: '',
    town: '',
    country: 'France',
    email: '',
    phone: '',
    mobile: '',
    origins: '',
    type: 'client',
    professional: false,
    ...values,
  }
}

export function record(number: number, values: Partial<ClientInput>, at: number): FakeClient {
  return {
    number,
    revision: 1,
    client: input(values),
    phone_readable: true,
    mobile_readable: true,
    created_at: at,
    updated_at: at,
    inactive: null,
    restricted_at: null,
    client_since: null,
    last_contact_on: null,
    review_by: null,
    imported: null,
    opened_at: null,
  }
}

const ago = (days: number) => Date.now() - days * DAY

function drawn(): FakeClient[] {
  const rows: [string, string, string, string, number, string, string, ContactType, boolean?][] = [
    ['Mlle', 'DUPONT', 'Laura', '', 0, '06 39 98 71 10', 'laura.dupont@courriel.example', 'client'],
    ['M.', 'DUPIN', 'Roger', '', 2, '01 99 00 13 26', '', 'client', true],
    ['M.', 'DUPONT', 'Marcel', '', 0, '01 99 00 15 90', '', 'client', true],
    ['M.', 'DUPONT', 'Michel', '', 0, '01 99 00 10 42', 'm.dupont@courriel.example', 'tiers'],
    ['Mme', 'DUPONT-REY', 'Agnès', '', 1, '06 39 98 23 57', 'agnes.rey@courriel.example', 'client'],
    ['Mme', 'DUPORT', 'Simone', '', 2, '01 99 00 18 80', '', 'paye_par'],
    ['M.', 'DUPRAT', 'Hugo', '', 3, '06 39 98 64 05', 'hugo.duprat@courriel.example', 'prospect'],
    ['', '', '', 'Dupré Optique', 0, '01 99 00 12 12', 'contact@dupre.example', 'prescripteur'],
    ['Mme', 'DUPUIS', 'Line', '', 1, '06 39 98 52 08', 'line.dupuis@courriel.example', 'prospect', true],
    ['Mme', 'DUPUY', 'Jeanne', '', 4, '06 39 98 40 33', 'jeanne.dupuy@courriel.example', 'parrain'],
    ['', '', '', 'Lycée de la Plaine', 0, '01 99 00 20 20', '', 'tiers'],
  ]
  return rows.map(([civility, last_name, first_name, company, town, phone, email, type, inactive], index) => {
    const mobile = phone.startsWith('06')
    const [postcode, name] = TOWNS[town] ?? ['', '']
    const made = record(
      index + 1,
      {
        civility,
        last_name,
        first_name,
        company,
        postcode,
        town: name,
        email,
        type,
        phone: mobile ? '' : phone,
        mobile: mobile ? phone : '',
        professional: company !== '',
        ...(index === 0
          ? {
              address_1: '14 rue de la Liberté',
              address_2: 'Bât. B, 2e étage',
              phone: '01 99 00 11 17',
              origins: 'Boutique, Salon 2016',
            }
          : {}),
      },
      ago(2900 - index * 30),
    )
    if (inactive) made.inactive = { at: ago(200), reason: 'a déménagé' }
    if (index === 3) {
      made.client.phone = '01 99 00 10 (le soir)'
      made.phone_readable = false
    }
    if (index === 4) made.imported = { at: ago(40), file_name: 'clients-2k.csv' }
    return made
  })
}

/** A small shop: the clients of the drawings, then `count` others. */
export function shopOf(count: number): FakeClient[] {
  const clients = drawn()
  for (let i = 0; i < count; i++) {
    const last = LAST[(i * 7) % LAST.length] ?? ''
    const first = FIRST[(i * 3) % FIRST.length] ?? ''
    const [postcode, town] = TOWNS[i % TOWNS.length] ?? ['', '']
    const made = record(
      clients.length + 1,
      {
        civility: i % 2 ? 'Mme' : 'M.',
        last_name: last,
        first_name: first,
        postcode,
        town,
        mobile: `06 39 98 ${String(i % 100).padStart(2, '0')} ${String((i * 13) % 100).padStart(2, '0')}`,
        email:
          i % 3
            ? `${first}.${last}@courriel.example`.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
            : '',
        type: TYPES[i % TYPES.length] ?? 'client',
      },
      ago(1000 + i),
    )
    if (i % 11 === 0) made.inactive = { at: ago(90), reason: '' }
    clients.push(made)
  }
  for (const [index, number] of [11, 5, 10, 8, 3].entries()) {
    const client = clients[number - 1]
    if (client) client.opened_at = Date.now() - index * 9 * 3_600_000
  }
  return clients
}

/** What the core would say of a record before it is saved. */
export function issues(client: ClientInput): FieldIssue[] {
  const found: FieldIssue[] = []
  if (!client.last_name.trim() && !client.company.trim()) {
    found.push({ field: 'last_name', problem: 'required', blocking: true, max: null })
  }
  if (client.email && !/^\S+@\S+\.\S+$/.test(client.email)) {
    found.push({ field: 'email', problem: 'email_malformed', blocking: true, max: null })
  }
  for (const field of ['phone', 'mobile'] as const) {
    if (client[field] && client[field].replace(/\D/g, '').length !== 10) {
      found.push({ field, problem: 'phone_unreadable', blocking: false, max: null })
    }
  }
  return found
}
