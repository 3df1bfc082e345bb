import { expect, test } from 'vitest'
import { BAR, segmentsOf } from './segments'

const reasons = [
  { reason: 'never_asked' as const, clients: 187 },
  { reason: 'withdrawn' as const, clients: 74 },
  { reason: 'no_address' as const, clients: 51 },
]

test('the parts stand in the order of the words under the bar and fill it', () => {
  const parts = segmentsOf(1204, reasons)
  expect(parts.map(({ of }) => of?.reason ?? 'kept')).toEqual([
    'kept',
    'never_asked',
    'withdrawn',
    'no_address',
  ])
  const last = parts.at(-1)
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(BAR)
  const widths = parts.map(({ width }) => width)
  expect(widths).toEqual([...widths].toSorted((a, b) => b - a))
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1]
    if (before) expect(part.x).toBeGreaterThan(before.x + before.width)
  }
})

test('one client among a million can still be seen, and nobody draws nothing', () => {
  const one = segmentsOf(999_999, [{ reason: 'refused', clients: 1 }])
  expect(one).toHaveLength(2)
  expect(one[1]?.width).toBeGreaterThan(2)
  expect(segmentsOf(0, [])).toEqual([])
  expect(segmentsOf(0, [{ reason: 'refused', clients: 3 }])).toHaveLength(1)
})
