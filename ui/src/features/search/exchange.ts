// What happened between a client and the shop, in a few words: « Accord écrit, SMS commerciaux », « Facture F-2018-0318, 420,00 € ».
import type { Exchange, Exchanged } from '$lib/api'
import { format, t } from '$lib/i18n/first'
import { typeset } from '$lib/i18n/typeset'
import { euros } from '$lib/money'

/** What the names of the indicators begin with, which goes without saying after the way of agreeing. */
const SENDING = /^Envoi de /

export function exchangeText(what: Exchanged): string {
  const words = t.search.exchanges
  switch (what.kind) {
    case 'movement':
      return words.movement[what.state](typeset(what.what))
    case 'consent':
      return typeset(
        what.answer === 'granted' ? `${what.mode}, ${what.label.replace(SENDING, '')}` : what.label,
      )
    case 'invoice':
      return (what.credit ? words.credit : words.invoice)(what.number, euros(what.total))
    case 'message':
      return (what.channel === 'sms' ? words.sms : words.mail)(typeset(what.template))
  }
}

/** « 08/12 » within the year, « 08/12/2018 » before. */
export function exchangeDay({ at }: Exchange, now = Date.now()): string {
  const day = format.date(at)
  return day.slice(6) === format.date(now).slice(6) ? day.slice(0, 5) : day
}
