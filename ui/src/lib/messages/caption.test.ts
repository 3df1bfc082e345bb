import { expect, test } from 'vitest'
import { captionOf, listOf, whyOf } from './caption'
import { message } from './fixture'

const now = new Date(2018, 11, 14, 8, 2).getTime()
const MINUTE = 60_000
const said = (more: Parameters<typeof message>[1]) =>
  captionOf(message(1, more), now).replaceAll('\u00a0', ' ')

test('what waits says until when, what failed says why', () => {
  expect(said({ due_at: now })).toBe('dès la prochaine connexion')
  expect(said({ due_at: now + 900 * MINUTE })).toBe('à partir du 14/12/2018 23:02')
  expect(said({ failed_because: 'unreachable', due_at: now + 15 * MINUTE })).toBe(
    'serveur injoignable, nouvel essai à 08:17',
  )
  expect(said({ failed_because: 'later', due_at: now + 1440 * MINUTE })).toBe(
    'serveur occupé, nouvel essai le 15/12/2018 08:02',
  )
  expect(said({ state: 'failed', failed_because: 'land_line' })).toBe('ligne fixe, SMS impossible')
  expect(said({ state: 'unsure', failed_because: 'interrupted' })).toBe('envoi interrompu')
  expect(said({ state: 'blocked', blocked_by: 'never_asked' })).toBe('faute de consentement')
  expect(said({ state: 'sent', sent_at: now })).toBe('')
})

test('the whole sentence tells what to do, and nothing of what went well', () => {
  expect(whyOf(message(1, { state: 'failed', failed_because: 'land_line' }))).toContain('portable')
  expect(whyOf(message(1, { state: 'blocked', blocked_by: 'withdrawn' }))).toBe('Son accord a été retiré.')
  expect(whyOf(message(1, { state: 'sent' }))).toBe('')
})

test('a campaign’s message that has not left stands under « ATTENTE »', () => {
  expect(listOf(message(1, { context: 'selection' }))).toBe('Sélection clients ATTENTE')
  expect(listOf(message(1, { context: 'selection', state: 'sent' }))).toBe('Sélection clients')
  expect(listOf(message(1, { context: 'rights' }))).toBe('Demande RGPD')
})
