// Trying messages again: one that may not leave is passed over, and at the end it is told how many go, how many do not, and why.
import { call, failure, type ApiFailure, type ErrorCode, type Reason } from '$lib/api'
import { t } from '$lib/i18n'
import { errorText, toasts } from '$lib/state/toasts.svelte'
import { captionOf, whyOf } from './caption'

/** Refusals that are about one message and say nothing of the next one. */
const OF_ONE: ErrorCode[] = [
  'message_blocked',
  'message_settled',
  'message_not_found',
  'client_not_found',
  'client_removed',
]

/** Why one stays, in a few words and in a sentence; null where it goes. */
type Stays = { words: string; sentence: string } | null

function staysBy(refusal: ApiFailure): Stays {
  const reason = t.messages.blocked[refusal.params['reason'] as Reason] as string | undefined
  const sentence = errorText(refusal)
  return { words: reason ?? sentence, sentence }
}

async function retry(id: number): Promise<Stays> {
  try {
    const after = await call('retry_message', { id })
    if (after.state !== 'failed') return null
    return { words: captionOf(after, Date.now()), sentence: whyOf(after) }
  } catch (thrown) {
    const refusal = failure(thrown)
    if (OF_ONE.includes(refusal.code)) return staysBy(refusal)
    throw thrown
  }
}

/** Puts them back one after the other and tells what came of it. */
export async function tryAgain(ids: number[]): Promise<void> {
  const staying: NonNullable<Stays>[] = []
  let waiting = 0
  try {
    for (const id of ids) {
      const stays = await retry(id)
      if (stays === null) waiting += 1
      else staying.push(stays)
    }
  } finally {
    tell(waiting, staying)
  }
}

function tell(waiting: number, staying: NonNullable<Stays>[]) {
  const words = t.messages
  const [first] = staying
  if (first === undefined) {
    if (waiting > 0) toasts.show({ tone: 'ok', title: words.retried(waiting) })
    return
  }
  const many = staying.length + waiting > 1
  const whys = [...new Set(staying.map((one) => one.words))]
  const counted = whys.map((why) => words.retriedWhy(why, staying.filter((one) => one.words === why).length))
  toasts.show({
    tone: waiting > 0 ? 'info' : 'error',
    title: words.retriedBut(waiting, staying.length),
    text: many ? counted.join(' · ') : first.sentence,
    lasting: true,
  })
}
