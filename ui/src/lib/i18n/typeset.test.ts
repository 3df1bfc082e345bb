import { expect, test } from 'vitest'
import { typeset } from './typeset'

test('labels of the file are shown as French is printed', () => {
  expect(typeset("Arrêt d'envoi de SMS")).toBe('Arrêt d’envoi de SMS')
  expect(typeset('Partenaires : SMS')).toBe('Partenaires\u00a0: SMS')
  expect(typeset('Envoi de SMS techniques & commerciaux')).toBe('Envoi de SMS techniques & commerciaux')
})
