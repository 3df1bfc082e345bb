// What is wrong in detail with what was refused: a setting, a bank account, a list. Only pages meet these, so that the start goes without.
import type { BankFault, MailFault, MovementProblem, SmsFault } from '../../api'

/** With the settings of mails. */
const mail: Record<MailFault, string> = {
  sender: 'Indiquez une adresse d’expédition complète, par exemple contact@boutique.example.',
  reply_to: 'Cette adresse de réponse est incomplète.',
  unsubscribe: 'Cette adresse de désinscription est incomplète.',
  folder: 'Choisissez un dossier.',
  host: 'Indiquez le nom du serveur.',
  port: 'Indiquez le port, par exemple 465.',
  root_certificate: 'Ce certificat n’est pas lisible. Collez un certificat au format PEM.',
}

/** With a bank account. */
const bank: Record<BankFault, string> = {
  iban_form: 'Cet IBAN est incomplet\u00a0: deux lettres, deux chiffres, puis des lettres ou des chiffres.',
  iban_country: 'Ce pays n’a pas d’IBAN. Vérifiez les deux premières lettres.',
  iban_length: 'Cet IBAN n’a pas la longueur ou la forme de ceux de son pays.',
  iban_check_digits: 'Cet IBAN contient une faute de frappe. Vérifiez-le sur le RIB.',
  bic_form: 'Un BIC a huit ou onze caractères, dont le pays en cinquième et sixième.',
  iban_missing: 'Saisissez l’IBAN.',
  mandate_incomplete: 'Un mandat SEPA a une référence et une date. Saisissez les deux, ou aucune.',
  mandate_form:
    'La référence du mandat ne peut contenir que des lettres sans accent, des chiffres et / -\u00a0?\u00a0: ( ) . , + ’ espace.',
}

/** With the settings of SMS. */
const sms: Record<SmsFault, string> = {
  sender: 'Le nom affiché a de trois à onze lettres ou chiffres, sans accent.',
  hours: 'Ces heures sortent de celles que la loi permet, ou n’en laissent aucune.',
  folder: 'Choisissez un dossier.',
  address:
    'Cette adresse est incomplète, ou n’a pas de place pour le numéro\u00a0: {numero}@passerelle.example.',
  preset: 'Cette passerelle n’est pas connue.',
  field: 'Remplissez ce que la passerelle demande.',
  url: 'Indiquez l’adresse complète de la page, avec https.',
  unencrypted: 'Cette adresse n’est pas chiffrée\u00a0: les clés passeraient en clair. Prenez https.',
  placeholder: 'Un nom entre accolades n’est pas connu.',
  body: 'Le texte {texte} et le numéro {numero} doivent avoir leur place dans la demande.',
  root_certificate: 'Ce certificat n’est pas lisible. Collez un certificat au format PEM.',
}

/** With a list. */
const list: Record<string, string> = {
  no_columns: 'Choisissez au moins une colonne.',
  too_many: 'Cette sélection est trop longue. Retirez des conditions ou des colonnes.',
  operator_unsuited: 'Ce champ ne se compare pas ainsi. Choisissez un autre opérateur.',
  column_only: 'Ce champ se montre, mais ne se cherche ni ne se trie.',
  value_count: 'Une condition a trop ou trop peu de valeurs.',
  not_a_day: 'Une date ne se lit pas. Écrivez-la ainsi\u00a0: 31/01/2018.',
  not_a_number: 'Un nombre ne se lit pas. Écrivez un nombre entier.',
  not_a_choice: 'Un choix n’existe plus. Choisissez-en un autre.',
  not_a_text: 'Une condition ne compare à rien. Écrivez au moins une lettre ou un chiffre.',
  no_indicator: 'Un indicateur de cette sélection n’existe plus. Retirez ce qui en parle.',
  no_contact: 'Choisissez d’abord la finalité de la sélection.',
  not_a_cursor: 'Cette page n’existe plus. Actualisez la liste.',
}

/** With a movement. */
const movement: Record<MovementProblem, string> = {
  what_missing: 'Dites de quoi il s’agit.',
  what_too_long: 'Désignation trop longue\u00a0: 120 caractères au plus.',
  note_too_long: 'Note trop longue\u00a0: 1\u00a0000 caractères au plus.',
  amount_missing: 'Un achat a un prix.',
  amount_unfit: 'Ce montant est négatif, ou bien trop grand.',
  day_ahead: 'Ce jour n’est pas encore venu.',
  days_unordered: 'Ces dates ne se suivent pas\u00a0: reçu, en atelier, prêt, rendu.',
  unsuited: 'Cela ne convient pas à ce mouvement.',
}

export const faults = { mail, bank, sms, list, movement }
