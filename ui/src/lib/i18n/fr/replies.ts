// « Importer les réponses »: what became of the replies that a gateway lets download.
import type { ReplyAnswer, ReplyOutcome } from '../../api'
import { fr } from '../locale'

const outcomes: Record<ReplyOutcome, string> = {
  to_record: 'À enregistrer',
  to_read: 'À lire',
  unknown: 'Numéros inconnus',
  stopped: 'Arrêts enregistrés',
  stopped_before: 'Déjà arrêtés',
}

const about: Record<ReplyOutcome, string> = {
  to_record: 'Ces clients répondent à une demande d’accord. Ouvrez la fiche et enregistrez leur réponse.',
  to_read:
    'Ces messages demandent peut-être un arrêt, sans que ce soit clair. Rien n’est écrit\u00a0: à vous de juger.',
  unknown: 'Aucune fiche ne porte ces numéros\u00a0: rien n’a pu être écrit.',
  stopped: 'Le retrait est écrit, avec le message reçu comme preuve.',
  stopped_before: 'L’arrêt de ces clients est déjà enregistré\u00a0: il n’y avait rien à écrire.',
}

const answers: Record<ReplyAnswer, string> = { yes: 'répond oui', no: 'répond non' }

export const replies = {
  outcomes,
  about,
  answers,
  import: 'Importer les réponses…',
  importing: 'Lecture des réponses…',
  title: 'Réponses importées',
  read: (count: number) => fr.counted(count, 'réponse lue', 'réponses lues'),
  stopped: (count: number, clients: number) =>
    `${fr.counted(count, 'arrêt enregistré', 'arrêts enregistrés')} pour ${fr.counted(clients, 'fiche', 'fiches')}`,
  nothing: 'Aucun arrêt nouveau.',
  known: (count: number) =>
    `${fr.counted(count, 'réponse déjà traitée', 'réponses déjà traitées')}\u00a0: rien n’est écrit deux fois.`,
  others: (count: number) => `${fr.counted(count, 'réponse', 'réponses')} sans suite à donner.`,
  waiting: (count: number) =>
    `${fr.counted(count, 'SMS attendait', 'SMS attendaient')} pour ces clients\u00a0: ce qui n’est plus permis sera bloqué.`,
  unread: 'Lignes illisibles',
  unreadAbout: 'Elles n’ont pas de numéro lisible. Traitez à la main celles qui demandent un arrêt.',
  unreadStop: 'demande un arrêt',
  unreadDoubtful: 'à lire',
  line: (line: number) => `ligne ${fr.number(line)}`,
  columns: { number: 'Numéro', text: 'Message reçu', client: 'Client', at: 'Reçu le', line: 'Ligne' },
  shared: (count: number) => `numéro partagé par ${fr.counted(count, 'fiche', 'fiches')}`,
  nobody: 'inconnu',
  open: (name: string) => `Ouvrir la fiche\u00a0: ${name}`,
  newer: 'un accord plus récent a été retiré aussi',
  asked: (name: string, day: string) => `«\u00a0${name}\u00a0», demandé le ${day}`,
  again: 'déjà montrée',
  agreedSince: 'un STOP semblable était déjà lu, et un accord est enregistré depuis',
  beyond: (count: number) =>
    `${fr.counted(count, 'réponse de plus ne tient', 'réponses de plus ne tiennent')} pas ici\u00a0: importez le fichier en plusieurs parties.`,
}
