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

/** Calls `handler` at every such event until the returned function is called. Fit for `$effect`. */
export function on<E extends keyof Events>(event: E, handler: (payload: Events[E]) => void): () => void {
  let stopped = false
  const stop = listen<Events[E]>(event, ({ payload }) => {
    if (!stopped) handler(payload)
  })
  return () => {
    stopped = true
    void stop.then((unlisten) => unlisten())
  }
}
