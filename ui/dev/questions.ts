// What a fictional shop asks: its indicators, agreement modes and wordings.
import type { AgreementMode, IndicatorState, Wording } from '../src/lib/api/bindings'

export type Question = Pick<
  IndicatorState,
  'indicator' | 'code' | 'name' | 'channel' | 'purpose' | 'kind' | 'audience'
>
const question = (
  indicator: number,
  code: string,
  name: string,
  channel: Question['channel'],
  purpose: Question['purpose'],
  kind: Question['kind'] = 'opt_in',
): Question => ({
  indicator,
  code,
  name,
  channel,
  purpose,
  kind,
  audience: purpose === 'b2b' ? 'professionals' : 'everyone',
})

export const QUESTIONS: Question[] = [
  question(1, 'SMS-TECH', 'Envoi de SMS techniques', 'sms', 'technical'),
  question(2, 'SMS-COM', 'Envoi de SMS commerciaux', 'sms', 'commercial'),
  question(3, 'MAIL-TECH', 'Envoi de mails techniques', 'mail', 'technical'),
  question(4, 'MAIL-COM', 'Envoi de mails commerciaux', 'mail', 'commercial'),
  question(5, 'POSTAL', 'Envoi de mailing postal', 'postal', 'commercial'),
  question(6, 'TEL', 'Appels commerciaux', 'phone', 'commercial'),
  question(7, 'NEWS', 'Newsletter', 'mail', 'newsletter', 'newsletter'),
  question(8, 'B2B', 'Commerce interentreprises', 'mail', 'b2b', 'opt_out'),
  question(9, 'PART-POSTAL', 'Partenaires : Postal', 'postal', 'partners'),
  question(10, 'PART-TEL', 'Partenaires : Téléphone', 'phone', 'partners'),
  question(11, 'PART-MAIL', 'Partenaires : Email', 'mail', 'partners'),
  question(12, 'PART-SMS', 'Partenaires : SMS', 'sms', 'partners'),
]

export const MODES: AgreementMode[] = (
  [
    ['oral', 'Oral', 'Accord oral', 'au comptoir, au téléphone'],
    ['written', 'Écrit', 'Accord écrit', 'bulletin, fiche signée'],
    ['mail', 'Mail', 'Accord par mail', 'message du client'],
    ['sms', 'SMS', 'Accord par SMS', 'réponse du client'],
    ['letter', 'Courrier', 'Accord par courrier', 'lettre reçue'],
    ['other', 'Autre…', 'Autre accord', 'à préciser'],
  ] as const
).map(([code, name, label, hint], index) => ({
  id: index + 1,
  code,
  name,
  label,
  hint,
  needs_detail: code === 'other',
  uses: 0,
}))

const TEXTS: Record<string, string> = {
  'SMS-TECH':
    'J’accepte que Maison Vaurelle me prévienne par SMS du suivi de mes commandes et de mes réparations. Je peux arrêter à tout moment en répondant STOP.',
  'SMS-COM':
    'J’accepte de recevoir par SMS les offres de Maison Vaurelle. Je peux arrêter à tout moment en répondant STOP.',
  POSTAL:
    'J’accepte de recevoir par courrier les offres de Maison Vaurelle. Je peux arrêter à tout moment, en boutique ou par écrit.',
}
export const WORDINGS: Wording[] = QUESTIONS.flatMap(({ indicator, code, name }) => {
  const version = (number: number, from: Date): Wording => ({
    id: indicator * 10 + number,
    indicator,
    name: `${code}-${number}`,
    text: TEXTS[code] ?? `J’accepte de recevoir de Maison Vaurelle : ${name}. Je peux arrêter à tout moment.`,
    effective_from: from.getTime(),
    uses: 0,
  })
  const first = version(1, new Date(2018, 4, 25, 12))
  return code === 'SMS-COM' ? [version(2, new Date(2024, 5, 1, 12)), first] : [first]
})

/** A drawn line, as a signature. */
export const PICTURE = [
  'iVBORw0KGgoAAAANSUhEUgAAAWgAAAB4CAAAAAD6LzcmAAADHklEQVR42u3cTXKrQAxGUS1H+9+g3uBlkJSNW+offZi6GiUpOy0d',
  'GlpgsAXREgYB0EATQAMNNAE00ATQQANNAA00ATTQQBNAA00ADTTQBNBAE0ADDTQBNNDEbaH9J4Tl6hKwdmYhtTIBUzhrpLUJWG+V',
  'v36QOvcnYJ1VKo+Tv3wlCVi7889vEmhhBtbvLKlTnoEJqhTUqc/AFFX+/1M3dDwd+l1NzXVebGp/HnRKv3VTd0ubpsreg4c+gy7o',
  'vH/zpvbnQF9W0wsdIZY2zWzqlNZn0AUdd4b2Z0B/LKWnTH0GXdBxX+hGadNN6J4yxxn4Q6DjztDxDOhhFefLHI3QNqVNd+C4BXQ8',
  'BXr9JYdT6JrSppzQd4DukjZpkaelb5DCeWj/Jmjf9c9E0MfT70ph/T4Fm5imqfGyOd0E2pPM0+naHHOqa/LQSpdS8LTzXLo27bzr',
  'jKuSea3KPTn8LXZa2srOr4Mv9kyVg0xlShVT8GHVS9JWdL4af6E3zb22vvdWc/Bx1QuNt02n4ts+PKmt+lnpeg6ecp6UtvlEriv2',
  'LUVeDbW57RmJbrpXwlYsduWRbK9Kx8mZHN4dI3Z9hG9Lc27TnpVqr7KHrdmu8eV/fhjkFPRgRI8iQk1lamtO7NzHVvsd0K/5TLU/',
  'w5qqx6ep9epU/5qG9kQ/v9hmlvaZZFaT18GSnU21Tlt0/rv1509RC31sdj+LVenohU43X0uXAip9bG43mL8+km8fvRd6y5Nl17fW',
  'emmVXJnQ+xaWCWgvniHvTNvLfV+j82bovjtMZhpFlz5NUBooAx0hkc6e/+kemqiMZIlFPzqlPXXCMDprjC+DVjzT4xVn8TOMhcFs',
  'eNEoolu6fn1f9vhzfjhbWPRPSxffE4on+vdBR4ikz+4H7VPaBt1VfEUIvx8iO6Z97q7iW0L3jSvJYe3qHd/lLN/EZWjpl5c8Wdre',
  'NUqO83Zpu16+ESwuEIVrHTgfm9N2m9X7+6VL0MQ8NdB3CKCBBpoAGmigIQAaaAJooIEmgAaaABpooAmggSaABhpoAmigCaCBBpoA',
  'GmgCaKCBJo7HPzafODCaEzhEAAAAAElFTkSuQmCC',
].join('')
