import { afterEach, expect, test } from 'vitest'
import type { ManagerState } from './bindings'
import { call, glance, unlocked, whenCodeNeeded } from './call'
import { answering, refusal } from './testing'

let lift = () => {}
afterEach(() => lift())

/** A core that wants the code before it tells its exports. */
function core() {
  let given = false
  const calls = answering({
    exports: () => {
      if (!given) throw refusal('manager_code_needed')
      return { exports: [], total: 0, next: null }
    },
  })
  return { calls, give: () => (given = true) }
}
const request = { before: null, limit: 50, language: 'fr' } as const

test('a command that needs the manager code is asked again once it was given', async () => {
  const { calls, give } = core()
  lift = whenCodeNeeded(() => Promise.resolve(give()))
  expect(await call('exports', request)).toEqual({ exports: [], total: 0, next: null })
  expect(calls.map(({ request: asked }) => asked)).toEqual([request, request])
})

test('without it the command is refused, once', async () => {
  const { calls } = core()
  let asked = 0
  lift = whenCodeNeeded(() => Promise.resolve((asked += 1) < 0))
  await expect(call('exports', request)).rejects.toMatchObject({ code: 'manager_code_needed' })
  expect([asked, calls.length]).toEqual([1, 1])
})

test('a code that did not help is not asked for in a circle', async () => {
  const { calls } = core()
  lift = whenCodeNeeded(() => Promise.resolve(true))
  await expect(call('exports', request)).rejects.toMatchObject({ code: 'manager_code_needed' })
  expect(calls).toHaveLength(2)
})

test('what is only glanced at asks nobody', async () => {
  core()
  let asked = false
  lift = whenCodeNeeded(() => Promise.resolve((asked = true)))
  await expect(glance('exports', request)).rejects.toMatchObject({ code: 'manager_code_needed' })
  expect(asked).toBe(false)
})

test('the code is asked for before the work where there is one that was not given', async () => {
  const states: ManagerState[] = [
    { set: false, unlocked_until: null, wait: 0 },
    { set: true, unlocked_until: 1, wait: 0 },
    { set: true, unlocked_until: null, wait: 0 },
    { set: true, unlocked_until: null, wait: 0 },
  ]
  answering({ manager: () => states.shift() as ManagerState })
  const given = [true, false]
  let asked = 0
  lift = whenCodeNeeded(() => {
    asked += 1
    return Promise.resolve(given.shift() ?? false)
  })
  expect([await unlocked(), await unlocked(), asked]).toEqual([true, true, 0])
  expect([await unlocked(), await unlocked(), asked]).toEqual([true, false, 2])
})
