// How many messages wait, for the rail and the status bar.
import { call, on } from '$lib/api'

let waiting = $state(0)

async function read() {
  try {
    waiting = (await call('outbox_counts')).waiting
  } catch {
    // Nothing is said of a queue that cannot be read: whoever opens its page is told why.
    waiting = 0
  }
}

export const queue = {
  /** « En attente » and « en cours ». */
  get waiting(): number {
    return waiting
  },
  /** Reads how many wait and follows them until the returned function is called. */
  follow(): () => void {
    void read()
    return on('changed', ({ all, messages }) => {
      if (all || messages) void read()
    })
  },
}
