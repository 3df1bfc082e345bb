// The conditions of a list while they are typed: days and amounts as people write them, several values with semicolons between them.
import type { Condition, ListField, ListFieldInfo, Operator } from '$lib/api'
import { readDay, spelledDay, wholeDay } from '$lib/days'
import { isoDay } from '$lib/i18n'
import { readBalance, typedEuros } from '$lib/money'

/** One condition as it stands in its fields. */
export interface Draft {
  /** Its own for as long as it is shown. */
  id: number
  field: ListField
  operator: Operator
  /** What is typed: one text a field, or the codes that are chosen. */
  values: string[]
}

export type Problem = 'incomplete' | 'not_a_day' | 'not_a_number' | 'not_an_amount'

/** How many fields an operator needs. */
export function fieldsOf(operator: Operator): 0 | 1 | 2 {
  if (operator === 'empty' || operator === 'filled') return 0
  return operator === 'between' ? 2 : 1
}

/** Whether several values may stand in its one field, with semicolons between them. */
export const takesSeveral = (operator: Operator) => operator === 'is' || operator === 'is_not'

/** A new condition on a field, by the likeliest comparison. */
export function freshDraft(id: number, info: ListFieldInfo): Draft {
  return { id, field: info.field, operator: info.operators[0] ?? 'is', values: [] }
}

/** The same condition on another field: what was typed stays where it still means something. */
export function onField(draft: Draft, before: ListFieldInfo | undefined, info: ListFieldInfo): Draft {
  const operator = info.operators.includes(draft.operator) ? draft.operator : (info.operators[0] ?? 'is')
  const keeps = before?.kind === info.kind && info.kind !== 'choice'
  return { ...draft, field: info.field, operator, values: keeps ? draft.values : [] }
}

function readValue(typed: string, kind: ListFieldInfo['kind']): { value: string } | Problem {
  const text = typed.trim()
  if (text === '') return 'incomplete'
  if (kind === 'day') {
    const day = wholeDay(text)
    if (day !== null) return { value: day }
    // « 1 » may become « 14/12/2018 »: a short day is asked about once it is spelled.
    return readDay(text) === null ? 'not_a_day' : 'incomplete'
  }
  if (kind === 'number') {
    const digits = text.replace(/[\s\u00a0\u202f]/g, '')
    return /^\d{1,15}$/.test(digits) ? { value: digits } : 'not_a_number'
  }
  if (kind === 'amount') {
    // What is due may be below zero.
    const cents = readBalance(text)
    return cents === null ? 'not_an_amount' : { value: String(cents) }
  }
  return { value: text }
}

/** What was typed of days, each written whole, once the field is left: « 14/12 » → « 14/12/2026 ». */
export function spelledDays(typed: string, operator: Operator): string {
  if (!takesSeveral(operator)) return spelledDay(typed)
  const days = typed.split(';').map((part) => part.trim())
  return days
    .filter((part) => part !== '')
    .map(spelledDay)
    .join(' ; ')
}

/** What the core is asked for a condition, or why it cannot be asked yet. */
export function readDraft(draft: Draft, info: ListFieldInfo | undefined): Condition | Problem {
  if (info === undefined) return 'incomplete'
  const { field, operator } = draft
  const needed = fieldsOf(operator)
  if (needed === 0) return { field, operator, values: [] }
  if (info.kind === 'choice') {
    return draft.values.length === 0 ? 'incomplete' : { field, operator, values: draft.values }
  }
  const typed = takesSeveral(operator)
    ? (draft.values[0] ?? '').split(';').filter((part) => part.trim() !== '')
    : Array.from({ length: needed }, (_, index) => draft.values[index] ?? '')
  if (typed.length === 0) return 'incomplete'
  const values: string[] = []
  for (const text of typed) {
    const read = readValue(text, info.kind)
    if (typeof read === 'string') return read
    values.push(read.value)
  }
  return { field, operator, values }
}

/** A stored condition, as it stands in fields. */
export function draftOf(id: number, condition: Condition, info: ListFieldInfo | undefined): Draft {
  const { field, operator } = condition
  const asTyped = (value: string) => {
    if (info?.kind === 'day') return isoDay(value)
    return info?.kind === 'amount' ? typedEuros(Number(value)) : value
  }
  const shown = condition.values.map(asTyped)
  const one = takesSeveral(operator) && info?.kind !== 'choice'
  return { id, field, operator, values: one ? [shown.join(' ; ')] : shown }
}
