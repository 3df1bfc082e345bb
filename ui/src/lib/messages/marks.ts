// How the states of a message are drawn, and what a person may do with it.
import type { Message, MessageState } from '$lib/api'
import type { Tone } from '$lib/consents/marks'
import type { IconName } from '$lib/ui/icons'

/** The channels on which the shop writes. */
export type Written = 'sms' | 'mail'
export const WRITTEN: readonly Written[] = ['sms', 'mail']

export const MESSAGE_MARKS: Record<MessageState, { icon: IconName; tone: Tone }> = {
  pending: { icon: 'clock', tone: 'wait' },
  sending: { icon: 'send', tone: 'wait' },
  unsure: { icon: 'circle-alert', tone: 'wait' },
  sent: { icon: 'check-check', tone: 'ok' },
  failed: { icon: 'triangle-alert', tone: 'no' },
  blocked: { icon: 'shield-ban', tone: 'no' },
  cancelled: { icon: 'circle-x', tone: 'never' },
}

/** The lists of the shop's habit, in their order; their names are those of the counts. */
export const LISTS = ['all', 'selection_waiting', 'selection', 'rights', 'repairs'] as const
export type ListName = (typeof LISTS)[number]

export const isWritten = (channel: string): channel is Written => channel === 'sms' || channel === 'mail'

/** Waits, and may still be called back. */
export const waits = ({ state }: Message) => state === 'pending'

/** A state to look for; `trouble`: those that need somebody. */
export type StateFilter = MessageState | 'trouble' | null

/** Stays until somebody looks at it. */
export const needsSomebody = ({ state }: Message) => ['unsure', 'failed', 'blocked'].includes(state)

/** Is in the outbox and not on its way: it may be taken out. */
export const mayCancel = ({ state }: Message) => ['pending', 'failed', 'unsure', 'blocked'].includes(state)

/** Did not leave, or nobody knows whether it did: only a person sends it (again). */
export const mayRetry = ({ state }: Message) => ['failed', 'unsure', 'blocked', 'cancelled'].includes(state)

/** Blocked because the client's agreement is missing, or was refused or taken back. */
export const lacksConsent = ({ state, blocked_by }: Message) =>
  state === 'blocked' && blocked_by !== null && ['never_asked', 'refused', 'withdrawn'].includes(blocked_by)
