// Labels and windows in their places, some of them hidden.

export interface Placed<Id> {
  id: Id
  shown: boolean
}

/** The shown ones in another order; hidden ones stay where they are, so that they come back to where they were. */
export function reordered<Id>(all: readonly Placed<Id>[], shown: readonly Id[]): Placed<Id>[] {
  const next = shown.values()
  return all.map((one) => (one.shown ? { id: next.next().value ?? one.id, shown: true } : one))
}

/** The same, one of them shown or hidden. */
export const turned = <Id>(all: readonly Placed<Id>[], id: Id, shown: boolean): Placed<Id>[] =>
  all.map((one) => (one.id === id ? { id, shown } : one))
