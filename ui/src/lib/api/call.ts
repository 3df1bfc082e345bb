// The one way to ask the core. What the manager answers for asks for the code by the way, and is then asked again.
import { invoke } from '@tauri-apps/api/core'
import type { Commands } from './bindings'
import { failure } from './failure'

/** The name of a command of the core. */
export type Command = keyof Commands
export type Request<C extends Command> = Commands[C][0]
export type Response<C extends Command> = Commands[C][1]

/** A command whose request has no field may be called without one. */
type Arguments<C extends Command> = [keyof Request<C>] extends [symbol] ? [] : [request: Request<C>]

/** Asks the person for the manager code, and says whether it was given. */
type AskForCode = () => Promise<boolean>

let askForCode: AskForCode | null = null

/** Sets who asks for the manager code when a command needs it, until the returned function is called. Fit for `$effect`. */
export function whenCodeNeeded(ask: AskForCode): () => void {
  askForCode = ask
  return () => {
    if (askForCode === ask) askForCode = null
  }
}

/**
 * Asks for the manager code now where there is one that was not given: before the person goes to some length for a command that would ask
 * for it afterwards. Says whether to go on; the core checks all the same.
 */
export async function unlocked(): Promise<boolean> {
  const { set, unlocked_until } = await glance('manager')
  return !set || unlocked_until !== null || askForCode === null || (await askForCode())
}

/** The same as `call` for what is shown by the way: a command that needs the manager code is refused rather than asked for. */
export async function glance<C extends Command>(
  command: C,
  ...[request]: Arguments<C>
): Promise<Response<C>> {
  try {
    return await invoke<Response<C>>('call', { command, request: request ?? {} })
  } catch (thrown) {
    throw failure(thrown)
  }
}

/**
 * Asks the core to do one thing. Rejects with an `ApiFailure` and with nothing else. Where the core wants the manager code first, the
 * person is asked for it, and what was asked is asked again once it is given.
 */
export async function call<C extends Command>(command: C, ...request: Arguments<C>): Promise<Response<C>> {
  try {
    return await glance(command, ...request)
  } catch (thrown) {
    const needed = failure(thrown).code === 'manager_code_needed'
    if (!needed || askForCode === null || !(await askForCode())) throw thrown
  }
  return glance(command, ...request)
}
