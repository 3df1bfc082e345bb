import { expect, test } from 'vitest'
import { readMoment } from './answer-date'

const at = new Date(2018, 8, 18, 6, 56).getTime()

test.each([
  ['18/09/2018', '06:56'],
  ['18.9.2018', '6h56'],
  ['18092018', '06:56'],
  [' 18-09-2018 ', ' 06:56 '],
])('%s %s is read', (day, time) => expect(readMoment(day, time)).toBe(at))

test.each([
  ['31/02/2018', '06:56'],
  ['18/13/2018', '06:56'],
  ['18/09/18', '06:56'],
  ['', '06:56'],
  ['18/09/2018', '24:00'],
  ['18/09/2018', ''],
])('%s %s is not a moment', (day, time) => expect(readMoment(day, time)).toBeNull())
