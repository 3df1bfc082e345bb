import { invoke } from '@tauri-apps/api/core'
import type { Commands } from './bindings'
import { failure } from './failure'

/** The name of a command of the core. */
export type Command = keyof Commands
export type Request<C extends Command> = Commands[C][0]
export type Response<C extends Command> = Commands[C][1]

/** A command whose request has no field may be called without one. */
type Arguments<C extends Command> = [keyof Request<C>] extends [symbol] ? [] : [request: Request<C>]

/** Asks the core to do one thing. Rejects with an `ApiFailure` and with nothing else. */
export async function call<C extends Command>(command: C, ...[request]: Arguments<C>): Promise<Response<C>> {
  try {
    return await invoke<Response<C>>('call', { command, request: request ?? {} })
  } catch (thrown) {
    throw failure(thrown)
  }
}
