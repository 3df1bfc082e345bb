import { expect, test } from 'vitest'
import type { Label, LabelFaces } from '$lib/api'
import { faceOf } from './faces'
import { emptyFaces, LABELS } from './fixture'

/** What a face says, on one line. */
function said(label: Label, more: Partial<LabelFaces> = {}): string {
  const { value, state, tags, text } = faceOf(label, { ...emptyFaces, ...more })
  const mark = state && `[${state.tone}] ${state.word}`
  return [...(tags ?? []), value, mark, text].filter(Boolean).join(' | ').replaceAll('\u00a0', ' ')
}

test('an empty record says so on each label', () => {
  expect(LABELS.map((label) => said(label))).toEqual([
    'Aucun | aucun code donné',
    'Aucun compte | ni IBAN, ni mandat',
    'Aucun | depuis l’ouverture',
    'Rien à faire | aucune action prévue',
    'Non renseigné | mode de remise à choisir',
    'Adresse de la fiche | USSEL',
    'Aucune | rien n’a été remis',
    'depuis le 04/06/2016 | aucune facture',
    'Aucune note | rien n’est noté',
    'Aucun accord | aucune preuve',
  ])
})

test('three codes are named and the others counted', () => {
  const first = ['Montres', 'Or 18 k', 'Perles', 'Mariages', 'Salon']
  expect(said('codes', { codes: { first, count: 7 } })).toBe('Montres | Or 18 k | Perles | +4')
})

test('what is owed comes first, and the account is known by its end only', () => {
  const bank = (balance: number | null, iban_end: string | null, mandate = false) =>
    said('bank', { bank: { balance, iban_end, mandate } })
  expect(bank(4900, '4417', true)).toBe('Solde dû 49,00 € | SEPA ·· 4417')
  expect(bank(-1250, '4417')).toBe('Avoir 12,50 € | IBAN ·· 4417')
  expect(bank(0, '4417')).toBe('Compte soldé | IBAN ·· 4417')
  expect(bank(0, null)).toBe('Aucun compte | ni IBAN, ni mandat')
  expect(bank(null, '4417', true)).toBe('SEPA ·· 4417')
})

test('an open incident and a late action are a word, a colour and a mark', () => {
  expect(said('incidents', { incidents: { open: 2, total: 5, kind: 'unpaid', on: '2026-11-02' } })).toBe(
    '[wait] 2 ouverts | Impayé, 02/11/2026',
  )
  expect(said('incidents', { incidents: { open: 0, total: 1, kind: 'unpaid', on: '2026-11-02' } })).toBe(
    'Aucun | 1 clos',
  )
  expect(
    said('follow_ups', {
      follow_ups: { open: 2, overdue: 1, what: 'Rappeler, bracelet', due_on: '2026-11-02' },
    }),
  ).toBe('2 à faire | [no] 1 en retard | Rappeler, bracelet')
})

test('carriage says whether it is carried, then how', () => {
  const carriage = (mode: 'carried' | 'posted' | 'collected', round = '', rank: number | null = null) =>
    said('carriage', { carriage: { mode, round, rank, depositary: 'Tabac du Centre' } })
  expect(carriage('carried', 'Nord', 12)).toBe('Porté | tournée Nord, ordre 12')
  expect(carriage('carried')).toBe('Porté | Tabac du Centre')
  expect(carriage('posted')).toBe('Non porté | Envoi par la poste')
  expect(carriage('collected')).toBe('Non porté | Retrait en boutique')
})

test('proofs alone have the colour of the seal', () => {
  expect(said('consents', { consents: { granted: 3, sealed: 5 } })).toBe(
    '3 accords actifs | [seal] 5 preuves scellées',
  )
})
