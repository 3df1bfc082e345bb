// The language of the moment, and the words of the interface in it. Reading `t` or `format` in a component makes it follow a change of
// language. French, which nearly every counter speaks, comes with whoever says it; English is fetched when it is asked for.
import { en, fr, type Language, type Locale } from './locale'

const locales: Record<Language, Locale> = { fr, en }

let current = $state<Language>('fr')
/** What was asked for last: the fetch of an earlier choice must not win over it. */
let wanted: Language = 'fr'
/** For each part of the catalogue, how to get its English words. */
const fetches: (() => Promise<void>)[] = []

export const language = {
  get current(): Language {
    return current
  },
  /** Switches the whole interface at once, as soon as its words are there. Rejects when they cannot be fetched. */
  async use(next: Language): Promise<void> {
    wanted = next
    await language.ready()
    if (wanted !== next) return
    current = next
    document.documentElement.lang = next
  },
  /** Resolves once every part of the catalogue that came so far speaks the language that was asked for last. */
  async ready(): Promise<void> {
    if (wanted === 'en') await Promise.all(fetches.map((fetch) => fetch()))
  },
}

/**
 * One part of the catalogue, as an object that reads in the current language: `t.search.title`. `french` is the source: a key missing
 * from `english` does not compile. `base`: another part, whose words it says too.
 */
export function words<T extends object, Base extends object>(
  french: T,
  english: () => Promise<T>,
  base: Base,
): T & Base {
  let fetched = $state.raw<T | null>(null)
  fetches.push(async () => {
    fetched ??= await english()
  })
  const t = Object.create(base) as T & Base
  for (const section of Object.keys(french) as (keyof T)[]) {
    Object.defineProperty(t, section, { get: () => ((current === 'en' && fetched) || french)[section] })
  }
  return t
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
