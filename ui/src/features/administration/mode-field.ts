// Which word of a way of agreeing the core refused, so that it is said at its field.
import type { AgreementMode, ApiFailure, NewMode } from '$lib/api'
import { format } from '$lib/i18n'

/** The longest words of a mode, in characters. */
const LONGEST = 60

/** Which of the words a refusal is about: the core says what is wrong, not where. */
export function refusedWords(
  error: ApiFailure,
  typed: NewMode,
  others: readonly AgreementMode[],
): keyof NewMode | null {
  const about = (wrong: (text: string) => boolean) =>
    (['name', 'label', 'hint'] as const).find((field) => wrong(typed[field].trim())) ?? null
  if (error.code === 'name_missing') return typed.name.trim() === '' ? 'name' : 'label'
  if (error.code === 'name_too_long') return about((text) => [...text].length > LONGEST)
  if (error.code !== 'name_taken') return null
  return others.some((other) => format.compare(other.name, typed.name.trim()) === 0) ? 'name' : 'label'
}
