// The actions that are due today or were before, of all clients. It outlives the page, so that coming back finds the count at once.
import { call, failure, on, type ApiFailure, type FollowUpsDue } from '$lib/api'

/** The most that are listed: whoever has more to do begins with the oldest. */
const LIMIT = 100

let current = $state.raw<FollowUpsDue | null>(null)
let refused = $state.raw<ApiFailure | null>(null)

async function read() {
  try {
    current = await call('follow_ups_due', { until: null, limit: LIMIT })
    refused = null
  } catch (thrown) {
    refused = failure(thrown)
  }
}

export const dueList = {
  /** Null until the first answer. */
  get current(): FollowUpsDue | null {
    return current
  },
  get refused(): ApiFailure | null {
    return refused
  },
  /** Reads the list and follows it until the returned function is called. */
  follow(): () => void {
    void read()
    return on('changed', () => void read())
  },
}
