// A consent question being put together. What goes together is filled in; whether it may be asked is for the core to say.
import type { ApiFailure, Audience, Channel, Indicator, Kind, NewIndicator, Purpose } from '$lib/api'

export const CHANNELS: readonly Channel[] = ['sms', 'mail', 'postal', 'phone']
export const KINDS: readonly Kind[] = ['opt_in', 'opt_out', 'newsletter']
export const AUDIENCES: readonly Audience[] = ['everyone', 'professionals', 'existing_customers']

/** What each channel serves: a service message is written, a newsletter is not read out. */
const PURPOSES: Record<Channel, readonly Purpose[]> = {
  sms: ['technical', 'commercial', 'newsletter', 'b2b', 'partners'],
  mail: ['technical', 'commercial', 'newsletter', 'b2b', 'partners'],
  postal: ['commercial', 'newsletter', 'b2b', 'partners'],
  phone: ['commercial', 'b2b', 'partners'],
}
export const purposesOf = (channel: Channel): readonly Purpose[] => PURPOSES[channel]

/** Whether the law fixes the type: prospecting consumers by SMS, mail or phone needs their prior consent. */
export const isLocked = ({
  channel,
  purpose,
  audience,
}: Pick<Indicator, 'channel' | 'purpose' | 'audience'>) =>
  channel !== 'postal' && purpose !== 'technical' && audience === 'everyone'

export type IndicatorField = keyof NewIndicator

/** The field that a refusal is about. */
export function refusedField(error: ApiFailure, { purpose, audience }: NewIndicator): IndicatorField | null {
  if (error.code === 'opt_out_forbidden') return 'kind'
  if (error.code === 'indicator_unsuited') {
    return purpose === 'b2b' && audience !== 'professionals' ? 'audience' : 'kind'
  }
  return error.code.startsWith('name_') ? 'name' : null
}

export function newIndicator() {
  let name = $state('')
  let channel = $state<Channel>('sms')
  let purpose = $state<Purpose>('commercial')
  let kind = $state<Kind>('opt_in')
  let audience = $state<Audience>('everyone')

  function aimAt(next: Purpose) {
    if (next === 'newsletter') kind = 'newsletter'
    else if (kind === 'newsletter') kind = 'opt_in'
    if (next === 'b2b') audience = 'professionals'
    else if (purpose === 'b2b' && audience === 'professionals') audience = 'everyone'
    purpose = next
  }

  return {
    get name(): string {
      return name
    },
    set name(next: string) {
      name = next
    },
    get channel(): Channel {
      return channel
    },
    set channel(next: Channel) {
      channel = next
      if (!PURPOSES[next].includes(purpose)) aimAt('commercial')
    },
    get purpose(): Purpose {
      return purpose
    },
    set purpose(next: Purpose) {
      aimAt(next)
    },
    get kind(): Kind {
      return kind
    },
    set kind(next: Kind) {
      kind = next
      if (next === 'newsletter' && PURPOSES[channel].includes('newsletter')) aimAt('newsletter')
      else if (next !== 'newsletter' && purpose === 'newsletter') purpose = 'commercial'
    },
    get audience(): Audience {
      return audience
    },
    set audience(next: Audience) {
      audience = next
    },
    get request(): NewIndicator {
      return { name, channel, purpose, kind, audience }
    },
  }
}
