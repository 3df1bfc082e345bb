import { expect, test } from 'vitest'
import type { JournalEntry } from '$lib/api'
import { changeValue } from './change-value'
import { journalLine, journalValues } from './journal-line'

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
  expect(journalLine(saved)).toBe('Ville, Adresse (ligne 2), Profil')
  expect(journalValues(saved)).toBe('Le Pellerin → Vannes · vide → Bât. B · Particulier → Professionnel')
})

test('a record marked inactive says why, and nothing where no reason was given', () => {
  const flag = { field: 'inactive', old: '', new: '1' }
  const reason = { field: 'inactive_reason', old: '', new: 'Déménagement' }
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
