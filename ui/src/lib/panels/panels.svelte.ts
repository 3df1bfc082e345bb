// Where the labels and the windows of records stand, and which are shown: one layout for the shop, kept in the file. What is seen moves
// once the core has moved it.
import { call, failure, on, type ApiFailure, type Label, type PanelLayout, type Window } from '$lib/api'
import { ofShop } from '$lib/state/followed.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { reordered, turned, type Placed } from './placed'

let layout = $state.raw<PanelLayout | null>(null)
let refused = $state.raw<ApiFailure | null>(null)
/** Writes wait for one another: each begins with what the one before it made. */
let last: Promise<unknown> = Promise.resolve()

async function read() {
  try {
    layout = await call('panel_layout')
    refused = null
  } catch (thrown) {
    refused = failure(thrown)
  }
}

/** Stores what a gesture makes of the layout; says whether it did. */
function write(gesture: (now: PanelLayout) => Promise<PanelLayout>): Promise<boolean> {
  const done = last.then(async () => {
    if (layout === null) return false
    try {
      layout = await gesture(layout)
      return true
    } catch (thrown) {
      toasts.error(thrown)
      return false
    }
  })
  last = done
  return done
}

export type Panels<Id extends string> = ReturnType<typeof panelsOf<Id>>

function panelsOf<Id extends string>(
  of: (layout: PanelLayout) => Placed<Id>[],
  put: (layout: PanelLayout, placed: Placed<Id>[]) => PanelLayout,
) {
  const all = () => (layout === null ? [] : of(layout))
  const store = (change: (placed: Placed<Id>[]) => Placed<Id>[]) =>
    write((now) => call('save_panel_layout', put(now, change(of(now)))))
  return {
    /** All of them in their order; none before the first answer. */
    get all(): readonly Placed<Id>[] {
      return all()
    },
    /** Those that are shown, in their order. */
    get shown(): Id[] {
      return all()
        .filter((one) => one.shown)
        .map((one) => one.id)
    },
    /** Puts those that are shown in another order. */
    order: (ids: readonly Id[]) => store((placed) => reordered(placed, ids)),
    show: (id: Id, shown: boolean) => store((placed) => turned(placed, id, shown)),
  }
}

export const panels = {
  labels: panelsOf<Label>(
    (of) => of.labels.map(({ label, shown }) => ({ id: label, shown })),
    (of, placed) => ({ ...of, labels: placed.map(({ id, shown }) => ({ label: id, shown })) }),
  ),
  windows: panelsOf<Window>(
    (of) => of.windows.map(({ window, shown }) => ({ id: window, shown })),
    (of, placed) => ({ ...of, windows: placed.map(({ id, shown }) => ({ window: id, shown })) }),
  ),
  /** Whether there was an answer. */
  get ready(): boolean {
    return layout !== null
  },
  get refused(): ApiFailure | null {
    return refused
  },
  /** Puts labels and windows back to where they stand in a new file; returns the layout until then, or null where it did not. */
  async reset(): Promise<PanelLayout | null> {
    let before: PanelLayout | null = null
    const done = await write((now) => {
      before = now
      return call('reset_panel_layout')
    })
    return done ? before : null
  },
  restore: (before: PanelLayout) => write(() => call('save_panel_layout', before)),
  /** Reads the layout and follows it until the returned function is called. */
  follow(): () => void {
    void read()
    return on('changed', (changed) => {
      if (ofShop(changed)) void read()
    })
  },
}
