// The faces of one record's labels.
import { call, type ApiFailure, type LabelFaces } from '$lib/api'
import { panelOf } from './panel.svelte'

export type Labels = ReturnType<typeof labelsOf>

export function labelsOf(number: number) {
  // What the shop keeps for all (the names of codes) shows here too.
  const labels = panelOf<LabelFaces>(number, () => call('labels', { number }), true)

  return {
    /** Null until the first answer. */
    get faces(): LabelFaces | null {
      return labels.current
    },
    get refused(): ApiFailure | null {
      return labels.refused
    },
    follow: labels.follow,
  }
}
