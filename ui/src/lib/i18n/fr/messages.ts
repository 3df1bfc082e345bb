// Messages: the tab « Envois de SMS/Mails », the page over all clients, writing one, templates and how they leave.
import type { Context, FailedBecause, MessagePurpose, MessageState } from '../../api'
import { fr } from '../locale'
import { blocked } from './errors'

type Written = 'sms' | 'mail'

const contexts: Record<Context, string> = {
  selection: 'Sélection clients',
  rights: 'Demande RGPD',
  repairs: 'Relances SAV Clients',
}

const purposes: Record<MessagePurpose, string> = {
  rights: 'Droits et accords',
  technical: 'Message de service',
  commercial: 'Offre de la boutique',
}

const purposeHelp: Record<MessagePurpose, string> = {
  rights: 'Demander ou confirmer un accord, informer de ses droits. Jamais après un refus sur le même sujet.',
  technical: 'Une réparation, une commande, un rendez-vous. Suit l’accord pour les messages de service.',
  commercial: 'Une offre, une invitation. Demande un accord, et porte toujours un moyen de dire stop.',
}

const states: Record<MessageState, string> = {
  pending: 'En attente',
  sending: 'En cours',
  unsure: 'À vérifier',
  sent: 'Envoyé',
  failed: 'Échec',
  blocked: 'Bloqué',
  cancelled: 'Annulé',
}

/** Under « Échec », « À vérifier » and « En attente ». */
const failed: Record<FailedBecause, string> = {
  no_carrier: 'envoi non réglé',
  unreachable: 'serveur injoignable',
  timed_out: 'pas de réponse du serveur',
  dropped: 'connexion coupée',
  certificate: 'certificat refusé',
  credentials: 'mot de passe refusé',
  setup: 'réglages refusés par le serveur',
  later: 'serveur occupé',
  address_refused: 'adresse refusée',
  refused: 'message refusé',
  not_understood: 'réponse incomprise',
  land_line: 'ligne fixe, SMS impossible',
  text: 'texte vide ou trop long',
  unwritable: 'dossier inaccessible',
  interrupted: 'envoi interrompu',
  given_up: 'abandon après trois jours',
}

const failedWhy: Record<FailedBecause, string> = {
  no_carrier:
    'Rien ne dit encore comment partent ces messages. Réglez-le dans Administration, onglet Messages.',
  unreachable: 'Aucune connexion, ou serveur introuvable. L’envoi est retenté tout seul.',
  timed_out: 'Le serveur n’a pas répondu à temps.',
  dropped: 'Le serveur a coupé la connexion.',
  certificate:
    'Le certificat du serveur n’est pas reconnu. Vérifiez le nom du serveur dans Administration, onglet Messages.',
  credentials:
    'Le serveur refuse le nom ou le mot de passe. Corrigez-les dans Administration, onglet Messages.',
  setup:
    'Le serveur refuse l’expéditeur, ou de transmettre les messages de la boutique. Vérifiez les réglages dans Administration, onglet Messages.',
  later: 'Le serveur demande d’attendre. L’envoi est retenté tout seul.',
  address_refused: 'Le serveur ne connaît pas cette adresse ou ce numéro. Vérifiez-les avec le client.',
  refused: 'Le serveur refuse ce message.',
  not_understood: 'Le serveur a répondu autre chose que prévu\u00a0: le message est peut-être parti.',
  land_line: 'Un SMS n’arrive pas sur une ligne fixe. Notez le portable du client, ou écrivez-lui par mail.',
  text: 'Avec ce que dit la fiche, le texte est vide, ou trop long pour un SMS. Complétez la fiche, ou changez le modèle.',
  unwritable: 'Le dossier des messages ne peut pas être écrit. Vérifiez-le dans Administration.',
  interrupted:
    'Écrin s’est arrêté pendant l’envoi\u00a0: le message est peut-être arrivé. Il ne repart que si vous le demandez.',
  given_up: 'Trois jours d’essais sans succès.',
}

