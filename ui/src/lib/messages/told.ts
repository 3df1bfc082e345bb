// What became of a message that was just written: it leaves, then it has left, or why it has not.
import { call, on, type Message } from '$lib/api'
import { t } from '$lib/i18n'
import { toasts, type Toast } from '$lib/state/toasts.svelte'
import { captionOf, leaves, whyOf } from './caption'

/** How long one that leaves is watched, in milliseconds; its row goes on telling. */
const WATCHED = 30_000

function notice(message: Message): Omit<Toast, 'id'> {
  const words = t.messages.compose
  const now = Date.now()
  if (message.state === 'sent') return { tone: 'ok', title: words.left }
  if (leaves(message, now)) return { tone: 'ok', title: words.leaving }
  if (message.state === 'pending')
    return {
      tone: message.failed_because === null ? 'ok' : 'info',
      title: words.queued,
      text: captionOf(message, now),
    }
  return { tone: 'error', title: t.messages.states[message.state], text: whyOf(message) }
}

/** Says where a message stands, and says it anew when it has left or could not. */
export function tell(written: Message): void {
  const shown = toasts.show(notice(written))
  if (!leaves(written, Date.now())) return
  let watched = true
  const stop = () => {
    watched = false
    unhear()
    clearTimeout(end)
  }
  const look = async () => {
    const message = await call('message', { id: written.id }).catch(() => null)
    if (!watched || message === null || leaves(message, Date.now())) return
    stop()
    toasts.close(shown)
    // Whoever called it back was told so.
    if (message.state !== 'cancelled') toasts.show(notice(message))
  }
  const unhear = on('changed', ({ all, messages }) => {
    if (all || messages) void look()
  })
  const end = setTimeout(stop, WATCHED)
  // It may have left already.
  void look()
}
