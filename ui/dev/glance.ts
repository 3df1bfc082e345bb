// What the search offers and tells beside its lines.
import type { ClientGlance, Commands, Exchange } from '../src/lib/api/bindings'
import type { FakeClient } from './clients'

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const EXCHANGES: Exchange[] = [
  { at: Date.UTC(2026, 10, 8, 12), what: { kind: 'movement', state: 'returned', what: 'Montre révisée' } },
  {
    at: Date.UTC(2026, 8, 18, 7),
    what: { kind: 'consent', answer: 'granted', mode: 'Accord écrit', label: 'Envoi de SMS commerciaux' },
  },
  {
    at: Date.UTC(2025, 2, 12, 12),
    what: { kind: 'invoice', number: 'F-2025-0318', credit: false, total: 42_000 },
  },
]

export const glance = (clients: FakeClient[]) => ({
  search_towns: ({ beginning, search }: Commands['search_towns'][0]) => {
    const towns = [...new Set(clients.map(({ client }) => client.town))].filter((town) =>
      fold(town).startsWith(fold(beginning)),
    )
    return { towns: towns.slice(0, search.limit), more: towns.length > search.limit }
  },
  client_glance: ({ number }: Commands['client_glance'][0]): ClientGlance => ({
    number,
    last_contact_on: number % 3 ? '2026-11-08' : null,
    to_do: number === 1 ? { what: 'Rappeler (bracelet)', due_on: '2026-12-01' } : null,
    exchanges: number % 5 === 0 ? [] : EXCHANGES,
  }),
})