/** What each field of a text becomes. */
const fields: Record<string, string> = {
  civilité: 'Mme, M., Mlle',
  nom: 'nom de famille',
  prénom: 'prénom',
  nom_complet: 'civilité, nom et prénom',
  société: 'société du client',
  ville: 'ville du client',
  boutique: 'nom de la boutique',
  date: 'date du jour',
  autorisation: 'ce dont il s’agit',
  date_accord: 'date de l’accord',
  mode_accord: 'comment il a été donné',
  objet: 'objet réparé (modèles SAV)',
  prêt_le: 'jour où il est prêt (modèles SAV)',
  droits: 'contact pour exercer ses droits',
  stop: 'numéro pour dire stop',
}

export const messages = {
  contexts,
  purposes,
  purposeHelp,
  states,
  blocked,
  failed,
  failedWhy,
  fields,
  tab: 'Envois de SMS/Mails',
  context: 'Contexte',
  contextAll: '<Tous>',
  selectionWaiting: 'Sélection clients ATTENTE',
  list: 'Envois',
  channel: 'Canal',
  all: 'Tous',
  mails: 'Mails',
  columns: {
    context: 'Contexte',
    client: 'Client',
    address: 'Téléphone / Email',
    sent: 'Date envoi',
    message: 'Message',
    state: 'Statut',
    action: 'Action',
  },
  new: 'Nouveau message',
  retryAll: (count: number) => `Réessayer (${fr.number(count)})`,
  retryEvery: 'Tout réessayer',
  retry: 'Réessayer',
  retryOf: (what: string) => `Réessayer\u00a0: ${what}`,
  cancelOf: (what: string) => `Annuler l’envoi\u00a0: ${what}`,
  whyOf: (what: string) => `Pourquoi\u00a0: ${what}`,
  collectFor: (what: string) => `Recueillir l’accord pour\u00a0: ${what}`,
  retried: (count: number) =>
    fr.plural(count, 'Le message est remis en attente', `${fr.number(count)} messages remis en attente`),
  retriedBut: (waiting: number, staying: number) => {
    const stay = fr.plural(staying, 'ne peut pas repartir', 'ne peuvent pas repartir')
    if (waiting === 0) return `${fr.counted(staying, 'message', 'messages')} ${stay}`
    return `${fr.counted(waiting, 'message remis en attente', 'messages remis en attente')}, ${fr.number(staying)} ${stay}`
  },
  retriedWhy: (why: string, count: number) => `${fr.number(count)}\u00a0× ${why}`,
  cancelSending: 'Annuler l’envoi',
  cancelled: 'L’envoi est annulé',
  none: 'Aucun message',
  noneOfClient: 'Ce client n’a encore reçu aucun message d’ici.',
  noneFound: 'Aucun message ne répond à ces choix.',
  nothingYet: 'Les messages écrits depuis les fiches paraîtront ici.',
  notSent: '—',
  next: 'dès la prochaine connexion',
  now: 'en ce moment',
  from: (when: string) => `à partir du ${when}`,
  again: (reason: string, when: string) => `${reason}, nouvel essai ${when}`,
  at: (time: string) => `à ${time}`,
  on: (when: string) => `le ${when}`,
  blockedBanner: {
    count: (count: number, channel: Written) =>
      channel === 'sms'
        ? `${fr.counted(count, 'SMS bloqué', 'SMS bloqués')} faute de consentement.`
        : `${fr.counted(count, 'mail bloqué', 'mails bloqués')} faute de consentement.`,
    never_asked: (name: string) => `«\u00a0${name}\u00a0» n’a jamais été demandé.`,
    refused: (name: string) => `«\u00a0${name}\u00a0»\u00a0: le client a refusé.`,
    withdrawn: (name: string) => `«\u00a0${name}\u00a0»\u00a0: le client a retiré son accord.`,
  },
  collect: 'Recueillir l’accord',
  sure: {
    title: 'Renvoyer ce message\u00a0?',
    text: 'Il est peut-être déjà arrivé\u00a0: l’envoi a été interrompu. Si vous le renvoyez, le client peut le recevoir deux fois.',
    confirm: 'Renvoyer',
  },
  details: {
    template: 'Modèle',
    purpose: 'Finalité',
    queued: 'Écrit le',
    by: 'Par',
    nobody: 'non indiqué',
    attempts: 'Essais',
    said: 'Réponse du serveur',
    asSent: 'Message tel qu’envoyé',
    asToBeSent: 'Message tel qu’il partira',
    asWritten: 'Message tel qu’écrit',
  },
  compose: {
    title: 'Nouveau message',
    about: 'À propos de',
    send: 'Envoyer',
    queued: 'Le message est en attente d’envoi',
    leaving: 'Le message part',
    left: 'Le message est parti',
  },
  send: {
    directly: 'Envoyer directement au client',
    off: 'Un SMS ou un mail peut confirmer l’accord au client. Il part avec la validation.',
    choose: 'Sélection d’un format prédéfini',
    newTemplate: 'Nouveau modèle',
    noTemplate: 'Aucun modèle sur ce canal. Ajoutez le premier.',
    preview: 'Aperçu',
    noPreview: 'Choisissez un modèle pour voir le message.',
    noText: 'Écrivez le texte pour voir le message.',
    subject: 'Objet\u00a0:',
    added: (text: string) => `La passerelle ajoute elle-même\u00a0: ${text}`,
  },
  checks: {
    shop: 'Boutique et STOP présents',
    shopOnly: 'Nom de la boutique présent',
    rights: 'Information sur ses droits, sans offre',
    technical: 'Message de service, sans offre',
    commercial: 'Offre\u00a0: le client a donné son accord',
    soon: 'Part dès la prochaine connexion',
    later: (when: string) => `Partira le ${when}, à une heure permise`,
    blocked: (reason: string) => `Ne peut pas partir\u00a0: ${reason}`,
  },
  meter: {
    characters: (units: number, capacity: number, segments: number) =>
      `${fr.number(units)} / ${fr.number(capacity)} caractères\u00a0· ${fr.number(segments)}\u00a0SMS`,
    length: 'Longueur du message',
    instead: (character: string, other: string) => `${character} (plutôt ${other})`,
    forcing: (characters: string) =>
      `Un SMS ne tient plus que 70 caractères au lieu de 160, à cause de\u00a0: ${characters}`,
  },
  page: {
    title: 'Messages',
    states: 'Statut',
    open: (name: string) => `Ouvrir la fiche\u00a0: ${name}`,
  },
  toLookAt: 'À reprendre',
  trouble: (count: number) => fr.counted(count, 'message à reprendre', 'messages à reprendre'),
  keys: { retry: 'réessayer', new: 'nouveau message', send: 'envoyer' },
  templates: {
    title: 'Modèles de messages',
    add: 'Nouveau modèle',
    addTitle: 'Nouveau modèle',
    editTitle: 'Modifier le modèle',
    columns: {
      name: 'Modèle',
      channel: 'Canal',
      context: 'Contexte',
      purpose: 'Finalité',
      actions: 'Actions',
    },
    none: 'Aucun modèle. Ajoutez le premier texte que vous envoyez souvent.',
    asks: 'demande un accord',
    rgpdDefault: 'RGPD par défaut',
    makeDefault: 'Proposer par défaut (RGPD)',
    madeDefault: 'Modèle proposé par défaut',
    edit: 'Modifier…',
    added: 'Modèle ajouté',
    saved: 'Modèle enregistré',
    removeTitle: 'Supprimer le modèle',
    removeText: (name: string) =>
      `«\u00a0${name}\u00a0» ne sera plus proposé. Les messages déjà écrits gardent leur texte.`,
    removed: 'Modèle supprimé',
    name: 'Nom',
    namePlaceholder: 'Votre montre est prête',
    context: 'Contexte',
    purpose: 'Finalité',
    asksLabel: 'Ce message demande un accord',
    asksHelp: 'La question est alors notée «\u00a0demandé le …\u00a0» sur la fiche.',
    subject: 'Objet',
    body: 'Texte',
    bodyHelp: 'Une ligne vide commence un paragraphe.',
    insert: 'Insérer un champ',
    insertField: (name: string, meaning: string) => `${name}\u00a0: ${meaning}`,
    previewOn: (name: string) => `Aperçu pour ${name}`,
    previewNobody: 'Créez une première fiche pour voir l’aperçu.',
  },
}
