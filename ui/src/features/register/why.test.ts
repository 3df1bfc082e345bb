import { expect, test } from 'vitest'
import { t } from '$lib/i18n'
import { whyText } from './why'

/** What the core may say of a link of the chain. */
const WHYS = [
  'altered',
  'missing',
  'evidence_altered',
  'evidence_missing',
  'wording_altered',
  'indicator_altered',
  'state_differs',
  'unreadable',
  'tail_cut',
]

test('every reason has words of its own, and one from a later version general ones', () => {
  const said = WHYS.map(whyText)
  expect(new Set(said).size).toBe(WHYS.length)
  expect(said).not.toContain(t.register.chain.whyOther)
  expect(whyText('something_new')).toBe(t.register.chain.whyOther)
})
