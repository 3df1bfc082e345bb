import { expect, test } from 'vitest'
import { daysBetween, readDay, today } from './day'

const now = new Date(2026, 10, 24, 12).getTime()

test('days are read as people type them, of this year and month where they say no other', () => {
  for (const [typed, day] of [
    ['14/12/2018', '2018-12-14'],
    ['14.12.18', '2018-12-14'],
    [' 4/2/2024 ', '2024-02-04'],
    ['4/11', '2026-11-04'],
    ['9', '2026-11-09'],
  ] as const) {
    expect(readDay(typed, now), typed).toBe(day)
  }
  expect(readDay(' ', now)).toBeNull()
  expect(today(now)).toBe('2026-11-24')
})

test('a day that does not exist is not read as another one', () => {
  for (const typed of ['31/11/2026', '29/02/2026', '0', '14/13/2018', 'hier', '2018-12-14', '1/1/20181']) {
    expect(readDay(typed, now), typed).toBeUndefined()
  }
})

test('days between two days do not count hours', () => {
  expect(daysBetween('2026-11-10', '2026-11-24')).toBe(14)
  expect(daysBetween('2026-10-20', '2026-10-27')).toBe(7)
})
