import { afterEach, expect, test } from 'vitest'
import { language, words } from './language.svelte'

afterEach(() => language.use('fr'))

test('a part of the catalogue is fetched in English once English is wanted, and says what its base says', async () => {
  let fetches = 0
  const base = words({ save: 'Enregistrer' }, () => Promise.resolve({ save: 'Save' }), {})
  const english = () => Promise.resolve({ close: `Close ${++fetches}` })
  const t = words({ close: 'Fermer' }, english, base)
  expect([t.save, t.close, fetches]).toEqual(['Enregistrer', 'Fermer', 0])
  await language.use('en')
  expect([t.save, t.close]).toEqual(['Save', 'Close 1'])
  await language.use('fr')
  await language.use('en')
  expect([t.save, t.close]).toEqual(['Save', 'Close 1'])
})

test('a part that comes while English is spoken is ready when `ready` says so', async () => {
  await language.use('en')
  const t = words({ title: 'Registre' }, () => Promise.resolve({ title: 'Register' }), {})
  expect(t.title).toBe('Registre')
  await language.ready()
  expect(t.title).toBe('Register')
})

test('the last choice wins over the fetch of an earlier one', async () => {
  let arrive = () => {}
  const english = new Promise<{ title: string }>((resolve) => (arrive = () => resolve({ title: 'Register' })))
  const t = words({ title: 'Registre' }, () => english, {})
  const chosen = language.use('en')
  await language.use('fr')
  arrive()
  await chosen
  expect([language.current, t.title]).toEqual(['fr', 'Registre'])
})
