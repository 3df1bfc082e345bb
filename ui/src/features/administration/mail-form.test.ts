import { expect, test } from 'vitest'
import type { MailSetup } from '$lib/api'
import { problemField, problemText, setupOf, typedOf } from './mail-form.svelte'

const server: MailSetup = {
  sender_name: 'Maison Vaurelle',
  sender_address: 'contact@vaurelle.example',
  reply_to: '',
  unsubscribe: '',
  way: {
    kind: 'smtp',
    host: 'smtp.vaurelle.example',
    port: 587,
    security: 'starttls',
    user: 'contact',
    root_certificate: '',
  },
}

test('what is stored is typed, and what is typed is stored', () => {
  expect(setupOf(typedOf(server))).toEqual(server)
  const folder: MailSetup = { ...server, way: { kind: 'folder', path: '/mails' } }
  expect(setupOf(typedOf(folder))).toEqual(folder)
})

test('a port that is none is 0, which the core names', () => {
  for (const port of ['', 'smtp', '70000', '-1']) {
    expect(setupOf({ ...typedOf(server), port }).way).toMatchObject({ port: 0 })
  }
})

test('each problem is said beside what mends it', () => {
  expect(problemField({ kind: 'host', detail: '' })).toBe('host')
  expect(problemField({ kind: 'certificate', detail: '' })).toBe('host')
  expect(problemField({ kind: 'silent', detail: '' })).toBe('port')
  expect(problemField({ kind: 'no_encryption', detail: '' })).toBe('security')
  expect(problemField({ kind: 'password', detail: '535' })).toBe('password')
  expect(problemField({ kind: 'setup', detail: 'reply_to' })).toBe('reply_to')
  expect(problemField({ kind: 'turned_away', detail: '421' })).toBeNull()
  expect(problemText({ kind: 'password', detail: '535' })).toContain('mot de passe')
  expect(problemText({ kind: 'setup', detail: 'port' })).toContain('port')
})
