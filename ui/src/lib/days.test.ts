import { expect, test } from 'vitest'
import { readDay, shownDay } from './days'

test('a day is typed as on paper and sent as the core wants it', () => {
  expect(readDay('5/3/2026')).toBe('2026-03-05')
  expect(readDay('05032026')).toBe('2026-03-05')
  expect(readDay('31/02/2026')).toBeNull()
  expect(readDay('demain')).toBeNull()
  expect(shownDay('2026-03-05')).toBe('05/03/2026')
  expect(shownDay(null)).toBe('')
})
