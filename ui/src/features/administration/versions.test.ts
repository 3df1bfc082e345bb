import { expect, test } from 'vitest'
import type { ConsentSetup, Indicator, Wording } from '$lib/api'
import { versionsOf, wordingInForce } from './versions'

const DAY = 86_400_000
const NOW = new Date(2026, 10, 25, 8, 31).getTime()
const wording = (id: number, indicator: number, effective_from: number): Wording => ({
  id,
  indicator,
  name: `SMS-COM-${id}`,
  text: 'J’accepte.',
  effective_from,
  uses: 0,
})
const indicator = (id: number): Indicator => ({
  id,
  code: 'SMS-COM',
  name: 'Envoi de SMS commerciaux',
  channel: 'sms',
  purpose: 'commercial',
  kind: 'opt_in',
  audience: 'everyone',
  visible: true,
  archived_at: null,
})
const setup = (wordings: Wording[]): ConsentSetup => ({
  indicators: [2, 1].map((id) => ({ indicator: indicator(id), has_history: false })),
  modes: [],
  wordings,
})

test('the newest version that has begun is the current one; those after it are to come', () => {
  const [group] = versionsOf(
    setup([wording(3, 1, NOW + DAY), wording(2, 1, NOW - DAY), wording(1, 1, NOW - 9 * DAY)]),
    NOW,
  )
  expect(group?.indicator.id).toBe(1)
  expect(group?.versions.map(({ current, coming }) => [current, coming])).toEqual([
    [false, true],
    [true, false],
    [false, false],
  ])
})

test('while none has begun the oldest one is shown, and so it is the current one', () => {
  const all = [wording(2, 1, NOW + 2 * DAY), wording(1, 1, NOW + DAY)]
  expect(wordingInForce(all, NOW)?.id).toBe(1)
  expect(versionsOf(setup(all), NOW)[0]?.versions.map(({ current }) => current)).toEqual([false, true])
  expect(wordingInForce([], NOW)).toBeUndefined()
})

test('groups stand in the order of the indicators', () => {
  const groups = versionsOf(setup([wording(1, 1, 0), wording(5, 2, 0)]), NOW)
  expect(groups.map((group) => group.indicator.id)).toEqual([2, 1])
})
