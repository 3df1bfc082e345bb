// The actions that are due today or were before, of all clients. It outlives the page, so that coming back finds the count at once.
import { call, type FollowUpsDue } from '$lib/api'
import { followed } from '$lib/state/followed.svelte'
import { session } from '$lib/state/session.svelte'

/** The most that are listed: whoever has more to do begins with the oldest. */
const LIMIT = 100

const opened = () => session.shop?.path ?? null

/** Read again after every change: any may add an action, end one, or rename whom it is about. */
const list = followed(
  async () => {
    const of = opened()
    return { of, due: await call('follow_ups_due', { until: null, limit: LIMIT }) }
  },
  () => true,
)

export const dueList = {
  /** Null until the first answer of this shop: those of one are no business of another. */
  get current(): FollowUpsDue | null {
    const known = list.current
    return known?.of === opened() ? known.due : null
  },
  follow: list.follow,
}
