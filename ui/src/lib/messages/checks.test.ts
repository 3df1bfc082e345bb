import { expect, test } from 'vitest'
import { checksOf, mayQueue } from './checks'
import { judged, previewOf, template } from './fixture'
import { textOf } from './templates.svelte'

const offer = textOf(template(1, 'Soldes', { context: 'selection', purpose: 'commercial' }))
const shown = (verdict: Parameters<typeof judged>[0], body = 'Maison Vaurelle. STOP au 36180') =>
  checksOf(offer, previewOf(body, { verdict: judged(verdict) }), 'Maison Vaurelle').map(({ tone, text }) => [
    tone,
    text.replaceAll('\u00a0', ' '),
  ])

test('what may leave says so, and names what the law wants to find in it', () => {
  expect(shown({})).toEqual([
    ['ok', 'Boutique et STOP présents'],
    ['ok', 'Offre : le client a donné son accord'],
    ['ok', 'Part dès la prochaine connexion'],
  ])
  expect(shown({}, 'Soldes')[0]).toEqual(['ok', 'Offre : le client a donné son accord'])
})

test('what is only too early says when it leaves, and may be queued', () => {
  const waits_until = new Date(2018, 10, 30, 8, 0).getTime()
  const late = { allowed: false, waits_until, reasons: ['outside_hours' as const] }
  expect(shown(late).at(-1)).toEqual(['wait', 'Partira le 30/11/2018 08:00, à une heure permise'])
  expect(mayQueue(judged(late))).toBe(true)
})

test('a no names its reason, never the hour, and keeps the message from the queue', () => {
  const no = { allowed: false, reasons: ['outside_hours' as const, 'withdrawn' as const] }
  expect(shown(no)).toEqual([
    ['ok', 'Boutique et STOP présents'],
    ['no', 'Ne peut pas partir : accord retiré'],
  ])
  expect(mayQueue(judged(no))).toBe(false)
})
