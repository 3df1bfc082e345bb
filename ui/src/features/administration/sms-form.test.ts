import { expect, test } from 'vitest'
import type { GatewayPreset, HttpRequest, SmsSetup } from '$lib/api'
import { requestOf, setupOf, typedOf, unreadableOf } from './sms-form.svelte'

const request: HttpRequest = {
  url: 'https://passerelle.example/envoi',
  method: 'post',
  headers: [{ name: 'Authorization', value: 'Bearer {cle}' }],
  content: 'json',
  body: { text: '{texte}', to: '{numero}' },
  nature: { commercial: null, other: null },
  coding: { gsm7: null, ucs2: null },
  signature: 'none',
  success: [{ pointer: '/status', equals: 1, contains: null }],
  refusals: [],
  receipt: '/id',
  said: '/message',
}
const gateway = (code: string): GatewayPreset => ({
  code,
  name: code,
  documentation: '',
  read_on: '2026-11-28',
  verified: '',
  unverified: '',
  unverified_parts: [],
  fields: [
    { code: 'identifiant', secret: false },
    { code: 'cle', secret: true },
  ],
  adds_stop: false,
  added_stop: '',
  request,
})
const gateways = [gateway('octopush'), gateway('generic')]
const setup = (way: SmsSetup['way']): SmsSetup => ({
  sender: 'Vaurelle',
  stop_text: 'STOP au 36180',
  hours: { from: 600, to: 1080 },
  way,
})

test('what is stored is typed, and what is typed is stored, whatever the way', () => {
  const ways: SmsSetup['way'][] = [
    { kind: 'none' },
    { kind: 'notebook', folder: '/carnet' },
    { kind: 'mail_gateway', address: '{numero}@passerelle.example' },
    { kind: 'http', preset: 'octopush', fields: { identifiant: 'a' }, own: null, root_certificate: '' },
    { kind: 'http', preset: 'generic', fields: { identifiant: 'a' }, own: request, root_certificate: '' },
  ]
  for (const way of ways)
    expect(setupOf(typedOf(setup(way), request), gateways, setup(way))).toEqual(setup(way))
})

test('a secret never goes into the setup, which the file keeps', () => {
  const typed = typedOf(setup({ kind: 'none' }), request)
  const chosen = {
    ...typed,
    way: 'octopush',
    fields: { identifiant: 'a' },
    secrets: { cle: 'confidentielle' },
  }
  expect(JSON.stringify(setupOf(chosen, gateways, setup({ kind: 'none' })))).not.toContain('confidentielle')
})

test('what says yes and what the form does not show stay as they are stored, not as Écrin presumes', () => {
  const own: HttpRequest = {
    ...request,
    success: [{ pointer: '/statut', equals: 'ok', contains: null }],
    refusals: [{ pointer: '/code', equals: 7, contains: null, because: 'address' }],
    nature: { commercial: 'pub', other: 'alerte' },
    coding: { gsm7: 0, ucs2: 8 },
    receipt: '/ticket',
    said: '/erreur',
  }
  for (const preset of ['generic', 'octopush']) {
    const stored = setup({ kind: 'http', preset, fields: { identifiant: 'a' }, own, root_certificate: '' })
    const typed = { ...typedOf(stored, request), sender: 'Autre' }
    expect(setupOf(typed, gateways, stored)).toEqual({ ...stored, sender: 'Autre' })
  }
})

test('a test of the answer that cannot be read is not stored', () => {
  const typed = typedOf(setup({ kind: 'none' }), request).request
  expect(requestOf({ ...typed, success: 'statut = ok' }, request)).toBeNull()
  expect(unreadableOf({ ...typed, success: 'statut = ok' })).toBe('success')
  expect(unreadableOf({ ...typed, body: '{' })).toBe('body')
})

test('a gateway’s own request keeps what the form does not show, and needs readable JSON', () => {
  const typed = typedOf(setup({ kind: 'none' }), request).request
  const read = requestOf({ ...typed, headers: 'Authorization: Bearer {cle}\n\nX-Boutique: a:b' }, request)
  expect(read?.success).toEqual(request.success)
  expect(read?.headers).toEqual([
    { name: 'Authorization', value: 'Bearer {cle}' },
    { name: 'X-Boutique', value: 'a:b' },
  ])
  expect(requestOf({ ...typed, body: '{' }, request)).toBeNull()
})
