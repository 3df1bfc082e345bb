// Everything that the interface says. Too much for the start: what is on the first screen imports '$lib/i18n/first'.
import { sayFaults } from './fault'
import { t as first } from './first'
import { pages } from './fr/pages'
import { words } from './language.svelte'
import { sayRules } from './refusals'

export { format, isoDay, language, typeset, type Language, type Locale } from './first'

export const t = words(pages, () => import('./en/pages').then((english) => english.pages), first)

sayRules((rule) => t.rules[rule])
sayFaults((of, code) => (t.faults[of] as Partial<Record<string, string>>)[code])
