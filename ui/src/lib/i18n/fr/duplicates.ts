// « Doublons »: pairs that may be one person, two records side by side, and a merge taken back.
import type { AnswerReason, DuplicateReason, MergedHoldings } from '../../api'
import { fr } from '../locale'

const reasons: Record<DuplicateReason, string> = {
  same_email: 'même e-mail',
  same_mobile: 'même portable',
  same_phone: 'même téléphone',
  same_name: 'même nom',
  swapped_name: 'nom et prénom inversés',
  near_name: 'nom proche',
  same_postcode: 'même CP',
  same_address: 'même adresse',
  household: 'même foyer, sans doute',
  other_email: 'autre e-mail',
  other_mobile: 'autre portable',
}

const answers: Record<AnswerReason, string> = {
  kept: 'Rien ne change pour la fiche gardée.',
  no_wins: 'L’autre fiche avait dit non\u00a0: un non l’emporte toujours.',
  carried: 'L’accord de l’autre fiche est repris, avec son mode et sa date.',
  not_resubscribed: 'La fiche gardée avait dit non\u00a0: personne n’est réabonné par une fusion.',
  not_asked: 'Cette question ne se pose pas (ou plus) à ce client\u00a0: l’accord n’est pas repris.',
}

export const duplicates = {
  reasons,
  answers,
  title: 'Doublons',
  back: 'Retour aux clients',
  find: 'Chercher les doublons',
  again: 'Chercher à nouveau',
  never: 'Aucune recherche de doublons depuis l’ouverture du fichier',
  neverText:
    'Toutes les fiches sont comparées\u00a0: e-mail, téléphones, noms proches au même CP. Rien n’est fusionné sans vous.',
  running: 'Comparaison des fiches',
  phases: { reading: 'Lecture des fiches', comparing: 'Comparaison des fiches' } as Record<string, string>,
  progress: (done: number, total: number) => `${fr.number(done)} sur ${fr.counted(total, 'fiche', 'fiches')}`,
  cancel: 'Arrêter',
  stopping: 'Arrêt en cours…',
  summary: (pairs: number, clients: number, when: string) =>
    `${fr.counted(pairs, 'paire trouvée', 'paires trouvées')} parmi ${fr.counted(clients, 'fiche', 'fiches')}, ${when}.`,
  ended: (pairs: number) =>
    `Recherche de doublons terminée\u00a0: ${fr.counted(pairs, 'paire trouvée', 'paires trouvées')}`,
  see: 'Voir les doublons',
  households: (count: number) =>
    `Parmi elles, ${fr.counted(count, 'est sans doute un même foyer', 'sont sans doute d’un même foyer')}\u00a0: voyez «\u00a0Toutes\u00a0».`,
  cutOff:
    'Il y en a davantage\u00a0: seules les plus sûres sont gardées. Traitez-les, puis cherchez à nouveau.',
  at: (time: string) => `à ${time}`,
  list: 'Fiches qui se ressemblent, les plus sûres d’abord',
  show: 'Afficher',
  levels: { sure: 'Sûres', likely: 'Probables', all: 'Toutes' },
  none: 'Aucun doublon',
  noneText: 'À ce degré de ressemblance, il ne reste rien à traiter.',
  columns: {
    score: 'Ressemblance',
    first: 'Première fiche',
    second: 'Seconde fiche',
    why: 'Pourquoi',
    actions: 'Actions',
  },
  score: (score: number) => `${fr.number(score)} sur 100`,
  open: (name: string) => `Ouvrir la fiche\u00a0: ${name}`,
  numbered: (number: number) => `n°\u00a0${fr.number(number)}`,
  merge: 'Fusionner…',
  mergeOf: (a: string, b: string) => `Fusionner\u00a0: ${a} et ${b}`,
  distinct: 'Ce ne sont pas des doublons',
  distinctOf: (a: string, b: string) => `Ce ne sont pas des doublons\u00a0: ${a} et ${b}`,
  dismissed: 'Cette paire ne sera plus proposée',
  merging: {
    title: 'Fusionner deux fiches',
    back: 'Retour',
    swap: 'Inverser',
    swapHelp: 'Garder l’autre fiche',
    kept: 'Fiche gardée',
    merged: 'Fiche absorbée',
    field: 'Champ',
    fields: 'Champ par champ',
    fieldsText: 'Là où les deux fiches diffèrent, choisissez la valeur qui reste.',
    same: 'identique',
    empty: 'vide',
    choose: (field: string, record: string, value: string) => `${field}, ${record}\u00a0: ${value}`,
    answers: 'Consentements',
    answersText: 'La réponse la plus restrictive l’emporte. Rien n’est effacé de l’historique.',
    noAnswers: 'Aucune des deux fiches n’a répondu à une question.',
    indicator: 'Indicateur',
    after: 'Ce qui vaudra',
    unproven: 'sans preuve',
    history: (decisions: number, messages: number) =>
      `L’historique réuni montrera ${fr.counted(decisions, 'décision', 'décisions')} et ${fr.counted(messages, 'message', 'messages')}.`,
    holdings: ({ subscriptions, invoices, movements }: MergedHoldings) => {
      const held = [
        subscriptions > 0 && fr.counted(subscriptions, 'abonnement', 'abonnements'),
        invoices > 0 && fr.counted(invoices, 'facture ou avoir', 'factures et avoirs'),
        movements > 0 && fr.counted(movements, 'mouvement', 'mouvements'),
      ]
      return `La fiche réunie portera\u00a0: ${held.filter(Boolean).join(', ')}.`
    },
    pending: (count: number) =>
      `${fr.counted(count, 'message attend', 'messages attendent')} encore\u00a0: chacun sera vérifié à nouveau avant de partir.`,
    barred: 'Ces deux fiches ne peuvent pas être réunies ainsi.',
    hides:
      'La fiche gardée est inactive\u00a0: une fois réunies, les deux seront masquées dans les recherches. Pour que la fiche reste visible, inversez-les.',
    restricted: 'Le traitement des données sera limité, comme il l’est pour l’une des deux fiches.',
    reversible: 'Vous pourrez annuler la fusion tant que la fiche n’a pas changé.',
    merge: 'Fusionner',
    done: (name: string) => `${name}\u00a0: les deux fiches n’en font plus qu’une`,
  },
  record: {
    menu: 'Fusionner',
    merged: (name: string, number: number, when: string) =>
      `${name} (n°\u00a0${fr.number(number)}) a été fusionnée avec cette fiche le ${when}.`,
    undo: 'Annuler la fusion',
    undone: 'La fusion est annulée',
    undoneText: (number: number) => `La fiche n°\u00a0${fr.number(number)} existe de nouveau.`,
    from: (number: number) => `fiche n°\u00a0${fr.number(number)}`,
    went: (number: number) => `La fiche n°\u00a0${fr.number(number)} a été fusionnée avec celle-ci.`,
    pick: 'Fusionner avec une autre fiche',
    pickText: (name: string) => `Cherchez la fiche qui désigne la même personne que ${name}.`,
    search: 'Rechercher une fiche',
    probable: 'Fiches qui ressemblent à celle-ci',
    found: 'Fiches trouvées',
    noneFound: 'Aucune autre fiche trouvée.',
    compare: 'Comparer',
  },
  settings: {
    title: 'Entretien du fichier',
    duplicates: 'Doublons',
    duplicatesText: 'Retrouver les clients qui figurent deux fois, et fusionner leurs fiches.',
    imports: 'Imports passés',
    importsText: 'Voir ce que chaque fichier a apporté, et annuler un import entier.',
    open: 'Ouvrir',
    openOf: (what: string) => `Ouvrir\u00a0: ${what}`,
  },
}
