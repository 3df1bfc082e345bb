// The agreements that an imported file brought without evidence, for looking at the GDPR register in a browser.
import type { UnprovenClient, UnprovenPage, UnprovenRequest } from '../src/lib/api/bindings'
import { shopOf } from './clients'

const FILES: [string, number, string][] = [
  ['clients-2k.csv', Date.UTC(2026, 10, 20, 9, 12), ''],
  ['reprise-caisse-2019.xlsx', Date.UTC(2019, 4, 6, 12), 'Accord écrit'],
]
const ANSWERS = ['Envoi de SMS techniques', 'Envoi de SMS commerciaux', 'Envoi de mailing postal'] as const

const all: UnprovenClient[] = new URLSearchParams(location.search).has('proven')
  ? []
  : shopOf(480)
      .filter(({ number }) => number % 3 === 1)
      .map(({ number, client, inactive }) => ({
        number,
        civility: client.civility,
        last_name: client.last_name,
        first_name: client.first_name,
        company: client.company,
        town: client.town,
        inactive: inactive !== null,
        consents: ANSWERS.slice(0, 1 + (number % 4)).map((name, index) => {
          const [file_name, at, mode] = FILES[number % 5 === 0 ? index % 2 : 0] ?? ['', 0, '']
          return { indicator: index + 1, name, channel: index < 2 ? 'sms' : 'postal', at, mode, file_name }
        }),
      }))

export const unproven = {
  unproven_consents: ({ after, limit }: UnprovenRequest): UnprovenPage => {
    const rest = all.filter(({ number }) => number > (after ?? 0))
    const rows = rest.slice(0, limit)
    return { rows, next: rest.length > limit ? (rows.at(-1)?.number ?? null) : null, total: all.length }
  },
}
