export { format, language, t, type Catalogue } from './catalogue.svelte'
export { typeset } from './typeset'
export type { Language, Locale } from './locale'
