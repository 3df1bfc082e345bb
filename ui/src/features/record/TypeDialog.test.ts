// « Changer le type de contact », refused: the advice is to do what can be done, and no other.
import { cleanup } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Obstacle, TypeChangePreview } from '$lib/api'
import { language } from '$lib/i18n'
import { violations } from '$lib/ui/violations'
import { grandmother } from './subscriptions/fixture'
import { opening, TODAY } from './subscriptions/opening'

const obstacle = (thing: Obstacle['thing'], more: Partial<Obstacle> = {}): Obstacle => ({
  rule: 'prescripteur_only_recommends',
  thing,
  id: 3,
  name: 'La Gazette',
  other: null,
  from: '2026-06-01',
  until: null,
  removable: thing === 'used',
  ...more,
})

const of = (obstacles: Obstacle[]): TypeChangePreview => ({
  number: 7,
  from: 'client',
  to: 'prescripteur',
  obstacles,
  count: obstacles.length,
})

/** What the dialog says of these obstacles: its title, then its advice. */
async function said(...obstacles: Obstacle[]): Promise<string[]> {
  const { root } = await opening({ what: 'type', preview: of(obstacles) })
  const texts = [...root.querySelectorAll('h2, p.caption')].map((text) => text.textContent)
  cleanup()
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

const STAYS =
  'Ce qui a été souscrit, facturé ou remis reste au dossier, même échu, résilié ou annulé : gardez le type « Client ».'
const OTHER_PAYER = 'Si quelqu’un d’autre paie désormais, choisissez-le comme payeur du prochain abonnement.'
const UNCHANGED = 'Rien n’a été modifié.'
const NEVER = 'Pas possible : Prescripteur'
const NOT_YET = 'Pas encore possible : Prescripteur'
const THEN = 'Changez ensuite le type. Rien n’a été modifié.'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: TODAY })
})
afterEach(async () => {
  cleanup()
  vi.useRealTimers()
  await language.use('fr')
})

test('a subscription stays, running or over, and the type with it', async () => {
  const running = obstacle('received', { until: '2027-05-31' })
  const over = obstacle('received', { until: '2020-05-31' })
  expect(await said(running)).toEqual([NEVER, STAYS, UNCHANGED])
  expect(await said(over)).toEqual([NEVER, STAYS, UNCHANGED])
})

test('whoever pays no longer keeps the type, and somebody else is chosen as payer', async () => {
  expect(await said(obstacle('invoice', { name: 'F-2026-0007' }))).toEqual([
    NEVER,
    STAYS,
    OTHER_PAYER,
    UNCHANGED,
  ])
  expect(await said(obstacle('paid', { other: grandmother, until: '2027-05-31' }))).toContain(OTHER_PAYER)
})

test('what can be taken away is, and where', async () => {
  const coming = obstacle('delivery', { name: 'Montre révisée', removable: true })
  const brought = obstacle('sponsored', { rule: 'no_sponsor', name: 'MARTIN Hugo', removable: true })
  expect(await said(obstacle('used'))).toEqual([
    NOT_YET,
    'Accès à un abonnement : retirez d’abord cette personne de ses bénéficiaires.',
    THEN,
  ])
  expect(await said(coming, brought)).toEqual([
    NOT_YET,
    'Livraison à venir : supprimez-la d’abord dans la fenêtre « Livraisons ».',
    'Filleul : supprimez d’abord le parrainage dans la fenêtre « Parrainages », ce qui se peut tant qu’aucune récompense n’est donnée.',
    THEN,
  ])
})

test('what was handed over, or rewarded, stays', async () => {
  expect(await said(obstacle('delivery'))).toEqual([NEVER, STAYS, UNCHANGED])
  expect(await said(obstacle('sponsored', { rule: 'prescripteur_not_rewarded' }))).toEqual([
    NEVER,
    STAYS,
    UNCHANGED,
  ])
})

test('where something stays, nothing else is asked to be taken away', async () => {
  expect(await said(obstacle('used'), obstacle('received'))).toEqual([NEVER, STAYS, UNCHANGED])
})

test('the rule is said without an advice that leads back here, in English too', async () => {
  const { dialog } = await opening({ what: 'type', preview: of([obstacle('received')]) })
  expect(dialog.getByRole('alert').textContent.trim()).toBe(
    'Un prescripteur recommande\u00a0: il n’a ni abonnement ni facture.',
  )
  expect(await violations(document.body)).toEqual([])
  await language.use('en')
  expect(await dialog.findByText(/stays on file.*keep the type “Client”/)).toBeTruthy()
})
