// Short notices at the bottom right, for what has no place of its own on the page.
import { failure, type ApiFailure } from '$lib/api'
import { t } from '$lib/i18n/first'

export interface Toast {
  id: number
  tone: 'info' | 'ok' | 'error'
  title: string
  text?: string
  action?: { label: string; keys?: string[]; run: () => void }
  /** Stays until closed or acted upon, as errors always do. */
  lasting?: boolean
}

/** How long a notice stays, in milliseconds; longer where it offers something. Errors stay until closed. */
const LIFETIME = 6000
const LIFETIME_OF_OFFER = 10_000

let items = $state<Toast[]>([])
let nextId = 1
// Not shown anywhere, so that it need not be reactive.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const timers = new Map<number, ReturnType<typeof setTimeout>>()
/** Whether the pointer or the focus is on the notices. */
let held = false

function arm(toast: Toast) {
  if (held || toast.lasting || toast.tone === 'error') return
  timers.set(
    toast.id,
    setTimeout(() => toasts.close(toast.id), toast.action ? LIFETIME_OF_OFFER : LIFETIME),
  )
}

function disarm(id: number) {
  clearTimeout(timers.get(id))
  timers.delete(id)
}

export const toasts = {
  get items(): readonly Toast[] {
    return items
  },
  show(toast: Omit<Toast, 'id'>): number {
    const shown = { ...toast, id: nextId++ }
    items = [...items.slice(-2), shown]
    arm(shown)
    return shown.id
  },
  /** Shows whatever was thrown, in the user's words. */
  error(thrown: unknown): void {
    toasts.show({ tone: 'error', title: errorText(failure(thrown)) })
  },
  close(id: number): void {
    disarm(id)
    items = items.filter((toast) => toast.id !== id)
  },
  /** Takes every notice away: the file they speak of is closed. */
  clear(): void {
    for (const toast of items) toasts.close(toast.id)
  },
  /** Keeps the notices while the pointer or the focus is on them (WCAG 2.2.1). */
  hold(): void {
    held = true
    for (const id of [...timers.keys()]) disarm(id)
  },
  release(): void {
    held = false
    for (const toast of items) if (!timers.has(toast.id)) arm(toast)
  },
}

/** The message of a failure in the current language. */
export function errorText(error: ApiFailure): string {
  return t.errors[error.code](error.params)
}
