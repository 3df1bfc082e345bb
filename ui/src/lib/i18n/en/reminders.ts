import type { reminders as source } from '../fr/reminders'
import { en } from '../locale'

const invoices = (count: number) => en.plural(count, 'invoice to ask for again', 'invoices to ask for again')
const subscriptions = (count: number) => en.plural(count, 'subscription to renew', 'subscriptions to renew')

export const reminders: typeof source = {
  days: (count) => en.counted(count, 'day', 'days'),
  first: (count) => `The first ${en.number(count)} rows are shown.`,
  more: 'Show more',
  unpaid: {
    count: (count) => `${en.number(count)}\u00a0${invoices(count)}`,
    countOver: (count) => `more than ${en.number(count)} ${invoices(count)}`,
    title: 'Invoices to ask for again',
    text: (days) =>
      `Issued more than ${en.counted(days, 'day', 'days')} ago and not paid yet, the oldest first.`,
    columns: {
      on: 'Issued on',
      since: 'Since',
      number: 'Invoice',
      client: 'Client',
      due: 'Still due',
    },
    of: (total) => `of ${total}`,
    nothing: 'No invoice to ask for again any more.',
  },
  renewals: {
    count: (count) => `${en.number(count)}\u00a0${subscriptions(count)}`,
    countOver: (count) => `more than ${en.number(count)} ${subscriptions(count)}`,
    title: 'Subscriptions to renew',
    text: (until) => `They end by ${until} and go on in no other one yet, the first to end first.`,
    columns: {
      end: 'End',
      left: 'In',
      client: 'Client',
      offer: 'Offer',
      total: 'Price of a further term',
    },
    today: 'Today',
    nothing: 'No subscription to renew until then any more.',
  },
}
