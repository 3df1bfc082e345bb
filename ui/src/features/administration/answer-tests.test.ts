import { expect, test } from 'vitest'
import { testsOf, typedTests } from './answer-tests'

test('a line says where to look and what is found there', () => {
  expect(testsOf('/status = ok\n\n /sent = 1 \n/message ~ accepté hier\n/a=b~1c\n= OK')).toEqual([
    { pointer: '/status', equals: 'ok', contains: null },
    { pointer: '/sent', equals: 1, contains: null },
    { pointer: '/message', equals: null, contains: 'accepté hier' },
    { pointer: '/a=b~1c', equals: null, contains: null },
    { pointer: '', equals: 'OK', contains: null },
  ])
  expect(testsOf('')).toEqual([])
})

test('what is stored is typed and read again as it was', () => {
  const stored = [
    { pointer: '/ids/0', equals: null, contains: null },
    { pointer: '/status', equals: 1, contains: null },
    { pointer: '/code', equals: '01', contains: null },
    { pointer: '', equals: null, contains: 'OK' },
  ]
  expect(typedTests(stored)).toBe('/ids/0\n/status = 1\n/code = 01\n~ OK')
  expect(testsOf(typedTests(stored))).toEqual(stored)
})

test('a line that says nothing of an answer is not guessed at', () => {
  for (const line of ['status = ok', '/status =', '/status ok', '=']) expect(testsOf(line)).toBeNull()
})
