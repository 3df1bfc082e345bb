// For tests only: one of the dialogs about subscriptions, open as on the record, with the core at the edge of the window.
import { fireEvent, render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import type { ApiError, ClientRecord, Rule } from '$lib/api'
import { answering, type Answers, refusal } from '$lib/api/testing'
import { type Dealing, dealings } from './dealing.svelte'
import { hugo } from './fixture'
import SubscriptionDialogs from './SubscriptionDialogs.svelte'

/** The day that tests are on. */
export const TODAY = new Date(2026, 10, 29, 10, 0)

export async function opening(dealing: Dealing, answers: Answers = {}, record: ClientRecord = hugo) {
  const calls = answering(answers, { pick_new_document: ({ suggested }) => `/tmp/${String(suggested)}` })
  const open = dealings(record.number)
  open.open(dealing)
  render(SubscriptionDialogs, { record, dealings: open })
  const root = await screen.findByRole('dialog')
  return { calls, root, dialog: within(root), isOpen: () => open.current !== null }
}

/** A rule that says no, to be thrown by an answer. */
export const ruled = (rule: Rule): ApiError => ({ ...refusal('refused'), params: { rule } })

/** The web view makes this of Échap. */
export const escape = (root: HTMLElement) => fireEvent(root, new Event('cancel', { cancelable: true }))

/** What stands under a field that is wrong; empty where nothing is. */
export function wrong(label: string): string {
  const field = screen.getByLabelText(label)
  if (field.getAttribute('aria-invalid') !== 'true') return ''
  return document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
}

/** Types over what stands in a field. */
export async function retype(label: string, typed: string) {
  const field = screen.getByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, typed)
}

/** happy-dom remembers a first answer to `selectedOptions`. */
const optionOf = (list: HTMLSelectElement) =>
  [...list.options].find((option) => option.value === list.value) ?? null

/** Chooses in a native list. happy-dom does not know which option is `:checked`, which Svelte asks it. */
export async function choose(label: string, option: string) {
  const list = screen.getByLabelText<HTMLSelectElement>(label)
  const found = vi.spyOn(list, 'querySelector').mockImplementation((): Element | null => optionOf(list))
  await userEvent.selectOptions(list, option)
  found.mockRestore()
}

export const typedIn = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value
export const chosenIn = (label: string) =>
  optionOf(screen.getByLabelText<HTMLSelectElement>(label))?.textContent ?? ''
/** The label of whatever has the keyboard. */
export const focused = () => {
  const active = document.activeElement
  const labels =
    active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? active.labels : null
  return (labels?.[0] ?? active)?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}
