import type { contact as source } from '../fr/contact'
import { en } from '../locale'

export const contact: typeof source = {
  channels: { sms: 'SMS', mail: 'Email', postal: 'Post', phone: 'Telephone' },
  title: 'May I contact them?',
  on: (day) => `on ${day}`,
  yes: 'Yes',
  no: 'No',
  later: 'Not at this hour',
  and: ' and ',
  others: (count) => `+\u00a0${en.number(count)}`,
  short: {
    technical: 'service',
    commercial: 'offers',
    newsletter: 'newsletter',
    b2b: 'B2B',
    partners: 'partners',
  },
  postal: 'postal mailing',
  afterHours: (purpose) => `${purpose} out of hours`,
  why: {
    never_asked: 'never asked',
    refused: 'refused',
    withdrawn: 'withdrawn',
    no_indicator: 'not offered',
    not_professional: 'trade only',
    no_purchase: 'no purchase',
    restricted: 'restricted',
    inactive: 'inactive record',
    no_address: 'no contact details',
    outside_hours: 'out of hours',
  },
  sealed: (label) => `Sealed: ${label}`,
  sealedAs: (decision, when) => `Proof no.\u00a0${en.number(decision)}, ${when}`,
  toClean: {
    title: (count) =>
      en.counted(count, 'exported file still holds this client', 'exported files still hold this client'),
    text: 'Take them out of the copies that are left.',
    see: 'See',
  },
}
