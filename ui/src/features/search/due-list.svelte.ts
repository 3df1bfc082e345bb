// The actions that are due today or were before, of all clients. It outlives the page, so that coming back finds the count at once.
import { call } from '$lib/api'
import { followed } from '$lib/state/followed.svelte'

/** The most that are listed: whoever has more to do begins with the oldest. */
const LIMIT = 100

/** Read again after every change: any may add an action, end one, or rename whom it is about. */
export const dueList = followed(
  () => call('follow_ups_due', { until: null, limit: LIMIT }),
  () => true,
)
