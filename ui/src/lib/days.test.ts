import { expect, test } from 'vitest'
import { dayAfter, daysBetween, readDay, readMoment, shownDay, spelledDay, today, wholeDay } from './days'

const now = new Date(2026, 10, 24, 12).getTime()

test('days are read as people type them, of this year and month where they say no other', () => {
  for (const [typed, day] of [
    ['14/12/2018', '2018-12-14'],
    ['14.12.18', '2018-12-14'],
    ['14 12 2018', '2018-12-14'],
    [' 4/2/2024 ', '2024-02-04'],
    ['5/3/2026', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['01022026', '2026-02-01'],
    ['29-02-2024', '2024-02-29'],
    ['4/11', '2026-11-04'],
    ['9', '2026-11-09'],
  ] as const) {
    expect(readDay(typed, now), typed).toBe(day)
  }
  expect(today(now)).toBe('2026-11-24')
})

test('nothing is no day', () => {
  expect(readDay('', now)).toBeNull()
  expect(readDay(' ', now)).toBeNull()
})

test.each([
  '31/11/2026',
  '31/02/2026',
  '29/02/2026',
  '0',
  '31',
  '14/13/2018',
  '14/12/0018',
  'hier',
  'demain',
  '2018-12-14',
  '1/1/20181',
  '14/12/201',
])('« %s » is not read as another day', (typed) => expect(readDay(typed, now)).toBeNull())

test.each(['1112026', '141218', '1412', '141', '14/122018', '1412/2018', '31022026', '141220180'])(
  '« %s » could be several days, or is none',
  (typed) => expect(readDay(typed, now)).toBeNull(),
)

test('a day of the core is shown as on paper', () => {
  expect(shownDay('2026-03-05')).toBe('05/03/2026')
  expect(shownDay(null)).toBe('')
})

test('a day that is still being typed is not asked about, and is written whole once it is', () => {
  const typed = '31/12/2018'
  const read = Array.from(typed, (_, at) => wholeDay(typed.slice(0, at + 1)))
  expect(read.filter((day) => day !== null)).toEqual(['2018-12-31'])
  expect(wholeDay('31122018')).toBe('2018-12-31')
  expect(wholeDay('31/12/18')).toBeNull()
  expect(spelledDay('31/12/18')).toBe('31/12/2018')
  expect(spelledDay('hier')).toBe('hier')
})

test('days between two days do not count hours', () => {
  expect(daysBetween('2026-11-10', '2026-11-24')).toBe(14)
  expect(daysBetween('2026-10-20', '2026-10-27')).toBe(7)
})

test('the day after so many days minds the ends of months, and not the hour of summer', () => {
  expect(dayAfter('2026-11-28', 60)).toBe('2027-01-27')
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29')
  expect(dayAfter('2026-10-24', 2)).toBe('2026-10-26')
})

const at = new Date(2018, 8, 18, 6, 56).getTime()

test.each([
  ['18/09/2018', '06:56'],
  ['18.9.2018', '6h56'],
  ['18092018', '06:56'],
  ['18/09/18', '06:56'],
  [' 18-09-2018 ', ' 06:56 '],
])('%s %s is a moment', (day, time) => expect(readMoment(day, time)).toBe(at))

test.each([
  ['31/02/2018', '06:56'],
  ['18/13/2018', '06:56'],
  ['1892018', '06:56'],
  ['', '06:56'],
  ['18/09/2018', '24:00'],
  ['18/09/2018', '06:60'],
  ['18/09/2018', ''],
])('%s %s is not a moment', (day, time) => expect(readMoment(day, time)).toBeNull())
