// « Puis-je le contacter ? » in a few words, and what is told once an answer is sealed.
import type { Channel } from '../../api'
import { fr } from '../locale'

export const channels: Record<Channel, string> = {
  sms: 'SMS',
  mail: 'Mail',
  postal: 'Courrier',
  phone: 'Téléphone',
}

export const contact = {
  channels,
  title: 'Puis-je le contacter\u00a0?',
  on: (day: string) => `au ${day}`,
  yes: 'Oui',
  no: 'Non',
  later: 'Pas à cette heure',
  and: ' et ',
  others: (count: number) => `+\u00a0${fr.number(count)}`,
  short: {
    technical: 'techniques',
    commercial: 'commerciaux',
    newsletter: 'newsletter',
    b2b: 'B2B',
    partners: 'partenaires',
  },
  postal: 'mailing postal',
  afterHours: (purpose: string) => `${purpose} hors horaires`,
  why: {
    never_asked: 'jamais demandé',
    refused: 'refusé',
    withdrawn: 'retiré',
    no_indicator: 'non proposé',
    not_professional: 'réservé aux pros',
    no_purchase: 'aucun achat',
    restricted: 'traitement limité',
    inactive: 'fiche inactive',
    no_address: 'sans coordonnées',
    outside_hours: 'hors horaires',
  },
  sealed: (label: string) => `Scellé\u00a0: ${label}`,
  sealedAs: (decision: number, when: string) => `Preuve n°\u00a0${fr.number(decision)}, ${when}`,
  toClean: {
    title: (count: number) =>
      fr.counted(
        count,
        'fichier exporté contient encore ce client',
        'fichiers exportés contiennent encore ce client',
      ),
    text: 'Retirez-le des copies qui en restent.',
    see: 'Voir',
  },
}
