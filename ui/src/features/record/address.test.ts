import { expect, test } from 'vitest'
import { addressLines, envelope } from './address'
import { EMPTY } from './draft.svelte'
import { missingFields } from './missing'

const laura = {
  ...EMPTY,
  civility: 'Mlle',
  last_name: 'Dupont',
  first_name: 'Laura',
  address_1: '14 rue de la Liberté',
  postcode: '19200',
  town: 'USSEL',
}

test('an envelope has the name, the company and the address, without empty lines or the home country', () => {
  expect(envelope(laura)).toEqual(['Mlle DUPONT Laura', '14 rue de la Liberté', '19200 USSEL'])
  expect(envelope({ ...laura, company: 'Vaurelle SARL', country: 'Belgique' })).toEqual([
    'Mlle DUPONT Laura',
    'Vaurelle SARL',
    '14 rue de la Liberté',
    '19200 USSEL',
    'BELGIQUE',
  ])
})

test('a company alone is written once', () => {
  expect(envelope({ ...EMPTY, company: 'Dupré Optique', town: 'USSEL' })).toEqual(['Dupré Optique', 'USSEL'])
})

test('an address of blanks is no address', () => {
  expect(addressLines({ ...EMPTY, address_1: '  ', postcode: ' ' })).toEqual([])
})

test('what is missing are the ways to reach the client; one phone of two is enough', () => {
  expect(missingFields(laura)).toEqual(['mobile', 'email'])
  expect(missingFields({ ...laura, phone: '01 99 00 11 17', email: 'l@courriel.example' })).toEqual([])
  expect(missingFields({ ...EMPTY, company: 'Dupré Optique' })).not.toContain('last_name')
})
