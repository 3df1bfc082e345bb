import type { Channel } from '$lib/api'
import type { IconName } from '$lib/ui/icons'

/** How channels are drawn, beside their word. */
export const CHANNEL_ICONS: Record<Channel, IconName> = {
  sms: 'message-square',
  mail: 'mail',
  postal: 'mailbox',
  phone: 'phone',
}
