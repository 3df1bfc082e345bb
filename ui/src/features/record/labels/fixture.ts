// A record's labels for tests: nothing in any of them.
import type { Label, LabelFaces, PanelLayout } from '$lib/api'

export const LABELS: Label[] = [
  'codes',
  'bank',
  'incidents',
  'follow_ups',
  'carriage',
  'addresses',
  'deliveries',
  'management',
  'notes',
  'consents',
]

export const emptyFaces: LabelFaces = {
  codes: { first: [], count: 0 },
  bank: { balance: null, iban_end: null, mandate: false },
  incidents: { open: 0, total: 0, kind: null, on: null },
  follow_ups: { open: 0, overdue: 0, what: '', due_on: null },
  carriage: null,
  addresses: { count: 0, towns: [], current_town: 'USSEL' },
  delivery: null,
  management: { since: '2016-06-04', invoices: null, note: '' },
  notes: { count: 0, at: null, text: '' },
  consents: { granted: 0, sealed: 0 },
}

export const firstLayout: PanelLayout = {
  labels: LABELS.map((label) => ({ label, shown: true })),
  windows: [
    { window: 'subscriptions', shown: true },
    { window: 'invoices', shown: true },
    { window: 'payments', shown: true },
    { window: 'deliveries', shown: true },
    { window: 'sponsorships', shown: true },
  ],
}
