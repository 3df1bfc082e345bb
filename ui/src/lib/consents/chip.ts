// « Puis-je le contacter ? » in a few words: the verdicts of one channel become one chip.
import type { ChannelAnswer, Reason, VerdictReport } from '$lib/api'
import { t } from '$lib/i18n/first'
import type { IconName } from '$lib/ui/icons'
import type { Tone } from './marks'

interface Chip {
  tone: Tone
  icon: IconName
  /** « Oui », « Non ». */
  answer: string
  /** « techniques et commerciaux », « jamais demandé ». */
  detail: string
}

/** What is told when nothing is allowed, the gravest first. */
const GRAVITY: Reason[] = [
  'restricted',
  'inactive',
  'withdrawn',
  'refused',
  'no_address',
  'never_asked',
  'no_purchase',
  'not_professional',
  'no_indicator',
]
const TONES: Partial<Record<Reason, { tone: Tone; icon: IconName }>> = {
  restricted: { tone: 'no', icon: 'lock' },
  inactive: { tone: 'never', icon: 'eye-off' },
  withdrawn: { tone: 'no', icon: 'ban' },
  refused: { tone: 'no', icon: 'circle-x' },
}

/** The gravest reason against, as a word of its own would be drawn. */
function gravest(verdicts: VerdictReport[]): { reason: Reason; tone: Tone; icon: IconName } {
  const found = new Set(verdicts.flatMap((verdict) => verdict.reasons))
  const reason = GRAVITY.find((one) => found.has(one)) ?? 'no_indicator'
  return { reason, ...(TONES[reason] ?? { tone: 'never', icon: 'circle-dashed' }) }
}

/** One verdict in a word, drawn as its chip would be. */
export function answerOf(verdict: VerdictReport): Omit<Chip, 'detail'> {
  const words = t.contact
  if (verdict.allowed) return { tone: 'ok', icon: 'circle-check', answer: words.yes }
  if (isLate(verdict)) return { tone: 'wait', icon: 'clock', answer: words.later }
  const { tone, icon } = gravest([verdict])
  return { tone, icon, answer: words.no }
}

/** Only the clock stands against it. */
const isLate = ({ reasons }: VerdictReport) => reasons.length === 1 && reasons[0] === 'outside_hours'

function called({ channel, purpose }: VerdictReport): string {
  return channel === 'postal' && purpose === 'commercial' ? t.contact.postal : t.contact.short[purpose]
}

function enumerated(names: string[]): string {
  const [first = '', second, ...others] = names
  if (second === undefined) return first
  if (others.length === 0) return first + t.contact.and + second
  return `${first}, ${second} ${t.contact.others(others.length)}`
}

export function chipOf({ verdicts }: ChannelAnswer): Chip {
  const words = t.contact
  const yes = verdicts.filter((verdict) => verdict.allowed).map(called)
  const late = verdicts.filter(isLate).map((verdict) => words.afterHours(called(verdict)))
  if (yes.length > 0) {
    return { tone: 'ok', icon: 'circle-check', answer: words.yes, detail: enumerated([...yes, ...late]) }
  }
  if (late.length > 0) {
    return { tone: 'wait', icon: 'clock', answer: words.later, detail: enumerated(late) }
  }
  const { reason, tone, icon } = gravest(verdicts)
  return { tone, icon, answer: words.no, detail: words.why[reason] }
}
