// Why the gate keeps somebody back, as lists and exports word and draw it.
import type { Channel, Reason } from '$lib/api'
import type { Tone } from '$lib/consents/marks'
import { t } from '$lib/i18n'
import type { IconName } from '$lib/ui/icons'

export const REASON_MARKS: Record<Reason, { icon: IconName; tone: Exclude<Tone, 'ok'> }> = {
  never_asked: { icon: 'circle-dashed', tone: 'never' },
  refused: { icon: 'circle-x', tone: 'no' },
  withdrawn: { icon: 'ban', tone: 'no' },
  no_indicator: { icon: 'circle-dashed', tone: 'never' },
  not_professional: { icon: 'building-2', tone: 'wait' },
  no_purchase: { icon: 'circle-dashed', tone: 'wait' },
  restricted: { icon: 'lock', tone: 'no' },
  inactive: { icon: 'eye-off', tone: 'never' },
  no_address: { icon: 'phone-off', tone: 'wait' },
  outside_hours: { icon: 'clock', tone: 'wait' },
}

/** « accord jamais demandé »; what lacks depends on how they would be reached. Where they are not (null), labels still need an address. */
export function reasonText(reason: Reason, channel: Channel | null): string {
  const words = t.edition.guard
  if (reason === 'no_address') return words.lacks[channel ?? 'postal']
  if (reason === 'withdrawn' && channel === 'phone') return words.stoppedCalls
  return words.reasons[reason]
}

/** What a use is called: « SMS commerciaux »; one without a name of its own by its channel and purpose. */
export function useName(use: { channel: Channel; purpose: keyof typeof t.common.purposes }): string {
  const own = t.edition.purpose.uses[`${use.channel}_${use.purpose}`]
  return own ?? `${t.common.channels[use.channel]}, ${t.common.purposes[use.purpose].toLowerCase()}`
}
