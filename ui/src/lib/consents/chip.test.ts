import { expect, test } from 'vitest'
import type { VerdictReport } from '$lib/api'
import { answerOf, chipOf } from './chip'
import { verdict } from './fixture'

const chip = (...verdicts: VerdictReport[]) => chipOf({ channel: verdicts[0]?.channel ?? 'sms', verdicts })
const yes = (purpose: VerdictReport['purpose'], channel: VerdictReport['channel'] = 'sms') =>
  verdict({ purpose, channel, allowed: true, ground: 'consent', reasons: [] })

test('what is allowed is named, two at most', () => {
  expect(chip(yes('technical'), yes('commercial'))).toMatchObject({
    tone: 'ok',
    answer: 'Oui',
    detail: 'techniques et commerciaux',
  })
  expect(chip(yes('commercial', 'postal')).detail).toBe('mailing postal')
  expect(chip(yes('technical'), yes('commercial'), yes('newsletter'), yes('partners')).detail).toBe(
    'techniques, commerciaux +\u00a02',
  )
})

test('an allowed purpose does not hide that another must wait for its hours', () => {
  const late = verdict({ ground: 'consent', reasons: ['outside_hours'] })
  expect(chip(yes('technical'), late).detail).toBe('techniques et commerciaux hors horaires')
  expect(chip(late)).toMatchObject({ tone: 'wait', answer: 'Pas à cette heure' })
})

test('the gravest reason is told first, and nothing but « never asked » looks like it', () => {
  const never = verdict()
  const stopped = verdict({ purpose: 'technical', reasons: ['withdrawn', 'no_address'] })
  expect(chip(never)).toMatchObject({ tone: 'never', answer: 'Non', detail: 'jamais demandé' })
  expect(chip(never, stopped)).toMatchObject({ tone: 'no', detail: 'retiré' })
  expect(chip(verdict({ reasons: ['refused', 'restricted'] })).detail).toBe('traitement limité')
  expect(chip(verdict({ reasons: ['never_asked', 'no_address'] })).detail).toBe('sans coordonnées')
})

test('one verdict is drawn as its chip would be', () => {
  expect(answerOf(verdict())).toEqual({ tone: 'never', icon: 'circle-dashed', answer: 'Non' })
  expect(answerOf(verdict({ reasons: ['withdrawn', 'no_address'] }))).toMatchObject({
    tone: 'no',
    icon: 'ban',
  })
  expect(answerOf(yes('commercial'))).toEqual({ tone: 'ok', icon: 'circle-check', answer: 'Oui' })
})
