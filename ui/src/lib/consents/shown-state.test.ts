import { expect, test } from 'vitest'
import { indicator } from './fixture'
import { shownState } from './shown-state'

const of = (more: Parameters<typeof indicator>[1]) =>
  shownState(indicator([1, 'SMS', 'Envoi de SMS', 'sms', 'commercial'], more))

test('what a message asked for waits until it is answered, and no longer', () => {
  expect(of({}).word).toBe('Jamais demandé')
  expect(of({ asked_at: 1 })).toMatchObject({ tone: 'wait', word: 'Réponse attendue' })
  expect(of({ asked_at: 1, state: 'refused' }).word).toBe('Refusé')
})
