// A movement while it is typed: new, or one that is edited. Texts become amounts and days when it is saved; the core decides the rest.
import {
  call,
  failure,
  type ApiFailure,
  type Movement,
  type MovementInput,
  type MovementKind,
  type MovementProblem,
} from '$lib/api'
import { readDay, shownDay, today } from '$lib/days'
import { t } from '$lib/i18n'
import { readEuros, typedEuros } from '$lib/money'
import { errorText } from '$lib/state/toasts.svelte'

export type MovementForm = ReturnType<typeof movementForm>

type MovementField =
  'what' | 'day' | 'amount' | 'estimate' | 'note' | 'in_workshop_on' | 'ready_on' | 'returned_on'

/** Under which field a refusal of the core is shown. */
const PLACES: Partial<Record<MovementProblem, MovementField>> = {
  what_missing: 'what',
  what_too_long: 'what',
  note_too_long: 'note',
  amount_missing: 'amount',
  amount_unfit: 'amount',
  day_ahead: 'day',
  days_unordered: 'day',
}

/** `movement`: the one that is edited; else a new one of `kind` for the client `number`. */
export function movementForm(number: number, kind: MovementKind, movement: Movement | null) {
  const typed = $state({
    kind: movement?.kind ?? kind,
    what: movement?.what ?? '',
    day: shownDay(movement?.day ?? today()),
    amount: typedEuros(movement?.amount ?? null),
    estimate: typedEuros(movement?.estimate ?? null),
    note: movement?.note ?? '',
    in_workshop_on: shownDay(movement?.in_workshop_on ?? null),
    ready_on: shownDay(movement?.ready_on ?? null),
    returned_on: shownDay(movement?.returned_on ?? null),
  })
  let wrong = $state.raw<Partial<Record<MovementField, string>>>({})
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = $state(false)

  /** What was typed, as the core takes it; null where something cannot be read. */
  function read(): MovementInput | null {
    const words = t.movements.dialog
    const faults: Partial<Record<MovementField, string>> = {}
    const day = (field: 'day' | 'in_workshop_on' | 'ready_on' | 'returned_on') => {
      const found = readDay(typed[field])
      if (found === null && (field === 'day' || typed[field].trim() !== ''))
        faults[field] = words.unreadableDay
      return found
    }
    const amount = (field: 'amount' | 'estimate') => {
      const found = readEuros(typed[field])
      if (found === null && typed[field].trim() !== '') faults[field] = words.unreadableAmount
      return found
    }
    const repair = typed.kind === 'repair'
    const input: MovementInput = {
      kind: typed.kind,
      what: typed.what,
      day: day('day') ?? '',
      amount: amount('amount'),
      estimate: repair ? amount('estimate') : null,
      note: typed.note,
      in_workshop_on: repair ? day('in_workshop_on') : null,
      ready_on: repair ? day('ready_on') : null,
      returned_on: typed.kind === 'purchase' ? null : day('returned_on'),
    }
    wrong = faults
    return Object.keys(faults).length === 0 ? input : null
  }

  return {
    typed,
    /** Whether it is a new one. */
    fresh: movement === null,
    get busy(): boolean {
      return busy
    },
    /** What is wrong with a field, in words. */
    problem: (field: MovementField): string | null => wrong[field] ?? null,
    /** What is wrong with the whole. */
    get refused(): ApiFailure | null {
      return refused
    },
    /** Saves it; says whether it was. */
    async save(): Promise<boolean> {
      const input = read()
      if (input === null || busy) return false
      busy = true
      refused = null
      try {
        if (movement === null) await call('create_movement', { number, movement: input })
        else await call('save_movement', { id: movement.id, revision: movement.revision, movement: input })
        return true
      } catch (thrown) {
        const error = failure(thrown)
        const place = PLACES[error.params['problem'] as MovementProblem]
        if (place) wrong = { [place]: errorText(error) }
        else refused = error
        return false
      } finally {
        busy = false
      }
    },
  }
}
