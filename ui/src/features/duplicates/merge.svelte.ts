// Two records side by side: what each says, what would hold, which value was chosen for each field, and making one of them.
import { call, failure, on, type ApiFailure, type ClientField, type MergePreview } from '$lib/api'
import { shortName } from '$lib/clients/name'
import { undoMerge } from '$lib/clients/undo-merge'
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'

export type Merge = ReturnType<typeof merging>

/** What the core judges by: which questions are asked of the record that stays, and whether what both hold fits it. */
const isJudgedBy = (field: ClientField) => field === 'type' || field === 'email' || field === 'professional'

/** `first`: the record that stays at first, and the one that goes into it. */
export function merging(first: { kept: number; merged: number }) {
  let pair = $state.raw(first)
  let preview = $state.raw<MergePreview | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)
  /** Fields whose value comes from the record that goes. */
  let taken = $state.raw<ClientField[]>([])
  let busy = $state(false)
  let asked = 0

  const ask = (take_merged: ClientField[]) => call('merge_preview', { ...pair, take_merged })

  async function read(fresh: boolean) {
    const turn = ++asked
    try {
      let answer = await ask(fresh ? [] : taken)
      const choice = answer.fields
        .filter(({ field, differs, take_merged }) => differs && (fresh ? take_merged : taken.includes(field)))
        .map(({ field }) => field)
      // What is proposed was not judged yet.
      if (fresh && choice.some(isJudgedBy)) answer = await ask(choice)
      if (turn !== asked) return
      preview = answer
      refused = null
      taken = choice
    } catch (thrown) {
      if (turn === asked) refused = failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get preview(): MergePreview | null {
      return preview
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get busy(): boolean {
      return busy
    },
    takes: (field: ClientField) => taken.includes(field),
    choose(field: ClientField, fromMerged: boolean): void {
      const others = taken.filter((one) => one !== field)
      taken = fromMerged ? [...others, field] : others
      if (isJudgedBy(field)) void read(false)
    },
    /** Keeps the other record instead; the choices begin anew. */
    swap(): Promise<void> {
      pair = { kept: pair.merged, merged: pair.kept }
      return read(true)
    },
    /** Makes one of the two; returns the record that stayed, or null when it was refused. */
    async run(): Promise<number | null> {
      if (preview === null || preview.refused !== null || busy) return null
      busy = true
      try {
        const { kept, merged } = preview
        const done = await call('merge_clients', {
          kept: kept.number,
          kept_revision: kept.revision,
          merged: merged.number,
          merged_revision: merged.revision,
          take_merged: taken,
        })
        const undoable = { id: done.id, merged: merged.number }
        toasts.show({
          tone: 'ok',
          title: t.duplicates.merging.done(shortName(done.record.client)),
          action: { label: t.duplicates.record.undo, run: () => void undoMerge(undoable) },
        })
        return done.record.number
      } catch (thrown) {
        refused = failure(thrown)
        return null
      } finally {
        busy = false
      }
    },
    /** Reads both records and follows them until the returned function is called. */
    follow(): () => void {
      void read(true)
      return on('changed', (changed) => {
        const touched = changed.clients.some((one) => one === pair.kept || one === pair.merged)
        if (!busy && (changed.all || touched)) void read(false)
      })
    },
  }
}
