// The words of the interface, in the language of the moment. Reading `t` or `format` in a component makes it follow
// a change of language. `fr` is the source: a key missing from `en` does not compile. French, which nearly every
// counter speaks, is there from the start; English is fetched when it is asked for.
import * as frCatalogue from './fr'
import { en, fr, type Language, type Locale } from './locale'

export type { Language, Locale } from './locale'

export type Catalogue = typeof frCatalogue

const catalogues: Record<Language, () => Catalogue | Promise<Catalogue>> = {
  fr: () => frCatalogue,
  en: () => import('./en'),
}
const locales: Record<Language, Locale> = { fr, en }

let current = $state<Language>('fr')
let words = $state.raw<Catalogue>(frCatalogue)
/** What was asked for last: the fetch of an earlier choice must not win over it. */
let wanted: Language = 'fr'

export const language = {
  get current(): Language {
    return current
  },
  /** Switches the whole interface at once, as soon as its words are there. Rejects when they cannot be fetched. */
  async use(next: Language): Promise<void> {
    wanted = next
    const fetched = await catalogues[next]()
    if (wanted !== next) return
    words = fetched
    current = next
    document.documentElement.lang = next
  },
}

/** The catalogue of the current language: `t.search.title`. */
export const t: Catalogue = {
  get administration() {
    return words.administration
  },
  get campaigns() {
    return words.campaigns
  },
  get carriers() {
    return words.carriers
  },
  get common() {
    return words.common
  },
  get consents() {
    return words.consents
  },
  get duplicates() {
    return words.duplicates
  },
  get edition() {
    return words.edition
  },
  get errors() {
    return words.errors
  },
  get exports() {
    return words.exports
  },
  get imports() {
    return words.imports
  },
  get manager() {
    return words.manager
  },
  get messages() {
    return words.messages
  },
  get problems() {
    return words.problems
  },
  get record() {
    return words.record
  },
  get register() {
    return words.register
  },
  get removal() {
    return words.removal
  },
  get replies() {
    return words.replies
  },
  get search() {
    return words.search
  },
  get shell() {
    return words.shell
  },
  get start() {
    return words.start
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
