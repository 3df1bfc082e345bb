// What the program says unasked. However many listen, the window listens once for each event.
import { listen } from '@tauri-apps/api/event'
import type { Changes, Launch, Progress } from './bindings'

/** What the program tells the window of its own accord. */
export interface Events {
  /** After every committed write: whoever shows what it touches asks again. */
  changed: Changes
  /** How far a long task is. `total` is 0 while it is not known. */
  progress: Progress
  /** A second start of the program was asked to open this file. */
  launch: Launch
  /** A file was dropped on the window. */
  dropped: Launch
  /** The user asked to close the window; answered by `windowStay` or `windowClose`. */
  close_requested: null
}

type Handler<E extends keyof Events> = (payload: Events[E]) => void
type Handlers = { [E in keyof Events]: Set<{ handler: Handler<E> }> }

const handlers: Handlers = {
  changed: new Set(),
  progress: new Set(),
  launch: new Set(),
  dropped: new Set(),
  close_requested: new Set(),
}

function listenTo<E extends keyof Events>(event: E): Promise<unknown> {
  return listen<Events[E]>(event, ({ payload }) => {
    for (const { handler } of handlers[event]) handler(payload)
  })
}

/** Begins to hear what the program tells, and resolves when it does. Once, after the first screen is painted: each listening costs the start. */
export async function hear(): Promise<void> {
  await Promise.all((Object.keys(handlers) as (keyof Events)[]).map(listenTo))
}

/** Calls `handler` at every such event until the returned function is called. Fit for `$effect`. */
export function on<E extends keyof Events>(event: E, handler: Handler<E>): () => void {
  const entry = { handler }
  const set: Set<{ handler: Handler<E> }> = handlers[event]
  set.add(entry)
  return () => set.delete(entry)
}
