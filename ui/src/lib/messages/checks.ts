// What the shop wants to know before a message leaves: a few lines, each with its icon.
import type { MessageVerdict, NewTemplate, TemplatePreview } from '$lib/api'
import { format, t } from '$lib/i18n'
import type { IconName } from '$lib/ui/icons'

export interface Check {
  tone: 'ok' | 'wait' | 'no'
  icon: IconName
  text: string
}

const ok = (text: string): Check => ({ tone: 'ok', icon: 'check', text })

/** Whether the gate lets it into the queue, at once or for a later hour. */
export const mayQueue = ({ allowed, waits_until }: MessageVerdict) => allowed || waits_until !== null

export function checksOf(template: NewTemplate, preview: TemplatePreview, shop: string): Check[] {
  const words = t.messages.checks
  const { added, body, subject, verdict } = preview
  const named = shop !== '' && `${subject} ${body}`.includes(shop)
  const stop = /\bstop\b/i.test(`${body} ${added}`)
  const reason = verdict.reasons.find((one) => one !== 'outside_hours')
  return [
    ...(named ? [ok(stop ? words.shop : words.shopOnly)] : []),
    ...(mayQueue(verdict) || template.purpose !== 'commercial' ? [ok(words[template.purpose])] : []),
    verdict.allowed
      ? ok(words.soon)
      : verdict.waits_until !== null
        ? { tone: 'wait', icon: 'clock', text: words.later(format.dateTime(verdict.waits_until)) }
        : {
            tone: 'no',
            icon: 'shield-ban',
            text: words.blocked(t.messages.blocked[reason ?? 'no_indicator']),
          },
  ]
}
