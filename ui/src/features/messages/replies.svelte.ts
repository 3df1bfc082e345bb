// Reading the replies that a gateway received: the file is chosen, the core writes the withdrawals, and what became of each is kept to be shown.
import {
  call,
  failure,
  pickFile,
  type ApiFailure,
  type RepliesReport,
  type ReplyOutcome,
  type ShownReply,
} from '$lib/api'

export type Replies = ReturnType<typeof repliesImport>

/** What a person has to do something about comes first. */
const ORDER: ReplyOutcome[] = ['to_record', 'to_read', 'unknown', 'stopped', 'stopped_before']

/** The replies by what was done with them; what there is none of is left out. */
export function grouped({ shown }: RepliesReport): { outcome: ReplyOutcome; replies: ShownReply[] }[] {
  return ORDER.map((outcome) => ({
    outcome,
    replies: shown.filter((reply) => reply.outcome === outcome),
  })).filter(({ replies }) => replies.length > 0)
}

export function repliesImport() {
  let report = $state.raw<RepliesReport | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = $state(false)

  return {
    /** What became of the table read last; null until one was, and once it was put away. */
    get report(): RepliesReport | null {
      return report
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get busy(): boolean {
      return busy
    },
    /** Asks for the table and reads it. */
    async choose(): Promise<void> {
      if (busy) return
      busy = true
      refused = null
      try {
        const path = await pickFile('table')
        if (path !== null) report = await call('import_replies', { path })
      } catch (thrown) {
        refused = failure(thrown)
      }
      busy = false
    },
    close(): void {
      report = null
    },
  }
}
