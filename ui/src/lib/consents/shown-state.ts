// How the state of an indicator is drawn and called: one that a message asked for waits for its answer.
import type { IndicatorState } from '$lib/api'
import { t } from '$lib/i18n'
import type { IconName } from '$lib/ui/icons'
import { STATE_MARKS, type Tone } from './marks'

export function shownState({ state, asked_at }: IndicatorState): {
  icon: IconName
  tone: Tone
  word: string
} {
  if (state === 'never_asked' && asked_at !== null) {
    return { icon: 'clock', tone: 'wait', word: t.consents.asked }
  }
  return { ...STATE_MARKS[state], word: t.consents.states[state] }
}
