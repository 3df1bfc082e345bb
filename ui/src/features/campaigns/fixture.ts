// For tests only: mailings of a fictional shop.
import type { Campaign, CampaignPreview } from '$lib/api'

export const campaign = (id: number, more: Partial<Campaign> = {}): Campaign => ({
  id,
  name: `Envoi ${id}`,
  template: 'Journées Or',
  channel: 'sms',
  purpose: 'commercial',
  state: 'done',
  kept: 40,
  excluded: 12,
  messages: { written: 40, waiting: 0, sent: 38, trouble: 0, blocked: 2, cancelled: 0 },
  created_at: 0,
  operator: 'Claire V.',
  stopped_at: null,
  list_gone: false,
  ...more,
})

export const previewed = (more: Partial<CampaignPreview> = {}): CampaignPreview => ({
  kept: 1204,
  excluded: 312,
  reasons: [
    { reason: 'never_asked', clients: 187 },
    { reason: 'withdrawn', clients: 74 },
    { reason: 'no_address', clients: 51 },
  ],
  undeliverable: 4,
  segments: 1350,
  longest: { encoding: 'gsm7', characters: 161, units: 161, segments: 2, left: 145, forcing: [] },
  example: 7,
  leaves_at: null,
  ...more,
})
