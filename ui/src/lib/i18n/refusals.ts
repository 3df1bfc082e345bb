// Why a rule of subscriptions refuses something. Only pages meet one, so that its words come with theirs, and not with the start.
import type { Rule } from '../api'

let say: (rule: Rule) => string | undefined = () => undefined

/** The sentence of a rule, once a page is there. */
export const whyRefused = (rule: string | undefined): string | undefined => say(rule as Rule)

export function sayRules(words: (rule: Rule) => string | undefined): void {
  say = words
}
