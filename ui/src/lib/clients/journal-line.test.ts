import { afterEach, expect, test } from 'vitest'
import type { JournalChange, JournalEntry, JournalField, Operation } from '$lib/api'
import { language, t } from '$lib/i18n'
import { changeValue } from './change-value'
import { entryLabel, entryLine, isNaming, journalValues } from './journal-entry'
import { fieldLabel, journalLine, orderedChanges } from './journal-line'

afterEach(() => language.use('fr'))

const entry = (operation: JournalEntry['operation'], changes: JournalEntry['changes']): JournalEntry => ({
  id: 1,
  at: 0,
  operator: 'Claire V.',
  operation,
  file_name: null,
  changes,
})

test('a saved change says its fields, and each value before and after in the words of the screen', () => {
  const saved = entry('save_client', [
    { field: 'town', old: 'Le Pellerin', new: 'Vannes' },
    { field: 'address_2', old: '', new: 'Bât. B' },
    { field: 'professional', old: '0', new: '1' },
  ])
  expect(journalLine(saved)).toBe('Adresse (ligne 2), Ville, Profil')
  expect(journalValues(saved)).toBe('vide → Bât. B · Le Pellerin → Vannes · Particulier → Professionnel')
})

test('a record marked inactive says why, and nothing where no reason was given', () => {
  const flag: JournalChange = { field: 'inactive', old: '', new: '1' }
  const reason: JournalChange = { field: 'inactive_reason', old: '', new: 'Déménagement' }
  expect(journalLine(entry('set_inactive', [flag, reason]))).toBe('Marquée inactive')
  expect(journalValues(entry('set_inactive', [flag, reason]))).toBe('Déménagement')
  expect(journalValues(entry('set_inactive', [flag]))).toBe('')
  expect(journalValues(entry('import', []))).toBe('')
})

test('an answer is told by the labels of the history, typeset', () => {
  const decide = (old: string, now: string) => entry('decide', [{ field: 'consents', old, new: now }])
  const stop = decide('Envoi de SMS techniques', "Arrêt d'envoi de SMS")
  expect(journalLine(stop)).toBe('Réponse enregistrée')
  expect(journalValues(stop)).toBe('Envoi de SMS techniques → Arrêt d’envoi de SMS')
  expect(journalValues(decide('', 'Envoi de SMS techniques'))).toBe('Envoi de SMS techniques')
})

test('the codes and days of labels are told in words and as papers have them', () => {
  expect(changeValue('incident_kind', 'mail_returned')).toBe('Retour courrier')
  expect(changeValue('carriage_mode', 'collected')).toBe('Retrait en boutique')
  expect(changeValue('follow_up_due_on', '2026-11-28')).toBe('28/11/2026')
  expect(changeValue('delivery_until', '')).toBe('')
  expect(changeValue('note', '2026-11-28')).toBe('2026-11-28')
})

const follow = (old: string, now: string): JournalChange => ({ field: 'follow_up_done_on', old, new: now })
const what = (old: string, now: string): JournalChange => ({ field: 'follow_up_what', old, new: now })
const due = (old: string, now: string): JournalChange => ({ field: 'follow_up_due_on', old, new: now })

test('what befell one among several is said, and which one it was comes first', () => {
  const added = entry('save_follow_up', [due('', '2026-11-30'), what('', 'Rappeler')])
  expect([entryLine(added), journalValues(added)]).toEqual(['Action à faire', 'Rappeler'])
  const moved = entry('save_follow_up', [due('2026-11-30', '2026-12-02'), what('Rappeler', 'Rappeler')])
  expect([entryLine(moved), journalValues(moved)]).toEqual(['Action modifiée', 'Rappeler'])
  expect(orderedChanges(moved).map(isNaming)).toEqual([true, false])
  const done = entry('save_follow_up', [follow('', '2026-12-01'), what('Rappeler', 'Rappeler')])
  expect([entryLine(done), journalValues(done)]).toEqual(['Action faite', 'Rappeler'])
  const removed = entry('save_follow_up', [follow('2026-12-01', ''), what('Rappeler', '')])
  expect([entryLine(removed), journalValues(removed)]).toEqual(['Action supprimée', 'Rappeler'])
})

