// For tests only: plays the core at the very edge of the window, so that everything of ours runs as it does in the program.
import { emit } from '@tauri-apps/api/event'
import { mockIPC } from '@tauri-apps/api/mocks'
import type { ApiError, Commands, ErrorCode } from './bindings'
import type { Events } from './events'

export type Answers = {
  [C in keyof Commands]?: (request: Commands[C][0]) => Commands[C][1] | Promise<Commands[C][1]>
}

/** A refusal, to be thrown by an answer. */
export const refusal = (code: ErrorCode): ApiError => ({ code, params: {}, fields: [] })

/**
 * Answers the given commands of the core and refuses every other; returns the calls made, in their order. `shell` answers
 * what the window itself is asked (`pick_file` …), which is null otherwise.
 */
export function answering(
  answers: Answers,
  shell: Record<string, (request: Record<string, unknown>) => unknown> = {},
): { command: string; request: unknown }[] {
  const calls: { command: string; request: unknown }[] = []
  mockIPC(
    (name, payload) => {
      if (name !== 'call') return shell[name]?.(payload as Record<string, unknown>) ?? null
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

/** What one command was asked, in the order of the calls. */
export const requests = <C extends keyof Commands>(calls: ReturnType<typeof answering>, command: C) =>
  calls.filter((call) => call.command === command).map((call) => call.request as Commands[C][0])

/** Tells the window what the program tells it of its own accord, once it hears. */
export const announce = <E extends keyof Events>(event: E, payload: Events[E]) => emit(event, payload)
