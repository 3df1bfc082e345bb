// How many messages wait and how many need somebody, for the rail and the status bar.
import { call, on } from '$lib/api'

let waiting = $state(0)
let trouble = $state(0)

async function read() {
  try {
    const counts = await call('outbox_counts')
    waiting = counts.waiting
    trouble = counts.trouble + counts.blocked
  } catch {
    // Nothing is said of a queue that cannot be read: whoever opens its page is told why.
    waiting = 0
    trouble = 0
  }
}

export const queue = {
  /** « En attente » and « en cours ». */
  get waiting(): number {
    return waiting
  },
  /** « Échec », « à vérifier » and « bloqué ». */
  get trouble(): number {
    return trouble
  },
  /** Reads how many there are and follows them until the returned function is called. */
  follow(): () => void {
    void read()
    return on('changed', ({ all, messages }) => {
      if (all || messages) void read()
    })
  },
}
