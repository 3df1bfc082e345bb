// Why a reminder cannot go by a channel, in words.
import type { ReminderObstacle } from '$lib/api'
import { t } from '$lib/i18n'
import { reasonText } from '$lib/lists/reasons'

/** « SMS : accord jamais demandé »: why a reminder does not go by a channel. */
export function obstacleText({ channel, blocked_by, failed_because }: ReminderObstacle): string {
  const why = blocked_by
    ? reasonText(blocked_by, channel)
    : failed_because
      ? t.messages.failed[failed_because]
      : t.movements.reminders.noTemplate
  return `${t.common.channels[channel]}\u00a0: ${why}`
}
