// « Envois groupés »: one template to the clients of a list, and what became of those that were started.
import type { CampaignState, Channel } from '../../api'
import { fr } from '../locale'

const states: Record<CampaignState, string> = {
  writing: 'En préparation',
  sending: 'En cours d’envoi',
  stopped: 'Arrêté',
  done: 'Terminé',
}

const called: Record<Channel, (count: number) => string> = {
  sms: (count) => `${fr.number(count)}\u00a0SMS`,
  mail: (count) => fr.counted(count, 'mail', 'mails'),
  postal: (count) => fr.counted(count, 'courrier', 'courriers'),
  phone: (count) => fr.counted(count, 'appel', 'appels'),
}

export const campaigns = {
  states,
  called,
  title: 'Envois groupés',
  back: 'Retour aux messages',
  see: 'Envois groupés',
  new: 'Nouvel envoi groupé',
  none: 'Aucun envoi groupé',
  noneText:
    'Choisissez une sélection de clients et un modèle\u00a0: ceux qui ont dit non sont écartés tout seuls.',
  list: 'Envois groupés, le plus récent d’abord',
  columns: {
    name: 'Envoi',
    at: 'Date',
    state: 'Statut',
    kept: 'Retenus',
    excluded: 'Exclus',
    sent: 'Envoyés',
    waiting: 'En attente',
    trouble: 'À reprendre',
    blocked: 'Bloqués',
    cancelled: 'Annulés',
    actions: 'Actions',
  },
  by: (name: string) => `par ${name}`,
  listGone: 'sa liste ne peut plus être établie',
  stoppedOn: (when: string) => `le ${when}`,
  written: (written: number, kept: number) =>
    `${fr.number(written)} sur ${fr.counted(kept, 'message préparé', 'messages préparés')}`,
  left: (left: number, written: number) =>
    `${fr.number(left)} sur ${fr.counted(written, 'message traité', 'messages traités')}`,
  waits: (when: string) => `attend le ${when}`,
  look: 'Voir les messages à reprendre',
  lookOf: (count: number, name: string) =>
    `${fr.counted(count, 'message à reprendre', 'messages à reprendre')}\u00a0: ${name}`,
  progressOf: (name: string) => `Avancement\u00a0: ${name}`,
  stop: 'Arrêter',
  stopOf: (name: string) => `Arrêter\u00a0: ${name}`,
  resume: 'Reprendre',
  resumeOf: (name: string) => `Reprendre\u00a0: ${name}`,
  stopTitle: 'Arrêter cet envoi\u00a0?',
  stopText: (name: string, waiting: number) =>
    `«\u00a0${name}\u00a0»\u00a0: ${fr.counted(waiting, 'message n’est pas encore parti. Il sera annulé', 'messages ne sont pas encore partis. Ils seront annulés')}, et vous pourrez reprendre. Ce qui est parti est parti.`,
  stopped: 'Envoi arrêté',
  resumed: 'Envoi repris',
  started: 'L’envoi est lancé',
  compose: {
    title: 'Nouvel envoi groupé',
    name: 'Nom de l’envoi',
    nameHelp: 'Pour le retrouver. Les clients ne le voient pas.',
    to: 'Destinataires',
    everyone: 'Tous les clients',
    text: 'Filtre',
    textPlaceholder: 'Nom, société, ville ou CP',
    textHelp: 'Vide\u00a0: tous les clients actifs.',
    savedHelp: 'Les conditions de la sélection. La finalité est celle du modèle.',
    kept: 'Qui recevra cet envoi',
    choose: 'Choisissez un modèle\u00a0: il décide qui peut le recevoir.',
    segments: (segments: number, messages: number) =>
      `${fr.number(messages)}\u00a0SMS, soit ${fr.counted(segments, 'segment facturé', 'segments facturés')} par la passerelle.`,
    longest: (units: number, segments: number) =>
      `Le plus long\u00a0: ${fr.counted(units, 'caractère', 'caractères')}, ${fr.number(segments)}\u00a0SMS.`,
    undeliverable: (count: number) =>
      `${fr.counted(count, 'client retenu ne recevra rien', 'clients retenus ne recevront rien')}\u00a0: ligne fixe, ou texte trop long pour un SMS.`,
    leaves: (when: string) => `Le premier partira le ${when}.`,
    soon: 'Le premier partira dès la prochaine connexion.',
    example: 'Exemple',
    send: (count: number) => `Envoyer à ${fr.counted(count, 'client', 'clients')}`,
    nobody: 'Personne à qui écrire',
    checking: 'Vérification…',
    sureTitle: (count: number) => `Envoyer à ${fr.counted(count, 'client', 'clients')}\u00a0?`,
    sureText: (template: string) =>
      `Le message «\u00a0${template}\u00a0» est préparé pour chacun, puis part. Vous pourrez arrêter à tout moment\u00a0; ce qui est déjà parti ne revient pas.`,
    sure: 'Envoyer',
  },
}
