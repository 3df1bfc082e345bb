// How messages leave: the settings of mails and SMS in Administration, and what may be wrong with them.
import type { GatewayPart, HttpContent, HttpMethod, ProblemKind, Security } from '../../api'

const security: Record<Security, string> = {
  tls: 'TLS (port 465)',
  starttls: 'STARTTLS (port 587)',
  none: 'Aucun',
}

const methods: Record<HttpMethod, string> = { get: 'GET', post: 'POST', put: 'PUT' }
const contents: Record<HttpContent, string> = { json: 'JSON', form: 'Formulaire' }

/** What gateways call what they need to know of the shop. */
const gatewayFields: Record<string, string> = {
  service: 'Nom du service SMS',
  application: 'Clé de l’application',
  secret: 'Clé secrète de l’application',
  consommateur: 'Clé de consommateur',
  identifiant: 'Identifiant',
  cle: 'Clé de l’API',
}

/** What of a gateway was not found in its documentation. */
const parts: Record<GatewayPart, string> = {
  address: 'son adresse',
  parameters: 'ce qu’elle demande',
  answer: 'ce qu’elle répond quand elle accepte',
  refusals: 'comment elle refuse',
  clock: 'l’écart d’horloge qu’elle admet',
  stop: 'la mention STOP qu’elle ajoute',
}

const problems: Record<Exclude<ProblemKind, 'setup'>, string> = {
  folder: 'Ce dossier ne peut pas être écrit. Vérifiez qu’il existe et vos droits.',
  host: 'Aucun serveur ne porte ce nom, ou l’ordinateur n’est pas connecté. Vérifiez le nom du serveur.',
  port: 'Personne ne répond à ce port. Essayez 465 (TLS) ou 587 (STARTTLS).',
  silent: 'Le serveur ne dit rien\u00a0: ce port attend sans doute un autre chiffrement.',
  dropped: 'Le serveur coupe la connexion\u00a0: ce port attend sans doute un autre chiffrement.',
  not_a_mail_server:
    'Ce n’est pas un serveur de mails qui répond ici. Vérifiez le nom, le port et le chiffrement.',
  certificate:
    'Le certificat n’est pas celui de ce serveur, ou personne ne s’en porte garant. Vérifiez le nom du serveur.',
  no_encryption: 'Ce serveur ne propose pas STARTTLS. Choisissez TLS.',
  password: 'Le serveur refuse le nom ou le mot de passe.',
  unprotected:
    'Sans chiffrement, le mot de passe passerait en clair hors de la boutique. Choisissez TLS ou STARTTLS.',
  sender: 'Le serveur refuse l’adresse d’expédition. Prenez celle du compte.',
  turned_away: 'Le serveur refuse de répondre pour l’instant. Réessayez plus tard.',
}

export const carriers = {
  security,
  methods,
  contents,
  gatewayFields,
  problems,
  unsaved: 'Que faire des réglages des messages\u00a0?',
  saved: 'Réglages enregistrés',
  mail: {
    title: 'Envoi des mails',
    way: 'Les mails partent',
    ways: { folder: 'dans un dossier', smtp: 'par un serveur' },
    folderHelp:
      'Chaque mail devient un fichier .eml, à ouvrir et à envoyer avec votre logiciel de messagerie.',
    folder: 'Dossier des mails',
    browse: 'Parcourir…',
    senderName: 'Nom de l’expéditeur',
    senderAddress: 'Adresse de l’expéditeur',
    replyTo: 'Adresse de réponse',
    unsubscribe: 'Adresse pour se désinscrire',
    unsubscribeHelp: 'Vide\u00a0: les désinscriptions arrivent à l’adresse de réponse.',
    host: 'Serveur',
    port: 'Port',
    security: 'Chiffrement',
    user: 'Nom d’utilisateur',
    password: 'Mot de passe',
    passwordKept: 'Gardé par le système. Vide\u00a0: le mot de passe reste le même.',
    passwordNew: 'Gardé par le système, jamais dans le fichier.',
    advanced: 'Autres réglages',
    certificate: 'Certificat de l’autorité (PEM)',
    certificateHelp: 'Seulement pour un serveur de mails de la boutique elle-même.',
    test: 'Tester la connexion',
    testing: 'Essai en cours…',
    works: 'La connexion fonctionne. Rien n’a été envoyé.',
    worksFolder: 'Le dossier peut être écrit.',
    said: (detail: string) => `Réponse\u00a0: ${detail}`,
  },
  sms: {
    title: 'Envoi des SMS',
    way: 'Les SMS partent',
    ways: {
      none: 'Pas encore réglé',
      notebook: 'Carnet à envoyer à la main',
      mail_gateway: 'Passerelle par mail',
    },
    generic: 'Autre passerelle',
    noneHelp: 'Les SMS attendent. Choisissez comment ils partent.',
    notebook: 'Dossier du carnet',
    notebookHelp: 'Une liste par jour, à ouvrir dans un tableur et à envoyer depuis un téléphone.',
    address: 'Adresse de la passerelle',
    addressHelp: '{numero} y devient le numéro du client. Le mail part selon l’envoi des mails.',
    secretKept: 'Gardé par le système. Vide\u00a0: rien ne change.',
    secretNew: 'Gardé par le système, jamais dans le fichier.',
    readOn: (name: string, day: string) =>
      `D’après la documentation de ${name}, lue le ${day}. Faites un premier envoi d’essai.`,
    genericHelp: 'Les valeurs viennent de la documentation de la passerelle.',
    url: 'Adresse de la page',
    method: 'Méthode',
    content: 'Contenu',
    headers: 'En-têtes, un par ligne',
    body: 'Demande (JSON)',
    bodyHelp: 'Avec {numero}, {texte}, {expediteur}, {reference}.',
    unreadable: 'Ce n’est pas du JSON lisible. Vérifiez les guillemets et les accolades.',
    success: 'Réponse qui dit oui',
    successHelp:
      'Un test par ligne, tous doivent être vrais\u00a0: /status = ok, /message ~ accepté (contient), /id (présent). Vide\u00a0: tout code 2xx est pris pour un oui, quoi que dise la réponse.',
    successUnreadable:
      'Une ligne n’est pas lisible. Écrivez une place, un signe et une valeur\u00a0: /status = ok.',
    receipt: 'Place du numéro d’envoi',
    said: 'Place du message d’erreur',
    sender: 'Nom affiché',
    senderHelp: 'Trois à onze lettres ou chiffres. Vide\u00a0: le numéro de la passerelle.',
    stop: 'Mention STOP',
    stopPlaceholder: 'STOP au 36180',
    stopHelp: 'À la fin de chaque offre. Le numéro est celui de la passerelle.',
    addsStop: 'La passerelle ajoute elle-même la mention.',
    parts,
    unverified: (what: string) => `Non vérifié\u00a0: ${what}.`,
    hoursFrom: 'Les offres partent de',
    hoursTo: 'à',
    hours: (from: string, to: string) =>
      `Du lundi au samedi, hors jours fériés. Permis de ${from} à ${to}\u00a0: vous pouvez réduire ces heures. Les autres SMS partent à toute heure.`,
  },
}
