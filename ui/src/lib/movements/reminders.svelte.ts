// « Relances SAV Clients »: the repairs that wait, who of them is chosen, and telling their clients. With `only`, one repair.
import { call, failure, type ApiFailure, type RepairReminder, type RepairReminders } from '$lib/api'
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'

export type Reminders = ReturnType<typeof remindersOf>

export function remindersOf(only: number | null) {
  let found = $state.raw<RepairReminders | null>(null)
  let days = $state(7)
  /** Also those who were reminded so many days ago; null for nobody twice. */
  let again = $state<number | null>(null)
  let smsTemplate = $state<number | null>(null)
  let mailTemplate = $state<number | null>(null)
  /** Those that were ticked off: all others are chosen. */
  let spared = $state.raw<readonly number[]>([])
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = $state(false)
  let asked = 0

  const going = $derived((found?.repairs ?? []).filter(({ way }) => way !== null))
  const chosen = $derived(going.filter(({ id }) => !spared.includes(id)))

  async function read() {
    const turn = ++asked
    try {
      const answer = await call('repair_reminders', {
        days,
        again_after: again,
        repair: only,
        sms_template: smsTemplate,
        mail_template: mailTemplate,
      })
      if (turn !== asked) return
      found = answer
      refused = null
    } catch (thrown) {
      if (turn === asked) refused = failure(thrown)
    }
  }

  return {
    /** Null until the first answer. */
    get repairs(): RepairReminder[] | null {
      return found?.repairs ?? null
    },
    /** How many there are, also those that are not shown. */
    get total(): number {
      return found?.total ?? 0
    },
    /** The template of each channel, chosen or the core's first choice. */
    get smsTemplate(): number | null {
      return smsTemplate ?? found?.sms_template ?? null
    },
    get mailTemplate(): number | null {
      return mailTemplate ?? found?.mail_template ?? null
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get busy(): boolean {
      return busy
    },
    get days(): number {
      return days
    },
    get again(): number | null {
      return again
    },
    /** Those that can go. */
    get going(): RepairReminder[] {
      return going
    },
    /** Those that will. */
    get chosen(): RepairReminder[] {
      return chosen
    },
    isChosen: (id: number) => chosen.some((repair) => repair.id === id),
    choose(id: number, wanted: boolean): void {
      const others = spared.filter((other) => other !== id)
      spared = wanted ? others : [...others, id]
    },
    chooseAll(wanted: boolean): void {
      spared = wanted ? [] : going.map(({ id }) => id)
    },
    ask(wanted: { days?: number; again?: number | null; sms?: number; mail?: number }): Promise<void> {
      if (wanted.days !== undefined) days = wanted.days
      if (wanted.again !== undefined) again = wanted.again
      if (wanted.sms !== undefined) smsTemplate = wanted.sms
      if (wanted.mail !== undefined) mailTemplate = wanted.mail
      return read()
    },
    read,
    /** Sends what is chosen; says whether it was. */
    async send(): Promise<boolean> {
      if (busy || chosen.length === 0) return false
      busy = true
      try {
        const sent = await call('send_reminders', {
          repairs: chosen.map(({ id }) => id),
          sms_template: found?.sms_template ?? null,
          mail_template: found?.mail_template ?? null,
        })
        const words = t.movements.reminders
        toasts.show({
          tone: 'ok',
          title: words.sent(sent.sms + sent.mail),
          ...(sent.left_out > 0 ? { text: words.leftOut(sent.left_out) } : {}),
        })
        spared = []
        return true
      } catch (thrown) {
        toasts.error(thrown)
        return false
      } finally {
        busy = false
        await read()
      }
    },
  }
}
