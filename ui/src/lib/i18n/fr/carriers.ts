// How messages leave: the settings of mails and SMS in Administration, and what may be wrong with them.
import type { MailFault, ProblemKind, Security } from '../../api'

const security: Record<Security, string> = {
  tls: 'TLS (port 465)',
  starttls: 'STARTTLS (port 587)',
  none: 'Aucun',
}

const faults: Record<MailFault, string> = {
  sender: 'Indiquez une adresse d’expédition complète, par exemple contact@boutique.example.',
  reply_to: 'Cette adresse de réponse est incomplète.',
  unsubscribe: 'Cette adresse de désinscription est incomplète.',
  folder: 'Choisissez un dossier.',
  host: 'Indiquez le nom du serveur.',
  port: 'Indiquez le port, par exemple 465.',
  root_certificate: 'Ce certificat n’est pas lisible. Collez un certificat au format PEM.',
}

const problems: Record<Exclude<ProblemKind, 'setup'>, string> = {
  folder: 'Ce dossier ne peut pas être écrit. Vérifiez qu’il existe et vos droits.',
  host: 'Aucun serveur ne porte ce nom, ou l’ordinateur n’est pas connecté. Vérifiez le nom du serveur.',
  port: 'Personne ne répond à ce port. Essayez 465 (TLS) ou 587 (STARTTLS).',
  silent: 'Le serveur ne dit rien\u00a0: ce port attend sans doute un autre chiffrement.',
  dropped: 'Le serveur coupe la connexion\u00a0: ce port attend sans doute un autre chiffrement.',
  not_a_mail_server: 'Ce n’est pas un serveur de mails qui répond ici. Vérifiez le nom, le port et le chiffrement.',
  certificate: 'Le certificat n’est pas celui de ce serveur, ou personne ne s’en porte garant. Vérifiez le nom du serveur.',
  no_encryption: 'Ce serveur ne propose pas STARTTLS. Choisissez TLS.',
  password: 'Le serveur refuse le nom ou le mot de passe.',
  unprotected:
    'Sans chiffrement, le mot de passe passerait en clair hors de la boutique. Choisissez TLS ou STARTTLS.',
  sender: 'Le serveur refuse l’adresse d’expédition. Prenez celle du compte.',
  turned_away: 'Le serveur refuse de répondre pour l’instant. Réessayez plus tard.',
}

export const carriers = {
  security,
  faults,
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
}
