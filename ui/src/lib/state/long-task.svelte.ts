// A long task of the core: whether it runs, how far it is, and a way to stop it. It hears the core itself for as long as it runs, whichever
// page is shown meanwhile.
import { call, on, type Events } from '$lib/api'

type Progress = Events['progress']
type ProgressOf<Name> = Extract<Progress, { task: Name }>

/** `name`: how the core calls it when it tells how far it is. */
export function longTask<Name extends Progress['task']>(
  name: Name,
  cancel: 'cancel_export' | 'cancel_duplicates',
) {
  let running = $state(false)
  let stopping = $state(false)
  let progress = $state.raw<ProgressOf<Name> | null>(null)

  const isOwn = (event: Progress): event is ProgressOf<Name> => event.task === name

  return {
    get running(): boolean {
      return running
    },
    get stopping(): boolean {
      return stopping
    },
    /** How far it is; null until the core says so. */
    get progress(): ProgressOf<Name> | null {
      return progress
    },
    /** Runs it: its answer, or its refusal, is that of `work`. */
    async run<Answer>(work: () => Promise<Answer>): Promise<Answer> {
      running = true
      stopping = false
      progress = null
      const silence = on('progress', (event) => {
        if (isOwn(event)) progress = event
      })
      try {
        return await work()
      } finally {
        silence()
        running = false
      }
    },
    /** Asks the core to stop; the answer comes through `run`. */
    async stop(): Promise<void> {
      if (!running || stopping) return
      stopping = true
      try {
        await call(cancel)
      } catch {
        // It ended in between: its own answer is what counts.
        stopping = false
      }
    },
  }
}
