import { expect, test } from 'vitest'
import { en, fr } from './locale'

const at = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).getTime()

test('dates and times are written as on French papers, in both languages', () => {
  const moment = at(2018, 9, 18, 6, 35)
  for (const locale of [fr, en]) {
    expect(locale.date(moment)).toBe('18/09/2018')
    expect(locale.time(moment)).toBe('06:35')
    expect(locale.dateTime(moment)).toBe('18/09/2018\u00a006:35')
  }
})

test('midnight is 00:00, not 24:00', () => {
  expect(fr.time(at(2026, 11, 22))).toBe('00:00')
  expect(en.time(at(2026, 11, 22))).toBe('00:00')
})

test('French has one form for 0 and 1, English for 1 only', () => {
  expect(fr.counted(0, 'fiche', 'fiches')).toBe('0\u00a0fiche')
  expect(fr.counted(1, 'fiche', 'fiches')).toBe('1\u00a0fiche')
  expect(fr.counted(2, 'fiche', 'fiches')).toBe('2\u00a0fiches')
  expect(en.counted(0, 'record', 'records')).toBe('0\u00a0records')
  expect(en.counted(1, 'record', 'records')).toBe('1\u00a0record')
})

test('thousands are parted by a space that does not break a line', () => {
  expect(fr.number(1602)).toBe('1\u202f602')
  expect(en.number(1602)).toBe('1,602')
})

test('yesterday is the day before on the calendar, not the last 24 hours', () => {
  const now = at(2026, 11, 22, 0, 10)
  expect(fr.day(at(2026, 11, 22, 0, 5), now)).toBe('aujourd’hui')
  expect(fr.day(at(2026, 11, 21, 23, 50), now)).toBe('hier')
  expect(fr.day(at(2026, 11, 21, 0, 1), now)).toBe('hier')
  expect(fr.day(at(2026, 11, 20, 23, 59), now)).toBe('20/11/2026')
})

test('words are ordered without regard to accents', () => {
  expect(['Zoé', 'émile', 'Élise', 'Anne'].toSorted(fr.compare)).toEqual(['Anne', 'Élise', 'émile', 'Zoé'])
})
