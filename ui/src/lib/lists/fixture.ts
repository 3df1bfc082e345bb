// For tests only: a core with a few clients in it, whose lists it builds and judges.
import type { Cell, ListField, ListFieldInfo, ListQuery, Operator, Reason, SavedList } from '$lib/api'
import type { Answers } from '$lib/api/testing'
import { recordField } from './fields'

const TEXT: Operator[] = ['is', 'is_not', 'begins', 'contains', 'from', 'until', 'between', 'empty', 'filled']
const DAY: Operator[] = ['is', 'is_not', 'from', 'until', 'between', 'empty', 'filled']

const info = (field: ListField, more: Partial<ListFieldInfo> = {}): ListFieldInfo => ({
  field,
  kind: 'text',
  operators: TEXT,
  sorts: true,
  choices: [],
  channels: [],
  indicator: null,
  ...more,
})
const shownOnly = { operators: [], sorts: false }

export const INFOS: ListFieldInfo[] = [
  info({ of: 'number' }, { kind: 'number', operators: ['is', 'is_not', 'from', 'until', 'between'] }),
  info(recordField('last_name')),
  info(recordField('first_name')),
  ...(['address_1', 'address_2', 'address_3'] as const).map((field) =>
    info(recordField(field), { channels: ['postal'] }),
  ),
  info(recordField('postcode')),
  info(recordField('town')),
  info(recordField('email'), { channels: ['mail'] }),
  info(recordField('mobile'), {
    kind: 'phone',
    operators: ['is', 'is_not', 'begins', 'contains', 'empty', 'filled'],
    channels: ['sms', 'phone'],
  }),
  info(recordField('type'), {
    kind: 'choice',
    operators: ['is', 'is_not'],
    choices: ['client', 'tiers', 'parrain'],
  }),
  info({ of: 'selection_codes' }, { operators: ['is', 'is_not', 'empty', 'filled'] }),
  info({ of: 'created_at' }, { kind: 'day', operators: DAY }),
  info(
    { of: 'contact_consent' },
    { kind: 'choice', choices: ['granted', 'refused', 'withdrawn'], ...shownOnly },
  ),
  info({ of: 'contact_mode' }, shownOnly),
  info({ of: 'contact_date' }, { kind: 'day', ...shownOnly }),
  info(
    { of: 'consent', field: 2 },
    {
      kind: 'choice',
      operators: ['is', 'is_not', 'empty', 'filled'],
      choices: ['granted', 'refused', 'withdrawn'],
      indicator: 'Envoi de SMS commerciaux',
    },
  ),
]

export interface Listed {
  number: number
  last_name: string
  town: string
  /** Why the gate keeps them back from commercial SMS. */
  reasons: Reason[]
}

export const listed = (
  number: number,
  last_name: string,
  reasons: Reason[] = [],
  town = 'USSEL',
): Listed => ({
  number,
  last_name,
  town,
  reasons,
})

function cellOf(client: Listed, field: ListField): Cell {
  if (field.of === 'record' && field.field === 'last_name') return { kind: 'text', value: client.last_name }
  if (field.of === 'record' && field.field === 'town') return { kind: 'text', value: client.town }
  if (field.of === 'contact_mode') return { kind: 'text', value: 'Écrit' }
  if (field.of === 'contact_date') return { kind: 'day', value: '2018-09-18' }
  return { kind: 'empty' }
}

/** Answers lists over these clients. Only « town is » is understood as a condition. */
export function listCore(clients: Listed[], hidden = 0): Answers {
  let saved: SavedList[] = []
  const meets = (client: Listed, query: ListQuery) =>
    query.conditions.every(({ operator, values }) => operator !== 'is' || values.includes(client.town))
  /** Where nobody is contacted, only those are left out whose data are restricted. */
  const reasonsOf = ({ reasons }: Listed, { contact }: ListQuery) =>
    contact === null ? reasons.filter((reason) => reason === 'restricted') : reasons
  const judged = (query: ListQuery) =>
    clients
      .filter((client) => meets(client, query))
      .map((client) => ({ client, reasons: reasonsOf(client, query) }))
  const line = ({ columns }: ListQuery, client: Listed) => ({
    client: client.number,
    cells: columns.map((field) => cellOf(client, field)),
  })
  function paged<T>(all: T[], cursor: string | null, limit: number) {
    const from = Number(cursor ?? 0)
    return {
      lines: all.slice(from, from + limit),
      next: from + limit < all.length ? String(from + limit) : null,
    }
  }
  return {
    manager: () => ({ set: false, unlocked_until: null, wait: 0 }),
    list_fields: () => INFOS,
    consent_setup: () => ({
      indicators: [
        {
          indicator: {
            id: 2,
            code: 'SMS-COM',
            name: 'Envoi de SMS commerciaux',
            channel: 'sms',
            purpose: 'commercial',
            kind: 'opt_in',
            audience: 'everyone',
            visible: true,
            archived_at: null,
          },
          has_history: true,
        },
      ],
      modes: [],
      wordings: [],
    }),
    list_page: ({ query, cursor, limit }) => {
      const kept = judged(query).filter(({ reasons }) => reasons.length === 0)
      return paged(
        kept.map(({ client }) => line(query, client)),
        cursor,
        limit,
      )
    },
    list_excluded: ({ query, cursor, limit }) => {
      const out = judged(query).filter(({ reasons }) => reasons.length > 0)
      return paged(
        out.map(({ client, reasons }) => ({ line: line(query, client), reasons })),
        cursor,
        limit,
      )
    },
    list_count: (query) => {
      const all = judged(query)
      const firsts = all.flatMap(({ reasons }) => reasons.slice(0, 1))
      const reasons = [...new Set(firsts)].map((reason) => ({
        reason,
        clients: firsts.filter((one) => one === reason).length,
      }))
      return {
        matching: all.length,
        kept: all.length - firsts.length,
        excluded: firsts.length,
        reasons,
        hidden_inactive: query.include_inactive ? 0 : hidden,
      }
    },
    saved_lists: () => saved,
    save_list: ({ id, name, query }) => {
      const list = { id: id ?? saved.length + 1, name, query, created_at: 0, updated_at: 0, operator: '' }
      saved = [...saved.filter((one) => one.id !== id), list]
      return list
    },
    remove_list: ({ id }) => {
      saved = saved.filter((one) => one.id !== id)
      return {}
    },
  }
}
