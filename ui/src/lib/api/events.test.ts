import { emit } from '@tauri-apps/api/event'
import { expect, test } from 'vitest'
import { hear, on } from './events'
import { answering } from './testing'

test('everyone who asked for an event is told until they stop, and nobody else', async () => {
  answering({})
  const told: string[] = []
  const stop = on('dropped', ({ path }) => told.push(`first ${path}`))
  await hear()
  on('dropped', ({ path }) => told.push(`second ${path}`))
  on('launch', ({ path }) => told.push(`launch ${path}`))
  await emit('dropped', { kind: 'table', path: 'a.csv' })
  stop()
  await emit('dropped', { kind: 'table', path: 'b.csv' })
  expect(told).toEqual(['first a.csv', 'second a.csv', 'second b.csv'])
})

test('one who stops another while both are told does not keep a third from being told', async () => {
  answering({})
  await hear()
  const told: string[] = []
  const stop = on('progress', () => {
    told.push('first')
    stop()
  })
  on('progress', () => told.push('second'))
  await emit('progress', { task: 'import', phase: 'reading', done: 1, total: 2 })
  expect(told).toEqual(['first', 'second'])
})
