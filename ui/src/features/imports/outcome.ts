// How an import ended, told from its report or from its refusal.
import type { ApiFailure, ImportReport } from '$lib/api'

type Outcome = 'done' | 'stopped' | 'failed'

/** How an import ended. The core may say « stopped » by a report or by a refusal; both mean that nothing was kept. */
export function outcomeOf(run: { report: ImportReport | null; refused: ApiFailure | null }): Outcome {
  if (run.report?.cancelled || run.refused?.code === 'import_cancelled') return 'stopped'
  return run.report === null || run.refused !== null ? 'failed' : 'done'
}
