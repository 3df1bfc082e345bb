// Words used on more than one screen.
import type { ClientField } from '../../api'
import { fr } from '../locale'

/** Fields of a record; those of what hangs on it come with the pages (fields.ts). */
const fields: Record<ClientField, string> = {
  civility: 'Civilité',
  last_name: 'Nom',
  first_name: 'Prénom',
  company: 'Société',
  address_1: 'Adresse',
  address_2: 'Adresse (ligne 2)',
  address_3: 'Adresse (ligne 3)',
  postcode: 'CP',
  town: 'Ville',
  country: 'Pays',
  email: 'Email',
  phone: 'Téléphone',
  mobile: 'Portable',
  origins: 'Origines',
  type: 'Type de contact',
  professional: 'Profil',
}

export const common = {
  product: 'Écrin',
  cancel: 'Annuler',
  close: 'Fermer',
  save: 'Enregistrer',
  back: 'Retour',
  open: 'Ouvrir',
  copy: 'Copier',
  clear: 'Effacer',
  copied: 'Copié',
  suggestions: 'Suggestions',
  loading: 'Chargement…',
  optional: 'facultatif',
  required: 'obligatoire',
  unknown: 'non renseigné',
  inactive: 'inactif',
  ctrl: 'Ctrl',
  enter: 'Entrée',
  escape: 'Échap',
  space: 'Espace',
  counter: (count: number, max: number) => `${fr.number(count)} sur ${fr.number(max)} caractères`,
  paging: {
    range: (from: number, to: number, total: number | null) =>
      total === null
        ? `${fr.number(from)} à ${fr.number(to)}`
        : `${fr.number(from)} à ${fr.number(to)} sur ${fr.number(total)}`,
    lines: 'Lignes',
    linesPerPage: 'Lignes par page',
    previous: 'Page précédente',
    next: 'Page suivante',
  },
  fields,
  types: {
    client: 'Client',
    tiers: 'Tiers',
    paye_par: 'Payé par',
    prospect: 'Prospect',
    prescripteur: 'Prescripteur',
    parrain: 'Parrain',
    beneficiaire: 'Bénéficiaire',
  },
  individual: 'Particulier',
  professional: 'Professionnel',
  insertKey: 'Ins',
  deleteKey: 'Suppr',
  channels: { sms: 'SMS', mail: 'Mail', postal: 'Postal', phone: 'Téléphone' },
  purposes: {
    technical: 'Technique',
    commercial: 'Commercial',
    newsletter: 'Newsletter',
    b2b: 'B2B',
    partners: 'Partenaires',
  },
  kinds: { opt_in: 'Opt-in', opt_out: 'Opt-out', newsletter: 'Newsletter' },
  audiences: {
    everyone: 'Tous',
    professionals: 'Professionnels',
    existing_customers: 'Clients existants',
  },
}
