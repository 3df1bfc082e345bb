// For tests only: a line of the register of exports.
import type { ExportEntry } from '$lib/api'

export const exported = (id: number, more: Partial<ExportEntry> = {}): ExportEntry => ({
  id,
  at: new Date(2018, 11, 14, 8, 40).getTime(),
  operator: 'Claire V.',
  purpose: `Vœux ${id}`,
  recipient: 'Passerelle SMS',
  contact: { channel: 'sms', purpose: 'commercial' },
  format: 'xlsx',
  file_name: `voeux-${id}.xlsx`,
  query: null,
  table: null,
  filter: 'CP commence par 19',
  columns: ['Nom', 'Portable'],
  kept: 1204,
  excluded: 312,
  sha256: '9f3c41d0'.repeat(8),
  ...more,
})
