// Group mailings of a fictional shop, for looking at their pages in a browser. One that was started goes on by itself. ?quiet: none.
import { emit } from '@tauri-apps/api/event'
import type {
  Campaign,
  CampaignIdRequest,
  CampaignPreview,
  CampaignRequest,
  ErrorCode,
  ListQuery,
  NewCampaign,
  SavedList,
  Template,
} from '../src/lib/api/bindings'
import { everyone } from '../src/features/campaigns/recipients'
import type { FakeClient } from './clients'

interface World {
  clients: FakeClient[]
  templates: () => Template[]
  fail: (code: ErrorCode, params?: Record<string, string>) => never
  operator: () => string
}

const parameters = new URLSearchParams(location.search)
const DAY = 86_400_000
const nothing = { written: 0, waiting: 0, sent: 0, trouble: 0, blocked: 0, cancelled: 0 }
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function campaigns({ clients, templates, fail, operator }: World) {
  let all: Campaign[] = parameters.has('quiet')
    ? []
    : [past(2, 'Vœux 2026', 'done'), past(1, 'Journées Or', 'stopped')]

  function past(id: number, name: string, state: Campaign['state']): Campaign {
    const cancelled = state === 'stopped' ? 140 : 0
    return {
      id,
      name,
      template: state === 'done' ? 'Vœux, avant-première' : 'Journées Or, entrée libre',
      channel: state === 'done' ? 'mail' : 'sms',
      purpose: 'commercial',
      state,
      kept: 212,
      excluded: 268,
      messages: { ...nothing, written: 212, sent: 208 - cancelled, trouble: 1, blocked: 3, cancelled },
      created_at: Date.now() - (20 - id) * DAY,
      operator: 'Claire V.',
      stopped_at: state === 'stopped' ? Date.now() - 18 * DAY : null,
      list_gone: false,
    }
  }

  /** Only the stand-in's own reading of a list: each condition is a text that a field begins with. */
  function matching(query: ListQuery): FakeClient[] {
    const active = clients.filter((one) => query.include_inactive || one.inactive === null)
    if (query.conditions.length === 0) return active
    return active.filter(({ client }) =>
      query.conditions.some(({ field, values }) => {
        const text = field.of === 'record' ? String(client[field.field]) : ''
        return fold(text).startsWith(fold(values[0] ?? ''))
      }),
    )
  }

  function preview({ query, template }: CampaignRequest): CampaignPreview {
    const { channel } = templates().find(({ id }) => id === template) ?? fail('template_not_found')
    const found = matching(query)
    const reach = ({ client }: FakeClient) => (channel === 'sms' ? client.mobile : client.email)
    const lacking = found.filter((one) => !reach(one))
    const asked = found.filter((one) => reach(one) && one.number % 3 === 0)
    const stopped = found.filter((one) => reach(one) && one.number % 3 === 1 && one.number % 5 === 0)
    const kept = found.filter((one) => ![...lacking, ...asked, ...stopped].includes(one))
    return {
      kept: kept.length,
      excluded: found.length - kept.length,
      reasons: [
        { reason: 'never_asked' as const, clients: asked.length },
        { reason: 'withdrawn' as const, clients: stopped.length },
        { reason: 'no_address' as const, clients: lacking.length },
      ].filter(({ clients: count }) => count > 0),
      undeliverable: kept.length > 20 ? 2 : 0,
      segments: channel === 'sms' ? kept.length : null,
      longest:
        channel === 'sms'
          ? { encoding: 'gsm7', characters: 131, units: 131, segments: 1, left: 29, forcing: [] }
          : null,
      example: kept[0]?.number ?? null,
      leaves_at: Date.now() + (channel === 'sms' ? 14 * 3_600_000 : 0),
    }
  }

  function find(id: number): Campaign {
    return all.find((one) => one.id === id) ?? fail('campaign_not_found')
  }
  function replace(campaign: Campaign): Campaign {
    all = all.map((one) => (one.id === campaign.id ? campaign : one))
    void emit('changed', { clients: [], shop: true, all: false })
    return campaign
  }

  /** A mailing goes on: first written, then sent. */
  function step(id: number) {
    const campaign = find(id)
    const { messages, kept } = campaign
    if (campaign.state === 'writing') {
      const written = Math.min(kept, messages.written + 25)
      const state = written === kept ? 'sending' : 'writing'
      replace({ ...campaign, state, messages: { ...messages, written, waiting: written } })
    } else if (campaign.state === 'sending') {
      const sent = Math.min(messages.waiting, 9)
      const waiting = messages.waiting - sent
      const state = waiting === 0 ? 'done' : 'sending'
      replace({ ...campaign, state, messages: { ...messages, waiting, sent: messages.sent + sent } })
    } else return
    setTimeout(() => step(id), 700)
  }

  const lists: SavedList[] = [
    { name: 'Ussel', query: everyone('Ussel') },
    { name: 'Meymac et environs', query: everyone('Meymac') },
  ].map((list, index) => ({
    ...list,
    id: index + 1,
    created_at: Date.now() - 40 * DAY,
    updated_at: Date.now() - 40 * DAY,
    operator: 'Claire V.',
  }))

  return {
    saved_lists: () => lists,
    campaign_preview: preview,
    campaigns: () => structuredClone(all),
    start_campaign: ({ name, ...request }: NewCampaign): Campaign => {
      if (!name.trim()) fail('name_missing')
      const { kept, excluded } = preview(request)
      if (kept === 0) fail('campaign_empty')
      const template = templates().find(({ id }) => id === request.template) ?? fail('template_not_found')
      const made: Campaign = {
        id: all.length + 1,
        name,
        template: template.name,
        channel: template.channel,
        purpose: template.purpose,
        state: 'writing',
        kept,
        excluded,
        messages: nothing,
        created_at: Date.now(),
        operator: operator(),
        stopped_at: null,
        list_gone: false,
      }
      all = [made, ...all]
      setTimeout(() => step(made.id), 700)
      return made
    },
    stop_campaign: ({ id }: CampaignIdRequest) => {
      const campaign = find(id)
      const { messages } = campaign
      const cancelled = messages.cancelled + messages.waiting
      return replace({
        ...campaign,
        state: 'stopped',
        stopped_at: Date.now(),
        messages: { ...messages, waiting: 0, cancelled },
      })
    },
    resume_campaign: ({ id }: CampaignIdRequest) => {
      const campaign = find(id)
      const { messages } = campaign
      setTimeout(() => step(id), 700)
      return replace({
        ...campaign,
        state: 'sending',
        stopped_at: null,
        list_gone: false,
        messages: { ...messages, waiting: messages.cancelled, cancelled: 0 },
      })
    },
  }
}
