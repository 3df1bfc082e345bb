// What the first script may say: for the frame, the search, and all that they show. Everyone else imports '$lib/i18n'.
import { first } from './fr/first'
import { words } from './language.svelte'

export { format, language } from './language.svelte'
export { isoDay, type Language, type Locale } from './locale'
export { typeset } from './typeset'

export const t = words(first, () => import('./en/first').then((english) => english.first), {})
