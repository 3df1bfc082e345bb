// What went wrong and what to do, one sentence or two a code. No blame, no jargon; what is safe is said.
import type { ErrorCode, FieldProblem, Reason } from '../../api'
import { fault } from '../fault'
import { fr } from '../locale'

type Params = Record<string, string>

/** Under « Bloqué ». */
export const blocked: Record<Reason, string> = {
  never_asked: 'faute de consentement',
  refused: 'le client a refusé',
  withdrawn: 'accord retiré',
  no_indicator: 'question non posée',
  not_professional: 'réservé aux professionnels',
  no_purchase: 'aucun achat connu',
  restricted: 'traitement limité',
  inactive: 'fiche inactive',
  no_address: 'sans coordonnées',
  outside_hours: 'hors horaires',
}

export const errors: Record<ErrorCode, (params: Params) => string> = {
  invalid: () => 'Certains champs sont à corriger. Rien n’a été enregistré.',
  client_not_found: () => 'Cette fiche n’existe plus dans le fichier. Relancez la recherche.',
  client_removed: (params) =>
    `Cette fiche a été supprimée le ${fr.date(Number(params['at']))}. Seul ce qui doit pouvoir être prouvé en est gardé.`,
  client_merged: (params) => `Cette fiche a été fusionnée avec la fiche n°\u00a0${params['into'] ?? ''}.`,
  merge_with_itself: () => 'Choisissez deux fiches différentes.',
  merge_not_found: () => 'Cette fusion n’est pas dans le fichier.',
  merge_superseded: () => 'L’une des deux fiches a changé depuis\u00a0: la fusion ne peut plus être annulée.',
  name_differs: () => 'Ce n’est pas ce qu’il fallait taper. Rien n’a été supprimé.',
  duplicates_running: () => 'Une recherche de doublons est déjà en cours.',
  duplicates_cancelled: () => 'La recherche de doublons a été arrêtée.',
  import_not_found: () => 'Cet import n’est pas dans le fichier.',
  import_undone: () => 'Cet import a déjà été annulé.',
  manager_code_needed: () => 'Cette action demande le code responsable.',
  manager_code_wrong: (params) =>
    Number(params['seconds']) > 0
      ? `Ce n’est pas le code responsable. Réessayez dans ${fr.counted(Number(params['seconds']), 'seconde', 'secondes')}.`
      : 'Ce n’est pas le code responsable.',
  manager_code_wait: (params) =>
    `Trop de codes erronés. Réessayez dans ${fr.counted(Number(params['seconds']), 'seconde', 'secondes')}.`,
  manager_code_unfit: () => 'Choisissez 4 à 12 chiffres, ou un mot d’au moins 4 lettres.',
  changed_elsewhere: () =>
    'Cette fiche a été modifiée entre-temps. Relisez-la, puis refaites votre modification.',
  nothing_to_undo: () => 'Il n’y a rien à annuler.',
  undo_superseded: () =>
    'La fiche a changé depuis. L’annulation effacerait cette modification, elle n’a donc pas été faite.',
  no_shop_open: () => 'Aucun fichier n’est ouvert. Ouvrez un fichier clients pour continuer.',
  file_missing: () =>
    'Ce fichier est introuvable. Vérifiez qu’il n’a pas été déplacé, ou que la clé USB est branchée.',
  file_exists: () => 'Un fichier porte déjà ce nom. Choisissez un autre nom ou un autre dossier.',
  file_not_ecrin: () => 'Ce n’est pas un fichier Écrin. Il n’a pas été modifié.',
  file_newer: () =>
    'Ce fichier vient d’une version plus récente d’Écrin. Mettez Écrin à jour pour l’ouvrir. Il n’a pas été modifié.',
  file_corrupt: () =>
    'Ce fichier est endommagé et n’a pas été touché. Ouvrez une copie dans le dossier des sauvegardes.',
  file_busy: () =>
    'Un autre programme utilise ce fichier. Fermez-le (ou attendez la fin de la synchronisation), puis réessayez.',
  file_read_only: () =>
    'Ce fichier ou son dossier est en lecture seule. Copiez-le dans un dossier où vous pouvez écrire.',
  disk_full: () =>
    'Le disque est plein. Rien n’est perdu, mais rien ne s’enregistre. Libérez de la place, puis réessayez.',
  file_unreadable: () =>
    'La lecture ou l’écriture du fichier a échoué. Vérifiez le disque et vos droits d’accès, puis réessayez.',
  passphrase_needed: () => 'Saisissez la phrase de passe de ce fichier pour l’ouvrir.',
  passphrase_wrong: () =>
    'La phrase de passe ne correspond pas. Vérifiez les majuscules et la disposition du clavier.',
  passphrase_weak: () =>
    'Cette phrase de passe est trop facile à deviner. Prenez au moins sept mots, ou douze caractères variés.',
  mode_missing: () => 'Indiquez comment l’accord a été obtenu. Rien n’a été enregistré.',
  detail_missing: () => 'Précisez comment l’accord a été obtenu.',
  mode_not_found: () => 'Ce mode d’accord n’existe plus. Rouvrez la page pour voir la liste à jour.',
  mode_in_use: (params) =>
    `Ce mode d’accord figure dans ${fr.counted(Number(params['uses']), 'décision', 'décisions')}\u00a0: il ne peut pas être supprimé. Vous pouvez le renommer ou le déplacer.`,
  last_mode: () => 'C’est le dernier mode d’accord. Sans lui, plus aucun accord ne pourrait être recueilli.',
  decision_date: () => 'La date de la réponse ne peut pas être dans le futur. Rien n’a été enregistré.',
  indicator_unsuited: () =>
    'Cette question ne convient pas\u00a0: vérifiez le canal, la finalité, le type et le profil du client.',
  indicator_ambiguous: () => 'Plusieurs indicateurs répondent à cette demande. Choisissez lequel.',
  indicator_not_found: () => 'Cet indicateur n’est plus posé. Rouvrez la page pour voir la liste à jour.',
  opt_out_forbidden: () =>
    'Un opt-out n’est pas possible ici\u00a0: prospecter un particulier par SMS, mail ou téléphone exige son accord préalable (CPCE L.34-5, C. conso. L.223-1). Choisissez l’opt-in, ou réservez l’indicateur aux professionnels ou aux clients existants.',
  name_missing: () => 'Ce champ est vide. Saisissez un texte.',
  name_too_long: (params) => `Trop long\u00a0: ${params['max'] ?? ''} caractères au plus.`,
  name_taken: () => 'Ce nom est déjà pris. Choisissez-en un autre.',
  wording_not_found: () => 'Cette formulation n’existe pas pour cet indicateur.',
  evidence_too_large: () => 'Cette pièce dépasse 10\u00a0Mo. Réduisez-la, ou photographiez-la en plus petit.',
  evidence_type_unknown: () =>
    'Cette pièce n’est ni une image (PNG, JPEG, WebP) ni un PDF. Choisissez un autre fichier.',
  evidence_too_many: () => 'Dix pièces au plus par décision.',
  evidence_not_found: () => 'Cette pièce n’est pas dans le fichier.',
  template_not_found: () => 'Ce modèle n’existe plus. Rouvrez la page pour voir la liste à jour.',
  template_malformed: () =>
    'Une accolade est seule. Un champ s’écrit ainsi\u00a0: {nom}, et les accolades ne servent qu’à cela.',
  field_unknown: (params) =>
    `Le champ «\u00a0{${params['field'] ?? ''}}\u00a0» n’existe pas.${params['known'] ? ` Champs possibles\u00a0: ${params['known']}.` : ''}`,
  template_unsuited: () =>
    'Ce contexte, cette finalité et ce canal ne vont pas ensemble. Changez l’un des trois.',
  text_missing: () => 'Écrivez le texte, et pour un mail son objet.',
  shop_name_missing: () => 'Une offre par SMS dit de qui elle vient. Ajoutez le champ {boutique} au texte.',
  indicator_missing: () => 'Ce message parle d’un accord. Choisissez lequel.',
  agreement_missing: () =>
    'Ce message confirme un accord que le client n’a pas donné. Recueillez d’abord son accord.',
  message_not_found: () =>
    'Ce message n’est plus dans le fichier. Rouvrez la page pour voir la liste à jour.',
  message_blocked: (params) => {
    const why = blocked[params['reason'] as Reason] as string | undefined
    return `Ce message ne peut pas être envoyé${why ? `\u00a0: ${why}` : ' à ce client'}. Rien n’a été enregistré.`
  },
  message_settled: () => 'Ce message est déjà parti, ou en train de partir\u00a0: il ne peut plus changer.',
  carrier_invalid: (params) => {
    const of = params['channel'] === 'sms' ? 'sms' : 'mail'
    return `${fault(of, params['fault']) ?? 'Ces réglages sont incomplets.'} Rien n’a été enregistré.`
  },
  bank_account_invalid: (params) =>
    `${fault('bank', params['fault']) ?? 'Ces informations bancaires sont incomplètes.'} Rien n’a été enregistré.`,
  code_not_found: () => 'Ce code de sélection n’existe plus. Rouvrez la page pour voir la liste à jour.',
  code_name_unfit: () => 'Le nom d’un code ne contient ni virgule, ni point-virgule, ni barre verticale.',
  label_not_found: () => 'Cet élément n’existe plus. Rouvrez la fiche pour voir ce qui est à jour.',
  label_changed: () =>
    'Cet élément a changé entre-temps. Rouvrez-le avant de le modifier. Rien n’a été enregistré.',
  days_reversed: () => 'La fin vient avant le début. Corrigez les dates.',
  day_unlikely: () => 'Cette date est hors de portée. Vérifiez l’année.',
  rank_unfit: () => 'L’ordre est un nombre de 1 à 99\u202f999.',
  address_missing: () => 'Saisissez au moins une ligne d’adresse ou une ville.',
  note_of_another: () =>
    'Cette note est d’une autre personne. Écrivez-en une nouvelle, ou choisissez son nom en bas de l’écran.',
  list_invalid: (params) =>
    `${fault('list', params['problem']) ?? 'Cette sélection ne peut pas se faire ainsi.'} Corrigez la condition, puis relancez.`,
  list_not_found: () => 'Cette sélection n’existe plus. Rouvrez la page pour voir la liste à jour.',
  campaign_not_found: () => 'Cet envoi groupé n’existe plus. Rouvrez la page pour voir la liste à jour.',
  campaign_empty: () => 'Personne de cette sélection ne peut recevoir ce message. Rien n’a été enregistré.',
  campaign_settled: () => 'Cet envoi groupé est terminé, ou déjà dans cet état.',
  movement_not_found: () => 'Ce mouvement n’existe plus. Rouvrez la fiche pour voir la liste à jour.',
  movement_invalid: (params) => {
    const problem = fault('movement', params['problem'])
    return problem ?? 'Ce mouvement ne peut pas s’enregistrer ainsi.'
  },
  repair_ended: () =>
    'Cette réparation a été rendue\u00a0: elle est terminée. Un oubli se corrige le jour même seulement.',
  repair_missing: () =>
    'Ce modèle annonce une réparation prête, et ce client n’en a pas. Choisissez un autre modèle.',
  import_empty: () => 'Ce fichier ne contient aucune ligne à importer.',
  import_not_a_table: () =>
    'Ce fichier n’est pas un tableau lisible. Enregistrez-le au format CSV ou XLSX, puis réessayez.',
  import_no_name_column: () =>
    'Indiquez la colonne du nom, de la société ou de l’e-mail\u00a0: sans elle, les fiches ne se distingueraient pas.',
  import_too_large: () => 'Ce fichier dépasse la taille admise. Découpez-le en plusieurs fichiers.',
  import_cancelled: () => 'L’import est annulé. Le fichier clients est resté tel qu’il était.',
  import_column_twice: (params) =>
    params['field']
      ? `Deux colonnes vont vers le champ «\u00a0${params['field']}\u00a0». Gardez-en une seule.`
      : 'Deux colonnes vont vers le même champ. Gardez-en une seule.',
  import_running: () => 'Un import est déjà en cours. Attendez sa fin, ou annulez-le.',
  replies_no_number: () =>
    'Ce fichier n’a pas de colonne pour les numéros. Choisissez le fichier des réponses de votre passerelle.',
  replies_no_text: () =>
    'Ce fichier n’a pas de colonne pour les messages reçus. Choisissez le fichier des réponses de votre passerelle.',
  refused: (params) =>
    `${fault('rule', params['rule']) ?? 'Une règle des abonnements s’y oppose.'} Rien n’a été enregistré.`,
  offer_not_found: () => 'Cette formule n’existe plus. Rouvrez la page pour voir la liste à jour.',
  subscription_not_found: () =>
    'Cet abonnement ou cette suspension n’existe plus. Rouvrez la fiche pour la voir à jour.',
  invoice_not_found: () => 'Cette facture n’existe pas dans ce fichier, ou n’est pas celle de ce client.',
  payment_not_found: () => 'Ce règlement n’existe pas dans ce fichier.',
  delivery_not_found: () => 'Cette livraison n’existe plus. Affichez de nouveau la fiche.',
  sponsorship_not_found: () => 'Ce parrainage n’existe plus. Affichez de nouveau la fiche.',
  amount_unfit: () =>
    'Ce montant n’est pas possible. Entrez un montant supérieur à zéro, en euros et centimes.',
  export_purpose_missing: () =>
    'Dites pourquoi cette liste est exportée\u00a0: le motif est écrit dans le registre.',
  export_too_long: (params) =>
    `Trop de clients pour ce format\u00a0: ${params['max'] ?? ''} au plus. Affinez le filtre, ou choisissez un autre format.`,
  labels_not_postal: () =>
    'Les étiquettes vont avec des courriers. Choisissez une finalité par courrier, ou aucune.',
  label_beyond_sheet: (params) =>
    `Cette planche a ${params['labels'] ?? ''} étiquettes. Choisissez la première qui est libre.`,
  export_cancelled: () => 'L’export est annulé. Aucun fichier n’a été écrit.',
  export_running: () => 'Un export est déjà en cours. Attendez sa fin, ou annulez-le.',
  superseded: () => 'Une recherche plus récente a pris la place de celle-ci.',
  internal: () => 'Une erreur inattendue s’est produite. Rien n’a été enregistré. Réessayez.',
}

/** What is wrong with one field; `max` is the most characters it holds. */
export const problems: Record<FieldProblem, (max: string) => string> = {
  required: () => 'À remplir.',
  too_long: (max) => `Trop long\u00a0: ${max} caractères au plus.`,
  email_malformed: () => 'Cette adresse est incomplète. Exemple\u00a0: nom@domaine.fr',
  control_character: () => 'Contient un caractère invisible. Effacez et retapez ce champ.',
  phone_unreadable: () => 'Numéro illisible, gardé tel que saisi.',
  postcode_unusual: () => 'Code postal inhabituel pour ce pays.',
}
