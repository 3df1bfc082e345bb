import { expect, test } from 'vitest'
import { fieldsOf, partsOf } from './merge'

const marked = (template: string, merged: string) =>
  partsOf(template, merged)
    .map((part) => (part.merged ? `[${part.text}]` : part.text))
    .join('')

test('what fields became is told from what the template says', () => {
  expect(marked('Bonjour {nom}, noté ce {date}.', 'Bonjour DUPONT, noté ce 18/09/2018.')).toBe(
    'Bonjour [DUPONT], noté ce [18/09/2018].',
  )
  expect(marked('{nom}, bonjour', 'DUPONT, bonjour')).toBe('[DUPONT], bonjour')
  expect(marked('Bonjour {nom}', 'Bonjour DUPONT')).toBe('Bonjour [DUPONT]')
})

test('fields side by side are one part, an empty one is none', () => {
  expect(marked('Bonjour {civilité} {nom}, merci', 'Bonjour Mlle DUPONT, merci')).toBe(
    'Bonjour [Mlle DUPONT], merci',
  )
  expect(marked('Bonjour {civilité} {nom}, merci', 'Bonjour DUPONT, merci')).toBe('Bonjour [DUPONT], merci')
  expect(marked('Bonjour {société}, merci', 'Bonjour, merci')).toBe('Bonjour, merci')
})

test('what was added at the end is marked too', () => {
  expect(marked('Ce jeudi.', 'Ce jeudi. STOP au 36180')).toBe('Ce jeudi.[ STOP au 36180]')
})

test('a text that is not of this template is one part', () => {
  expect(marked('Bonjour {nom}, à demain.', 'Tout autre chose')).toBe('Tout autre chose')
})

test('the fields of a text, each once, as the core reads them', () => {
  expect(fieldsOf('{Nom} et { nom } de {société}')).toEqual(['nom', 'societe'])
})
