// What the shop wants to know before a message leaves: a few lines, each with its icon.
import type { NewTemplate, TemplatePreview, VerdictReport } from '$lib/api'
import { t } from '$lib/i18n'
import type { IconName } from '$lib/ui/icons'

export interface Check {
  tone: 'ok' | 'wait' | 'no'
  icon: IconName
  text: string
}

const ok = (text: string): Check => ({ tone: 'ok', icon: 'check', text })

/** Only the clock stands against it: it waits for the hour. */
export const isLate = ({ reasons }: VerdictReport) => reasons.length === 1 && reasons[0] === 'outside_hours'

/** Whether the gate lets it into the queue. */
export const mayQueue = (verdict: VerdictReport) => verdict.allowed || isLate(verdict)

export function checksOf(template: NewTemplate, preview: TemplatePreview, shop: string): Check[] {
  const words = t.messages.checks
  const { body, subject, verdict } = preview
  const named = shop !== '' && `${subject} ${body}`.includes(shop)
  const stop = /\bstop\b/i.test(body)
  const reason = verdict.reasons.find((one) => one !== 'outside_hours')
  return [
    ...(named ? [ok(stop ? words.shop : words.shopOnly)] : []),
    ...(verdict.allowed || template.purpose !== 'commercial' ? [ok(words[template.purpose])] : []),
    verdict.allowed
      ? ok(words.soon)
      : isLate(verdict)
        ? { tone: 'wait', icon: 'clock', text: words.later }
        : {
            tone: 'no',
            icon: 'shield-ban',
            text: words.blocked(t.messages.blocked[reason ?? 'no_indicator']),
          },
  ]
}
