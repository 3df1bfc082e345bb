import { expect, test } from 'vitest'
import { keyOf } from '$lib/lists/fields'
import { INFOS } from '$lib/lists/fixture'
import { FRESH, selectionOf } from './selection.svelte'

const SMS = { channel: 'sms', purpose: 'commercial' } as const
const MAIL = { channel: 'mail', purpose: 'commercial' } as const
const POSTAL = { channel: 'postal', purpose: 'commercial' } as const
const fresh = () => selectionOf(() => INFOS)
const columns = (selection: ReturnType<typeof fresh>) => selection.columns.map(keyOf)

test('a new list is everybody by name, and serves for no contact', () => {
  expect(fresh().query).toEqual(FRESH)
})

test('what speaks of a use comes and goes with it', () => {
  const selection = fresh()
  selection.useFor(SMS)
  expect(columns(selection).slice(-2)).toEqual(['contact_mode', 'contact_date'])
  selection.useFor(MAIL)
  expect(columns(selection).filter((key) => key === 'contact_mode')).toHaveLength(1)
  selection.useFor(null)
  expect(columns(selection)).toEqual(FRESH.columns.map(keyOf))
})

test('the coordinates of a list are those of its channel, and of no other', () => {
  const selection = fresh()
  selection.useFor(MAIL)
  expect(columns(selection)).toEqual([
    'record:last_name',
    'record:first_name',
    'record:town',
    'record:email',
    'contact_mode',
    'contact_date',
  ])
  selection.useFor(SMS)
  expect(columns(selection)).toContain('record:mobile')
  expect(columns(selection)).not.toContain('record:email')
})

test('a list for letters holds the whole address, in the order of an envelope', () => {
  const selection = fresh()
  selection.useFor(POSTAL)
  expect(columns(selection)).toEqual([
    'record:last_name',
    'record:first_name',
    'record:address_1',
    'record:address_2',
    'record:address_3',
    'record:postcode',
    'record:town',
    'record:country',
    'contact_mode',
    'contact_date',
  ])
  selection.useFor({ channel: 'phone', purpose: 'commercial' })
  const kept = columns(selection)
  expect(kept.filter((key) => key.startsWith('record:'))).toEqual([
    'record:last_name',
    'record:first_name',
    'record:town',
    'record:phone',
    'record:mobile',
  ])
})

test('without a use the columns are again those that the person chose', () => {
  const selection = fresh()
  selection.showColumn({ of: 'record', field: 'address_1' }, true)
  selection.useFor(MAIL)
  selection.showColumn({ of: 'number' }, true)
  expect(columns(selection)).not.toContain('record:address_1')
  // Chosen again by hand, it is no longer what the use brought.
  selection.showColumn({ of: 'record', field: 'email' }, false)
  selection.showColumn({ of: 'record', field: 'email' }, true)
  selection.useFor(null)
  expect(columns(selection)).toEqual([
    'record:last_name',
    'record:first_name',
    'record:town',
    'number',
    'record:email',
    'record:mobile',
    'record:address_1',
  ])
})

test('a list that showed nothing but the use shows something without it', () => {
  const selection = fresh()
  selection.take({ ...FRESH, contact: SMS, columns: [{ of: 'contact_mode' }] })
  selection.useFor(null)
  expect(columns(selection)).toEqual(FRESH.columns.map(keyOf))
})

test('conditions that are not whole are left aside, and counted', () => {
  const selection = fresh()
  const town = INFOS.find(({ field }) => keyOf(field) === 'record:town')
  if (!town) throw new Error('no town')
  const id = selection.add(town)
  expect(selection.query.conditions).toEqual([])
  expect([selection.aside, selection.problemOf(0)]).toEqual([1, 'incomplete'])
  selection.setValues(id, ['USSEL'])
  expect(selection.query.conditions).toEqual([{ field: town.field, operator: 'is', values: ['USSEL'] }])
  expect(selection.aside).toBe(0)
  selection.remove(id)
  expect(selection.drafts).toEqual([])
})

test('columns are shown after the others, hidden but for the last, and put in order', () => {
  const selection = fresh()
  selection.showColumn({ of: 'number' }, true)
  expect(columns(selection).at(-1)).toBe('number')
  selection.orderColumns(['number', ...columns(selection).slice(0, -1)])
  expect(columns(selection)[0]).toBe('number')
  for (const field of [...selection.columns]) selection.showColumn(field, false)
  expect(columns(selection)).toHaveLength(1)
})

test('the same head turns the order round, another one begins from the first', () => {
  const selection = fresh()
  selection.sortBy({ of: 'record', field: 'last_name' })
  expect(selection.sort.descending).toBe(true)
  selection.sortBy({ of: 'record', field: 'town' })
  expect(selection.sort).toEqual({ by: { of: 'record', field: 'town' }, descending: false })
})

test('a stored list is taken over whole', () => {
  const selection = fresh()
  const stored = {
    ...FRESH,
    conditions: [{ field: { of: 'created_at' } as const, operator: 'from' as const, values: ['2016-01-31'] }],
    any: true,
    include_inactive: true,
    contact: SMS,
    sort: { by: { of: 'number' } as const, descending: true },
  }
  selection.take(stored)
  expect(selection.drafts[0]?.values).toEqual(['31/01/2016'])
  expect(selection.query).toEqual(stored)
})
