// Whether a subscription is over: its last day has passed, or it was ended before. It is neither suspended nor ended any more.
import type { SubscriptionState } from '$lib/api'

export const isOver = ({ state }: { state: SubscriptionState }): boolean =>
  state === 'ended' || state === 'terminated'
