// How each language writes numbers, dates and plurals; no words here but « today » and « yesterday ».

/** A language of the interface. */
export type Language = 'fr' | 'en'

/** A moment in UTC milliseconds. */
type Moment = number

/**
 * How one language writes numbers, dates and plurals. Dates are JJ/MM/AAAA and times HH:MM in both: the shop's
 * papers are French whatever the language of the window.
 */
export interface Locale {
  /** 1602 → « 1 602 » */
  number: (value: number) => string
  /** The noun's form for a count: French has one form for 0 and 1, English for 1 only. */
  plural: (count: number, one: string, other: string) => string
  /** The count and the noun that follows it, kept on one line: « 3 fiches ». */
  counted: (count: number, one: string, other: string) => string
  /** 14/12/2018 */
  date: (at: Moment) => string
  /** 08:31 */
  time: (at: Moment) => string
  /** 14/12/2018 08:31 */
  dateTime: (at: Moment) => string
  /** « aujourd’hui », « hier », else the date. */
  day: (at: Moment, now?: Moment) => string
  /** The order of words in this language, accents and case aside. */
  compare: (a: string, b: string) => number
}

const NBSP = '\u00a0'
const TAGS: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }
const TODAY: Record<Language, string> = { fr: 'aujourd’hui', en: 'today' }
const YESTERDAY: Record<Language, string> = { fr: 'hier', en: 'yesterday' }

/** The day of a moment in the local calendar, as a number that grows by one a day. */
function calendarDay(at: Moment): number {
  const date = new Date(at)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}

/** Made at its first use: each of these costs the start milliseconds, and no first screen needs them all. */
function late<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

const digits = (value: number, length: number) => String(value).padStart(length, '0')

function date(at: Moment): string {
  const day = new Date(at)
  return `${digits(day.getDate(), 2)}/${digits(day.getMonth() + 1, 2)}/${digits(day.getFullYear(), 4)}`
}

function time(at: Moment): string {
  const moment = new Date(at)
  return `${digits(moment.getHours(), 2)}:${digits(moment.getMinutes(), 2)}`
}

/** The day of an ISO 8601 date, as the shop's papers have it: 2026-11-28 → « 28/11/2026 ». */
export const isoDay = (iso: string) => iso.split('-').toReversed().join('/')

function make(language: Language): Locale {
  const tag = TAGS[language]
  const numbers = late(() => new Intl.NumberFormat(tag))
  const plurals = late(() => new Intl.PluralRules(tag))
  const words = late(() => new Intl.Collator(tag, { sensitivity: 'base', numeric: true }))
  const number = (value: number) => numbers().format(value)
  const plural = (count: number, one: string, other: string) =>
    plurals().select(count) === 'one' ? one : other
  return {
    number,
    plural,
    counted: (count, one, other) => `${number(count)}${NBSP}${plural(count, one, other)}`,
    date,
    time,
    dateTime: (at) => `${date(at)}${NBSP}${time(at)}`,
    day(at, now = Date.now()) {
      const age = calendarDay(now) - calendarDay(at)
      if (age === 0) return TODAY[language]
      return age === 1 ? YESTERDAY[language] : date(at)
    },
    compare: (a, b) => words().compare(a, b),
  }
}

export const fr: Locale = make('fr')
export const en: Locale = make('en')
