// How movements are drawn: an icon and a word, never a colour alone; and what can be done next.
import type { Movement, MovementKind, MovementState } from '$lib/api'
import type { Tone } from '$lib/consents/marks'
import type { IconName } from '$lib/ui/icons'

export const KINDS: readonly MovementKind[] = ['purchase', 'repair', 'deposit']

/** The states of a repair, in their order. */
export const STEPS: readonly MovementState[] = ['received', 'in_workshop', 'ready', 'returned']

export const STATE_MARKS: Record<MovementState, { icon: IconName; tone: Tone }> = {
  received: { icon: 'circle-dashed', tone: 'never' },
  in_workshop: { icon: 'settings', tone: 'wait' },
  ready: { icon: 'circle-check', tone: 'ok' },
  returned: { icon: 'check-check', tone: 'never' },
  held: { icon: 'archive', tone: 'wait' },
  given_back: { icon: 'check-check', tone: 'never' },
  bought: { icon: 'check', tone: 'never' },
}

/** Where a repair goes next, if it goes on. */
export function nextStep(movement: Movement): MovementState | null {
  const at = STEPS.indexOf(movement.state)
  return movement.kind === 'repair' && at >= 0 ? (STEPS[at + 1] ?? null) : null
}

/** Since which day it stands as it does. */
export function stateDay(movement: Movement): string {
  if (movement.state === 'ready') return movement.ready_on ?? movement.day
  if (movement.state === 'in_workshop') return movement.in_workshop_on ?? movement.day
  return movement.returned_on ?? movement.day
}
