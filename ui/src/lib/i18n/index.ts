export { format, language, t, type Catalogue } from './catalogue.svelte'
export { typeset } from './typeset'
export { isoDay, type Language, type Locale } from './locale'
