// The texts that a fictional shop sends, and how they become what one client reads.
import type { NewTemplate, SmsLength, Template } from '../src/lib/api/bindings'
import type { FakeClient } from './clients'

const SHOP = 'Maison Vaurelle'
const text = (
  channel: 'sms' | 'mail',
  name: string,
  context: Template['context'],
  purpose: Template['purpose'],
  body: string,
  more: Partial<Template> = {},
): Omit<Template, 'id'> => ({
  channel,
  name,
  context,
  purpose,
  asks: false,
  subject: '',
  body,
  rgpd_default: false,
  ...more,
})

export const SHIPPED: Template[] = [
  text(
    'sms',
    'Confirmation d’accord',
    'rights',
    'rights',
    'Bonjour {civilité} {nom}, votre accord est noté ce {date_accord} : {autorisation}. Pour arrêter, {stop}. {boutique}',
    { rgpd_default: true },
  ),
  text(
    'sms',
    'Demande d’accord',
    'rights',
    'rights',
    'Bonjour {civilité} {nom}, {boutique} vous demande votre accord : {autorisation}. Répondez OUI ou NON à ce message.',
    { asks: true },
  ),
  text(
    'sms',
    'Vos droits et vos choix',
    'rights',
    'rights',
    '{boutique} : vous pouvez voir vos données, les corriger et changer vos choix à tout moment. Contact : {droits}',
  ),
  text(
    'sms',
    'Votre montre est prête',
    'repairs',
    'technical',
    'Bonjour {civilité} {nom}, votre montre est prête. Elle vous attend chez {boutique}.',
  ),
  text(
    'sms',
    'Journées Or, entrée libre',
    'selection',
    'commercial',
    '{prénom}, {boutique} vous invite à ses Journées Or, entrée libre et fête samedi soir. {stop}',
  ),
  text(
    'mail',
    'Confirmation d’accord',
    'rights',
    'rights',
    'Bonjour {civilité} {nom},\n\nNous avons noté votre accord du {date_accord} ({mode_accord}) : « {autorisation} ».\n\nVous pouvez le retirer à tout moment, en répondant à ce message ou en boutique.\n\n{boutique}\nVos données et vos droits : {droits}',
    { rgpd_default: true, subject: '{boutique} : votre accord du {date_accord}' },
  ),
  text(
    'mail',
    'Demande d’accord',
    'rights',
    'rights',
    'Bonjour {civilité} {nom},\n\nAcceptez-vous ceci : « {autorisation} » ?\n\nRépondez OUI ou NON à ce message. Sans réponse de votre part, rien ne change.\n\n{boutique}',
    { asks: true, subject: '{boutique} : votre accord' },
  ),
  text(
    'mail',
    'Vos droits et vos choix',
    'rights',
    'rights',
    'Bonjour {civilité} {nom},\n\nVous pouvez demander à voir les données que nous gardons de vous, les faire corriger ou effacer. Contact : {droits}\n\n{boutique}',
    { subject: '{boutique} : vos droits et vos choix' },
  ),
  text(
    'mail',
    'Vœux, avant-première',
    'selection',
    'commercial',
    'Bonjour {civilité} {nom},\n\nToute la maison vous présente ses vœux, et vous ouvre sa collection en avant-première.\n\n{boutique}\n{stop}',
    { subject: '{prénom}, nos vœux et une avant-première' },
  ),
].map((template, index) => ({ id: index + 1, ...template }))

const NAMES =
  'civilité nom prénom nom_complet société ville boutique date autorisation date_accord mode_accord objet prêt_le droits stop'
export const FIELDS = NAMES.split(' ').map((name) => ({
  name,
  about_agreement: ['autorisation', 'date_accord', 'mode_accord'].includes(name),
  about_repair: ['objet', 'prêt_le'].includes(name),
}))

const day = (at: number) => new Date(at).toLocaleDateString('fr-FR')

/** The field that does not exist, if there is one. */
export const unknownField = ({ subject, body }: NewTemplate): string | null =>
  [...`${subject} ${body}`.matchAll(/\{([^{}]*)\}/g)]
    .map((match) => match[1] ?? '')
    .find((name) => !FIELDS.some((field) => field.name === name.trim())) ?? null

export const isMalformed = ({ subject, body }: NewTemplate) =>
  /[{}]/.test(`${subject} ${body}`.replace(/\{[^{}\n]+\}/g, ''))

/** A text as one client reads it. */
export function merge(template: string, { client }: FakeClient, agreement: string): string {
  const values: Record<string, string> = {
    civilité: client.civility,
    nom: client.last_name,
    prénom: client.first_name,
    nom_complet: [client.civility, client.first_name, client.last_name].filter(Boolean).join(' '),
    société: client.company,
    ville: client.town,
    boutique: SHOP,
    date: day(Date.now()),
    autorisation: agreement,
    date_accord: day(Date.now()),
    mode_accord: 'Accord écrit',
    droits: '01 99 00 12 34',
    stop: 'STOP au 36180',
  }
  return template
    .replace(/\{([^{}]*)\}/g, (_, name: string) => values[name.trim()] ?? '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ,/g, ',')
    .trim()
}

const GSM =
  '@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

const bare = (character: string) => character.normalize('NFD').replace(/\p{M}/gu, '')

/** How long an SMS is, near enough for a photograph. */
export function lengthOf(body: string): SmsLength {
  const characters = [...body]
  const forcing = [...new Set(characters.filter((one) => !GSM.includes(one) && !'^{}\\[~]|€'.includes(one)))]
  const wide = forcing.length > 0
  const units = wide ? body.length : characters.reduce((sum, one) => sum + (GSM.includes(one) ? 1 : 2), 0)
  const [alone, each] = wide ? [70, 67] : [160, 153]
  const segments = units === 0 ? 0 : units <= alone ? 1 : Math.ceil(units / each)
  return {
    encoding: wide ? 'ucs2' : 'gsm7',
    characters: characters.length,
    units,
    segments,
    left: (segments <= 1 ? alone : segments * each) - units,
    forcing: forcing.map((character) => ({
      character,
      count: characters.filter((one) => one === character).length,
      instead: bare(character) === character ? null : bare(character),
    })),
  }
}
