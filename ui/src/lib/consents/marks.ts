// How channels, states and modes are drawn: never by colour alone, always an icon and a word.
import type { AgreementMode, Channel, ConsentState, Given } from '$lib/api'
import type { IconName } from '$lib/ui/icons'

export type Tone = 'ok' | 'no' | 'wait' | 'never'

export const CHANNEL_ICONS: Record<Channel, IconName> = {
  sms: 'message-square',
  mail: 'mail',
  postal: 'mailbox',
  phone: 'phone',
}

export const STATE_MARKS: Record<ConsentState, { icon: IconName; tone: Tone }> = {
  never_asked: { icon: 'circle-dashed', tone: 'never' },
  granted: { icon: 'circle-check', tone: 'ok' },
  granted_by_default: { icon: 'circle-check', tone: 'ok' },
  refused: { icon: 'circle-x', tone: 'no' },
  withdrawn: { icon: 'ban', tone: 'no' },
}

export const ANSWER_MARKS: Record<Given, { icon: IconName; tone: Tone }> = {
  granted: { icon: 'circle-plus', tone: 'ok' },
  refused: { icon: 'circle-x', tone: 'no' },
  withdrawn: { icon: 'ban', tone: 'no' },
}

const MODE_ICONS: Record<string, IconName> = {
  oral: 'mic',
  written: 'pencil',
  mail: 'mail',
  sms: 'message-square',
  letter: 'mailbox',
  other: 'ellipsis',
}

/** The drawing of a mode; a mode of the shop's own has the general one. */
export const modeIcon = (mode: AgreementMode): IconName => MODE_ICONS[mode.code] ?? 'tag'
