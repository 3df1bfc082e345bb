// How far an action to do is, as its row and the label's face show it.
import type { FollowUp } from '$lib/api'
import { t } from '$lib/i18n'
import type { State } from './faces'

/** Where an action stands on a day, in a word, a colour and a mark. */
export function followUpState(
  { due_on, done_on }: Pick<FollowUp, 'due_on' | 'done_on'>,
  today: string,
): State {
  const words = t.labels.followUps
  if (done_on !== null) return { tone: 'ok', icon: 'circle-check', word: words.isDone }
  if (due_on < today) return { tone: 'no', icon: 'circle-alert', word: words.overdue }
  if (due_on === today) return { tone: 'wait', icon: 'clock', word: words.dueToday }
  return { tone: 'never', icon: 'clock', word: words.planned }
}
