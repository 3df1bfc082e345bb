// What stands under the state of a message, in a few plain words.
import type { Message } from '$lib/api'
import { format, t } from '$lib/i18n'

/** How far ahead « the next connection » reaches, in milliseconds. */
const SOON = 60_000

/** « à 14:05 » today, else « le 30/11/2018 08:00 ». */
function moment(at: number, now: number): string {
  const today = format.date(at) === format.date(now)
  return today ? t.messages.at(format.time(at)) : t.messages.on(format.dateTime(at))
}

/** Whether it is on its way, or will be in a moment. */
export const leaves = ({ state, failed_because, due_at }: Message, now: number): boolean =>
  state === 'sending' || (state === 'pending' && failed_because === null && due_at <= now + SOON)

export function captionOf(message: Message, now: number): string {
  const words = t.messages
  const because = message.failed_because === null ? '' : words.failed[message.failed_because]
  switch (message.state) {
    case 'pending':
      if (because) return words.again(because, moment(message.due_at, now))
      return leaves(message, now) ? words.next : words.from(format.dateTime(message.due_at))
    case 'sending':
      return words.now
    case 'blocked':
      return message.blocked_by === null ? '' : words.blocked[message.blocked_by]
    case 'failed':
    case 'unsure':
      return because
    default:
      return ''
  }
}

/** The whole sentence behind the few words: what happened and what to do. Empty where nothing is wrong. */
export function whyOf(message: Message): string {
  if (message.blocked_by !== null && message.state === 'blocked') {
    return t.consents.reasons[message.blocked_by]
  }
  return message.failed_because === null ? '' : t.messages.failedWhy[message.failed_because]
}

/** « Sélection clients ATTENTE » for a campaign's message that has not left. */
export function listOf({ context, state }: Message): string {
  const waiting = context === 'selection' && state !== 'sent'
  return waiting ? t.messages.selectionWaiting : t.messages.contexts[context]
}
