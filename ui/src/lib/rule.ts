// A rule in words where nobody is subscribing: without an advice that would lead nowhere.
import type { Rule } from '$lib/api'
import { t } from '$lib/i18n'

export const ruleAlone = (rule: Rule): string => t.subscriptions.type.rules[rule] ?? t.rules[rule]
