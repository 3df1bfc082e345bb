import { beforeEach, expect, test, vi } from 'vitest'
import { router } from './router.svelte'

beforeEach(() => router.reset({ name: 'start' }))

test('a page without a guard is left at once', async () => {
  expect(await router.go({ name: 'clients' })).toBe(true)
  expect(router.page).toEqual({ name: 'clients' })
})

test('a guard that says no keeps its page', async () => {
  router.guard(() => false)
  expect(await router.go({ name: 'clients' })).toBe(false)
  expect(router.page.name).toBe('start')
})

test('a guard is asked once, and not again by the page that follows', async () => {
  const guard = vi.fn(() => true)
  router.guard(guard)
  await router.go({ name: 'clients' })
  await router.go({ name: 'imports' })
  expect(guard).toHaveBeenCalledTimes(1)
})

test('while the question is open, further moves are refused rather than asked again', async () => {
  const answers: ((answer: boolean) => void)[] = []
  router.guard(() => new Promise((resolve) => answers.push(resolve)))
  const first = router.go({ name: 'clients' })
  expect(await router.go({ name: 'imports' })).toBe(false)
  answers[0]?.(true)
  expect(await first).toBe(true)
  expect(answers).toHaveLength(1)
  expect(router.page.name).toBe('clients')
})

test('lifting a guard leaves the next page’s guard alone', async () => {
  const lift = router.guard(() => false)
  router.guard(() => false)
  lift()
  expect(await router.go({ name: 'clients' })).toBe(false)
})

test('the same page shown again is a new visit', async () => {
  const before = router.visit
  await router.go({ name: 'clients' })
  await router.go({ name: 'clients' })
  expect(router.visit).toBe(before + 2)
})
