// Everything that the interface says. Too much for the start: what is on the first screen imports '$lib/i18n/first'.
import { sayFaults } from './fault'
import { t as first } from './first'
import { pages } from './fr/pages'
import { words } from './language.svelte'

export { format, isoDay, language, typeset, type Language, type Locale } from './first'

export const t = words(pages, () => import('./en/pages').then((english) => english.pages), first)

sayFaults((of, code) => {
  const known: Partial<Record<string, string>> = of === 'rule' ? t.rules : t.faults[of]
  return known[code]
})
