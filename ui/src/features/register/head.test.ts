import { expect, test } from 'vitest'
import { grouped, typedHead } from './head'

const HEX = '9f3c41d0'.repeat(8)

test('a seal is shown in groups of four, and read back from them', () => {
  expect(grouped(HEX).split(' ')).toHaveLength(16)
  expect(grouped(HEX).startsWith('9f3c 41d0 ')).toBe(true)
  expect(typedHead(grouped(HEX))).toBe(HEX)
  expect(typedHead(`  ${HEX.toUpperCase()}\n`)).toBe(HEX)
})

test('what is cut short or holds other letters is no seal', () => {
  expect(typedHead(HEX.slice(1))).toBeNull()
  expect(typedHead(`${HEX}0`)).toBeNull()
  expect(typedHead(HEX.replace('9', 'g'))).toBeNull()
  expect(typedHead('')).toBeNull()
})
