import { expect, test } from 'vitest'
import type { Exchanged } from '$lib/api'
import { exchangeDay, exchangeText } from './exchange'

const bought: Exchanged = { kind: 'movement', state: 'bought', what: "Bague d'or" }

const cases: [Exchanged, string][] = [
  [{ kind: 'movement', state: 'returned', what: 'Montre' }, 'SAV rendu\u00a0: Montre'],
  [bought, 'Achat\u00a0: Bague d’or'],
  [
    {
      kind: 'consent',
      answer: 'granted',
      mode: 'Accord écrit',
      label: 'Envoi de SMS techniques & commerciaux',
    },
    'Accord écrit, SMS techniques & commerciaux',
  ],
  [{ kind: 'consent', answer: 'withdrawn', mode: '', label: "Arrêt d'envoi de SMS" }, 'Arrêt d’envoi de SMS'],
  [
    { kind: 'invoice', number: 'F-2018-0318', credit: false, total: 42000 },
    'Facture F-2018-0318, 420,00\u00a0€',
  ],
  [{ kind: 'message', channel: 'mail', template: 'Bague prête' }, 'Mail envoyé\u00a0: Bague prête'],
]

test.each(cases)('%o reads « %s »', (what, text) => {
  expect(exchangeText(what)).toBe(text)
})

test('the year is told of another one only', () => {
  const at = new Date(2018, 11, 8, 12).getTime()
  const exchange = { at, what: bought }
  expect(exchangeDay(exchange, new Date(2018, 11, 31).getTime())).toBe('08/12')
  expect(exchangeDay(exchange, new Date(2019, 0, 1).getTime())).toBe('08/12/2018')
})
