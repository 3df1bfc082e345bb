// The words of what the core finds wrong with a field of a record.
import type { FieldIssue } from '$lib/api'
import { format, t } from '$lib/i18n'

/** What is wrong with a field, in the user's words; null when nothing is. */
export function problem(issue: FieldIssue | null): string | null {
  return issue && t.problems[issue.problem](issue.max === null ? '' : format.number(issue.max))
}
