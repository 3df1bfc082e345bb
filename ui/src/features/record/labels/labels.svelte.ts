// The faces of one record's labels: read on arrival, read again whenever the core says that the record changed.
import { call, failure, on, type ApiFailure, type LabelFaces } from '$lib/api'

export type Labels = ReturnType<typeof labelsOf>

export function labelsOf(number: number) {
  let faces = $state.raw<LabelFaces | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read() {
    try {
      faces = await call('labels', { number })
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get faces(): LabelFaces | null {
      return faces
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** Reads the faces and follows them until the returned function is called. */
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        // What the shop keeps for all (the names of codes) shows here too.
        if (changed.all || changed.shop || changed.clients.includes(number)) void read()
      })
    },
  }
}
