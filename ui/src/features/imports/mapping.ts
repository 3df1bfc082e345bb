// Which column of the file goes into which field of the record, and what is wrong with that choice. Pure: no window, no core.

import type { ImportColumn, ImportField } from '$lib/api'

export type Mapping = (ImportField | null)[]

/** What a column may hold, in the order in which it is offered: the record's banner, its consents, what hangs on it. */
export const GROUPS: Readonly<
  Record<'record' | 'consents' | 'bank' | 'delivery' | 'subscription', readonly ImportField[]>
> = {
  record: [
    'civility',
    'last_name',
    'first_name',
    'company',
    'address_1',
    'address_2',
    'address_3',
    'postcode',
    'town',
    'country',
    'email',
    'phone',
    'mobile',
    'origins',
    'type',
    'professional',
    'selection_codes',
    'inactive',
    'inactive_reason',
    'updated_at',
  ],
  consents: [
    'sms_technical',
    'sms_commercial',
    'mail_technical',
    'mail_commercial',
    'postal',
    'phone_commercial',
    'newsletter',
    'partners_sms',
    'partners_mail',
    'partners_postal',
    'partners_phone',
    'agreement_mode',
    'agreement_date',
  ],
  subscription: ['subscription_offer', 'subscription_start', 'subscription_end', 'subscription_copies'],
  delivery: [
    'carriage_mode',
    'carriage_round',
    'carriage_rank',
    'carriage_depositary',
    'carriage_instruction',
    'delivery_addressee',
    'delivery_address_1',
    'delivery_address_2',
    'delivery_address_3',
    'delivery_postcode',
    'delivery_town',
    'delivery_country',
  ],
  bank: ['bank_holder', 'bank_iban', 'bank_bic', 'mandate_reference', 'mandate_on'],
}
type FieldGroup = keyof typeof GROUPS
export const GROUP_NAMES = Object.keys(GROUPS) as FieldGroup[]

export const FIELDS: readonly ImportField[] = Object.values(GROUPS).flat()

/** What names a client by itself. An e-mail does so only for a « Bénéficiaire », which takes the type of contact as well. */
const NAMING: readonly ImportField[] = ['last_name', 'company']

/** What the core proposed. */
export const proposedMapping = (columns: readonly ImportColumn[]): Mapping =>
  columns.map((column) => column.field)

/** The mapping with one column changed; the given one stays as it is. */
export const withField = (mapping: Mapping, column: number, field: ImportField | null): Mapping =>
  mapping.map((old, index) => (index === column ? field : old))

/** Fields that more than one column claims, with the claiming columns. */
export function conflicts(mapping: Mapping): Map<ImportField, number[]> {
  const claims = new Map<ImportField, number[]>()
  mapping.forEach((field, index) => {
    if (field !== null) claims.set(field, [...(claims.get(field) ?? []), index])
  })
  return new Map([...claims].filter(([, columns]) => columns.length > 1))
}

type MappingProblem = 'no_name_column' | 'column_twice'

/** What keeps this mapping from being run, or null. */
export function problemOf(mapping: Mapping): MappingProblem | null {
  if (conflicts(mapping).size > 0) return 'column_twice'
  const named = mapping.some((field) => field !== null && NAMING.includes(field))
  const byEmail = mapping.includes('email') && mapping.includes('type')
  return named || byEmail ? null : 'no_name_column'
}

const CHANNEL_AND_PURPOSE =
  /\b(sms|e?mails?|courriels?|postal|telephone|phone|partenaires?) (technique|commercia|technical|marketing)/
const CONSENT_ALONE =
  /^(postal|mode (d )?accord|agreement mode|accord|partenaires)$|^(newsletter|opt ?in|opt ?out|rgpd|gdpr|consent)/

/** True for a column that holds what the client agreed to (`sms_technique`, `mode_accord`, `postal`…). */
export function isConsentColumn(header: string): boolean {
  const words = header
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return CHANNEL_AND_PURPOSE.test(words) || CONSENT_ALONE.test(words)
}

export interface LeftOut {
  consent: ImportColumn[]
  others: ImportColumn[]
}

/** The columns that this mapping leaves out, agreements apart: they must be named before anything is imported. */
export function leftOut(columns: readonly ImportColumn[], mapping: Mapping): LeftOut {
  const out = columns.filter(
    (column) => mapping[column.index] === null || mapping[column.index] === undefined,
  )
  return {
    consent: out.filter((column) => isConsentColumn(column.header)),
    others: out.filter((column) => !isConsentColumn(column.header)),
  }
}