test('a merge says with which record, whatever it took from it', () => {
  const email: JournalChange = { field: 'email', old: '', new: 'laura@courriel.example' }
  const merged: JournalChange = { field: 'merged', old: '', new: '2' }
  expect(journalValues(entry('merge', [email, merged]))).toBe('fiche n°\u00a02')
  const apart: JournalChange = { field: 'merged', old: '2', new: '' }
  expect(journalValues(entry('undo_merge', [apart]))).toBe('fiche n°\u00a02')
  expect(journalValues(entry('merge', [{ field: 'merged_into', old: '', new: '1' }]))).toBe('fiche n°\u00a01')
})

test('two accounts that look alike under their masks are both said', () => {
  const iban = { field: 'bank_iban', old: 'FR76 •••• 0189', new: 'FR76 •••• 0189' } as const
  const entries = entry('save_bank_account', [iban])
  expect([isNaming(iban), journalValues(entries)]).toEqual([false, 'FR76 •••• 0189 → FR76 •••• 0189'])
})

test('money is said with its papers, its mode and its day', () => {
  const paid = entry('record_payment', [
    { field: 'amount', old: '', new: '49,00 €' },
    { field: 'invoice', old: '', new: 'F-2026-0001' },
    { field: 'paid_on', old: '', new: '29/11/2026' },
    { field: 'payment_mode', old: '', new: 'Chèque' },
  ])
  expect(
    orderedChanges(paid).map(({ field, new: now }) => `${fieldLabel(field)} ${changeValue(field, now)}`),
  ).toEqual(['Facture F-2026-0001', 'Montant 49,00 €', 'Mode de règlement Chèque', 'Réglé le 29/11/2026'])
  expect([journalLine(paid), journalValues(paid)]).toEqual(['Règlement enregistré', 'F-2026-0001'])
})

test('what a later version wrote is shown by its name, after what is known here', () => {
  const later = entry('save_client', [
    { field: 'loyalty' as JournalField, old: '', new: '3' },
    { field: 'town', old: 'USSEL', new: 'MEYMAC' },
  ])
  expect([journalLine(later), journalValues(later)]).toEqual(['Ville, loyalty', 'USSEL → MEYMAC · vide → 3'])
  expect(entryLabel(entry('count_points' as Operation, []))).toBe('count_points')
})

/** As the core writes them: codes, days and cents where it keeps those. */
const KEPT: Partial<Record<JournalField, [string, string]>> = {
  type: ['client', 'paye_par'],
  professional: ['false', 'true'],
  inactive: ['', 'true'],
  restricted: ['false', 'true'],
  incident_kind: ['mail_returned', 'issue_not_received'],
  carriage_mode: ['carried', 'collected'],
  movement_kind: ['', 'repair'],
  movement_state: ['in_workshop', 'given_back'],
  movement_amount: ['4900', '5200'],
  movement_estimate: ['', '4900'],
}

test.each(['fr', 'en'] as const)('no operation nor field is told by a raw key, in %s', async (spoken) => {
  await language.use(spoken)
  const fields = Object.keys(t.fields) as JournalField[]
  const kept = (field: JournalField): [string, string] =>
    KEPT[field] ?? (/_(on|day|from|until)$/.test(field) ? ['2026-11-28', '2026-11-29'] : ['Avant', 'Après'])
  const raw = /\b[a-z]+_[a-z_]+\b|\btrue\b|\bfalse\b|\d{4}-\d\d|\b4900\b|undefined|[{}[\]"]/
  const change = (field: JournalField, side: 'added' | 'removed' | 'changed'): JournalChange => {
    const [old, now] = kept(field)
    return { field, old: side === 'added' ? '' : old, new: side === 'removed' ? '' : now }
  }
  const sides = ['added', 'removed', 'changed'] as const
  const some: JournalField[] = ['incident_kind', 'follow_up_done_on', 'movement_amount', 'rewarded_on']
  const operations = Object.keys(t.journal.operations) as Operation[]
  const entries = [
    ...operations.flatMap((operation) =>
      sides.map((side) =>
        entry(
          operation,
          some.map((field) => change(field, side)),
        ),
      ),
    ),
    ...fields.flatMap((field) =>
      (['save_client', 'save_incident'] as const).map((operation) =>
        entry(operation, [change(field, 'changed')]),
      ),
    ),
  ]
  const told = entries.flatMap((one) => [
    entryLabel(one),
    entryLine(one),
    journalLine(one),
    journalValues(one),
  ])
  expect(told.filter((text) => raw.test(text))).toEqual([])
  expect(entries.map(entryLabel).filter((text) => !/^\p{Lu}/u.test(text))).toEqual([])
  expect(fields.map(fieldLabel).filter((text) => raw.test(text) || text === '')).toEqual([])
})
