import { expect, test } from 'vitest'
import { recordMenu } from './record-menu'
import { hugo } from './subscriptions/fixture'

const nothing = () => undefined
const labels = () =>
  recordMenu(hugo, null, {
    edit: nothing,
    copy: nothing,
    changeType: nothing,
    print: nothing,
    subscribe: nothing,
    terminate: nothing,
    restrict: nothing,
    merge: nothing,
    remove: nothing,
    undo: nothing,
  }).map(({ label }) => label)

test('the menu of a record says the words that the shop knows, and those alone', () => {
  const known = [
    'Imprimer',
    'Créer un abonnement',
    'Changer le type de contact',
    'Résilier',
    'Fusionner',
    'Supprimer',
  ]
  expect(labels().filter((label) => known.includes(label))).toEqual(known)
})
