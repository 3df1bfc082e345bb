import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ApiError, ClientRecord, FieldIssue } from '$lib/api'
import { answering, refusal } from '$lib/api/testing'
import { draftOf, EMPTY } from './draft.svelte'

const stored: ClientRecord = {
  number: 7,
  revision: 3,
  client: { ...EMPTY, last_name: 'DUPONT', town: 'USSEL' },
  phone_readable: true,
  mobile_readable: true,
  created_at: 0,
  updated_at: 0,
  inactive: null,
  restricted_at: null,
  client_since: null,
  last_contact_on: null,
  review_by: null,
  imported: null,
}
const malformed: FieldIssue = { field: 'email', problem: 'email_malformed', blocking: true, max: null }

/** Plays the core: every writing command gives the same answer, or refusal. */
function core(answer: () => ClientRecord | Promise<ClientRecord> = () => stored) {
  return answering({
    save_client: answer,
    create_client: answer,
    check_client: () => ({ issues: [malformed], probable: [] }),
  })
}

const refusing = (error: ApiError) => () => {
  throw error
}

beforeEach(() => void core())

test('a draft is dirty only while it differs from what is stored', () => {
  const draft = draftOf(stored)
  expect(draft.dirty).toBe(false)
  draft.fields.town = 'MEYMAC'
  expect(draft.dirty).toBe(true)
  draft.fields.town = 'USSEL'
  expect(draft.dirty).toBe(false)
})

test('a new record filled in beforehand has something to lose', () => {
  expect(draftOf(null).dirty).toBe(false)
  expect(draftOf(null, { last_name: 'DUPZ' }).dirty).toBe(true)
})

test('saving names the revision that was read; a new record has none', async () => {
  const sent = core()
  await draftOf(stored).save()
  await draftOf(null, { last_name: 'DUPZ' }).save()
  expect(sent[0]).toMatchObject({ command: 'save_client', request: { number: 7, revision: 3 } })
  expect(sent[1]).toMatchObject({ command: 'create_client', request: { client: { last_name: 'DUPZ' } } })
})

describe('what is wrong with a field', () => {
  test('is said only once the field was left', async () => {
    vi.useFakeTimers()
    const sent = core()
    const draft = draftOf(stored)
    draft.watch()
    await vi.advanceTimersByTimeAsync(300)
    vi.useRealTimers()
    expect(sent[0]?.command).toBe('check_client')
    expect(draft.error('email')).toBeNull()
    draft.touch('email')
    expect(draft.error('email')).toEqual(malformed)
  })

  test('is said at once when saving was refused for it', async () => {
    core(refusing({ ...refusal('invalid'), fields: [malformed] }))
    const draft = draftOf(stored)
    expect(await draft.save()).toBeNull()
    expect(draft.error('email')).toEqual(malformed)
    expect(draft.firstError).toBe('email')
    expect(draft.refused).toBeNull()
  })
})

test('a record changed elsewhere is refused, read again, and what was typed is kept', async () => {
  core(refusing(refusal('changed_elsewhere')))
  const draft = draftOf(stored)
  draft.fields.town = 'MEYMAC'
  await draft.save()
  expect(draft.refused?.code).toBe('changed_elsewhere')

  draft.rebase({ ...stored, revision: 4, client: { ...stored.client, last_name: 'DUPOND', town: 'NEUVIC' } })
  expect(draft.fields).toMatchObject({ last_name: 'DUPOND', town: 'MEYMAC' })
  expect(draft.dirty).toBe(true)
  expect(draft.refused).toBeNull()

  const sent = core()
  await draft.save()
  expect(sent.at(-1)).toMatchObject({
    request: { revision: 4, client: { last_name: 'DUPOND', town: 'MEYMAC' } },
  })
})

test('two presses on save write once', async () => {
  let release: (record: ClientRecord) => void = () => undefined
  const sent = core(() => new Promise((resolve) => (release = resolve)))
  const draft = draftOf(stored)
  const first = draft.save()
  expect(await draft.save()).toBeNull()
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  release(stored)
  expect(await first).toEqual(stored)
  expect(sent).toHaveLength(1)
})
