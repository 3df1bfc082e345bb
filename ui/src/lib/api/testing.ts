// For tests only: plays the core at the very edge of the window, so that everything of ours runs as it does in the program.
import { mockIPC } from '@tauri-apps/api/mocks'
import type { ApiError, Commands, ErrorCode } from './bindings'

type Answers = {
  [C in keyof Commands]?: (request: Commands[C][0]) => Commands[C][1] | Promise<Commands[C][1]>
}

/** A refusal, to be thrown by an answer. */
export const refusal = (code: ErrorCode): ApiError => ({ code, params: {}, fields: [] })

/** Answers the given commands and refuses every other; returns the calls made, in their order. */
export function answering(answers: Answers): { command: string; request: unknown }[] {
  const calls: { command: string; request: unknown }[] = []
  mockIPC(
    (name, payload) => {
      if (name !== 'call') return null
      const { command, request } = payload as { command: keyof Commands; request: never }
      calls.push({ command, request })
      const answer = answers[command]
      if (answer === undefined) throw refusal('internal')
      return (answer as (request: never) => unknown)(request)
    },
    { shouldMockEvents: true },
  )
  return calls
}
