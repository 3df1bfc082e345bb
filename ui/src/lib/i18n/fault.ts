// What is wrong in detail with something that was refused. Only pages meet such refusals, so that these words come with theirs, and not
// with the start.
import type { faults } from './fr/faults'

type Kind = keyof typeof faults | 'rule'

let say: (of: Kind, code: string) => string | undefined = () => undefined

/** The sentence of a fault, or of a rule of subscriptions; nothing for one that is not known, or before there is a page. */
export const fault = (of: Kind, code: string | undefined): string | undefined =>
  code === undefined ? undefined : say(of, code)

export function sayFaults(words: typeof say): void {
  say = words
}
