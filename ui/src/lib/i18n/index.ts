export { format, language, t, type Catalogue } from './catalogue.svelte'
export type { Language, Locale } from './locale'
