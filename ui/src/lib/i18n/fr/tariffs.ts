// Administration › Tarifs: what is sold, and what it costs from which day on.
import type { Medium } from '../../api'
import { fr } from '../locale'

const media: Record<Medium, string> = { print: 'Papier', digital: 'Numérique', both: 'Papier et numérique' }

export const tariffs = {
  tab: 'Tarifs',
  title: 'Formules',
  media,
  add: 'Ajouter une formule',
  none: 'Aucune formule n’est en vente',
  noneText: 'Ajoutez la première\u00a0: un nom, un support, un prix.',
  columns: {
    name: 'Formule',
    medium: 'Support',
    price: 'Prix TTC',
    vat: 'TVA',
    term: 'Durée',
    subscriptions: 'Abonnés',
    actions: 'Actions',
  },
  free: 'Gratuit',
  places: (count: number) => fr.counted(count, 'bénéficiaire', 'bénéficiaires'),
  term: (months: number, issues: number) =>
    issues === 0
      ? fr.counted(months, 'mois', 'mois')
      : `${fr.counted(months, 'mois', 'mois')}, ${fr.counted(issues, 'numéro', 'numéros')}`,
  notYet: 'aucun tarif en vigueur',
  versionsOf: (name: string) => `Tarifs de ${name}`,
  since: (day: string) => `à partir du ${day}`,
  withVat: (rate: string) => `TVA ${rate}`,
  current: 'actuel',
  coming: 'à venir',
  archived: (count: number) => `Archivées (${fr.number(count)})`,
  note: 'Un tarif n’est jamais modifié\u00a0: un abonnement garde celui auquel il a été vendu. Pour changer un prix, ajoutez un tarif.',
  edit: 'Modifier…',
  addTariff: 'Nouveau tarif…',
  archive: 'Archiver',
  sellAgain: 'Remettre en vente',
  nowArchived: 'Formule archivée\u00a0: elle n’est plus proposée.',
  soldAgain: 'Formule de nouveau en vente',
  addTitle: 'Ajouter une formule',
  addNow: 'Ajouter la formule',
  added: 'Formule ajoutée',
  editTitle: 'Modifier la formule',
  saved: 'Formule enregistrée',
  addTariffTitle: 'Nouveau tarif',
  addTariffText: (name: string) =>
    `Pour «\u00a0${name}\u00a0». Les abonnements en cours gardent leur tarif\u00a0; les renouvellements prennent le nouveau.`,
  addTariffNow: 'Ajouter le tarif',
  tariffAdded: 'Tarif ajouté',
  fields: {
    name: 'Nom',
    nameExample: 'Papier, un an',
    places: 'Bénéficiaires',
    placesHelp: 'Combien de personnes en plus utilisent la partie numérique.',
    placesUnread: 'Indiquez un nombre, de 0 à 1\u202f000.',
    price: 'Prix TTC d’un exemplaire',
    priceHelp: '0,00 pour une formule gratuite.',
    vat: 'Taux de TVA',
    months: 'Durée en mois',
    monthsUnread: 'Indiquez un nombre de mois, de 1 à 120.',
    issues: 'Numéros livrés',
    issuesHelp: '0 si rien n’est livré.',
    issuesUnread: 'Indiquez un nombre, de 0 à 1\u202f000.',
    since: 'En vente à partir du',
  },
  vat: {
    title: 'Taux de TVA',
    names: { press: 'Presse', standard: 'Taux normal' },
    note: 'Taux de France métropolitaine. Celui de la presse vaut pour les titres inscrits à la CPPAP.',
  },
}
