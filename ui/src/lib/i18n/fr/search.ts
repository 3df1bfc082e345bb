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
  columns: { name: 'Nom', town: 'Ville', phone: 'Téléphone', email: 'Email', type: 'Type' },
  nothing: (text: string) => `Aucune fiche pour ${quoted(text)}`,
  nothingAdvice: 'Vérifiez l’orthographe, ou créez la fiche.',
  nothingShown: (text: string) => `Aucune fiche active pour ${quoted(text)}`,
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
  number: 'N° de client',
  lastUpdate: 'Dernière MAJ',
  lastChanges: 'Derniers changements',
}
