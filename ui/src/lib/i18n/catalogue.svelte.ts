// The words of the interface, in the language of the moment. Reading `t` or `format` in a component makes it follow
// a change of language. `fr` is the source: a key missing from `en` does not compile.
import * as enCatalogue from './en'
import * as frCatalogue from './fr'
import { en, fr, type Language, type Locale } from './locale'

export type { Language, Locale } from './locale'

export type Catalogue = typeof frCatalogue

const catalogues: Record<Language, Catalogue> = { fr: frCatalogue, en: enCatalogue }
const locales: Record<Language, Locale> = { fr, en }

let current = $state<Language>('fr')

export const language = {
  get current(): Language {
    return current
  },
  /** Switches the whole interface at once. */
  use(next: Language) {
    current = next
    document.documentElement.lang = next
  },
}

/** The catalogue of the current language: `t.search.title`. */
export const t: Catalogue = {
  get administration() {
    return catalogues[current].administration
  },
  get common() {
    return catalogues[current].common
  },
  get consents() {
    return catalogues[current].consents
  },
  get errors() {
    return catalogues[current].errors
  },
  get imports() {
    return catalogues[current].imports
  },
  get problems() {
    return catalogues[current].problems
  },
  get record() {
    return catalogues[current].record
  },
  get register() {
    return catalogues[current].register
  },
  get search() {
    return catalogues[current].search
  },
  get shell() {
    return catalogues[current].shell
  },
  get start() {
    return catalogues[current].start
  },
}

/** Numbers, dates and plurals in the current language: `format.dateTime(at)`. */
export const format: Locale = {
  number: (value) => locales[current].number(value),
  plural: (count, one, other) => locales[current].plural(count, one, other),
  counted: (count, one, other) => locales[current].counted(count, one, other),
  date: (at) => locales[current].date(at),
  time: (at) => locales[current].time(at),
  dateTime: (at) => locales[current].dateTime(at),
  day: (at, now) => locales[current].day(at, now),
  compare: (a, b) => locales[current].compare(a, b),
}
