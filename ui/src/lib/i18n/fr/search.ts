// The search page.
import { fr } from '../locale'

const records = (count: number) => fr.counted(count, 'fiche', 'fiches')
const quoted = (text: string) => `«\u00a0${text}\u00a0»`

export const search = {
  title: 'Rechercher un client',
  placeholder: 'Nom, ville, téléphone ou e-mail',
  duplicates: 'Doublons',
  newRecord: 'Nouvelle fiche',
  results: 'Résultats',
  count: (count: number) => records(count),
  countOver: (count: number) => `plus de ${fr.number(count)} fiches`,
  forText: (text: string) => `pour ${quoted(text)}`,
  firstShown: (count: number) =>
    `${fr.plural(count, 'La première est affichée', `Les ${fr.number(count)} premières sont affichées`)}. Précisez la recherche.`,
  inFile: (count: number) => `${records(count)} dans le fichier`,
  ofWhichInactive: (count: number) => `dont ${fr.counted(count, 'inactive', 'inactives')}`,
  hidden: (count: number) =>
    count === 0
      ? 'Aucune fiche inactive masquée'
      : fr.counted(count, 'fiche inactive masquée', 'fiches inactives masquées'),
  hiddenOver: (count: number) => `plus de ${fr.number(count)} fiches inactives masquées`,
  shown: (count: number) =>
    count === 0
      ? 'Aucune fiche inactive trouvée'
      : fr.counted(count, 'fiche inactive affichée', 'fiches inactives affichées'),
  shownSome: 'Fiches inactives affichées',
  showInactive: 'Afficher les inactifs',
  recent: 'Consultées récemment',
  subscription: (number: number) => `abonnement ${number}`,
  filters: {
    type: 'Type',
    anyType: 'Tous les types',
    town: 'Ville',
    anyTown: 'Toutes',
    /** What a filter's button says to those who cannot see its label. */
    labelled: (label: string, value: string) => `${label}\u00a0: ${value}`,
    remove: (value: string) => `Retirer le filtre ${quoted(value)}`,
    set: (values: string) => `La recherche est filtrée\u00a0: ${values}.`,
    widen: 'Retirer les filtres',
    beginning: 'Début du nom de la ville',
    noTown: 'Aucune ville',
    moreTowns: 'Tapez le début du nom pour voir les autres villes.',
  },
  columns: { name: 'Nom', town: 'Ville', phone: 'Téléphone', email: 'Email', type: 'Type' },
  nothing: (text: string) => `Aucune fiche pour ${quoted(text)}`,
  nothingFiltered: 'Aucune fiche avec ce filtre',
  nothingAdvice: 'Vérifiez l’orthographe, ou créez la fiche.',
  nothingShown: (text: string) => `Aucune fiche active pour ${quoted(text)}`,
  nothingShownFiltered: 'Aucune fiche active avec ce filtre',
  nothingShownAdvice: (count: number) =>
    fr.counted(count, 'fiche inactive correspond à', 'fiches inactives correspondent à') + ' la recherche.',
  near: (text: string, names: string) => `Aucune fiche pour ${quoted(text)}. Noms proches\u00a0: ${names}.`,
  create: (text: string) => `Créer la fiche ${quoted(text)}`,
  emptyFile: 'Ce fichier ne contient encore aucune fiche',
  emptyFileAdvice: 'Importez vos clients, ou créez la première fiche.',
  importClients: 'Importer des clients',
  noRecent: 'Trouvez un client en deux ou trois lettres',
  /** What may be typed, each with what it finds. */
  noRecentTips: [
    { typed: 'dup', finds: 'le début du nom, du prénom ou de la société' },
    { typed: '71 10', finds: 'les derniers chiffres du téléphone' },
    { typed: 'meymac', finds: 'la ville, ou le code postal' },
    { typed: '412', finds: 'le numéro de client ou d’abonnement' },
  ],
  preview: 'Aperçu de la fiche',
  openRecord: 'Ouvrir la fiche',
  copyNumber: (phone: string) => `Copier ${phone}`,
  lastContact: 'Dernier contact du client',
  toDo: 'À faire',
  nothingToDo: 'rien',
  lastExchanges: 'Derniers échanges',
  noExchange: 'Aucun échange',
  exchanges: {
    movement: {
      bought: (what: string) => `Achat\u00a0: ${what}`,
      received: (what: string) => `SAV reçu\u00a0: ${what}`,
      in_workshop: (what: string) => `SAV en atelier\u00a0: ${what}`,
      ready: (what: string) => `SAV prêt\u00a0: ${what}`,
      returned: (what: string) => `SAV rendu\u00a0: ${what}`,
      held: (what: string) => `Dépôt\u00a0: ${what}`,
      given_back: (what: string) => `Dépôt restitué\u00a0: ${what}`,
    },
    invoice: (number: string, total: string) => `Facture ${number}, ${total}`,
    credit: (number: string, total: string) => `Avoir ${number}, ${total}`,
    sms: (template: string) => `SMS envoyé\u00a0: ${template}`,
    mail: (template: string) => `Mail envoyé\u00a0: ${template}`,
  },
}
