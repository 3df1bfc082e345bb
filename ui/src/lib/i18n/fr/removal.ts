// Deleting a record, and taking back a whole import: what goes, what stays and why.
import type { KeptReason, KeptThing, TouchedBy } from '../../api'
import { fr } from '../locale'

const records = (count: number) => fr.counted(count, 'fiche', 'fiches')

const things: Record<KeptThing, (count: number) => string> = {
  decisions: (count) =>
    fr.counted(count, 'décision sur ses consentements', 'décisions sur ses consentements'),
  evidence: (count) => fr.counted(count, 'preuve', 'preuves'),
  messages_sent: (count) =>
    `${fr.counted(count, 'envoi', 'envois')}\u00a0: la date et le canal, sans le texte ni l’adresse`,
  subscriptions: (count) =>
    `${fr.counted(count, 'abonnement', 'abonnements')}\u00a0: l’offre et les dates, sans le motif de résiliation`,
  invoices: (count) =>
    `${fr.counted(count, 'facture ou avoir', 'factures et avoirs')}, avec le nom et l’adresse qui y figurent`,
  payments: (count) => `${fr.counted(count, 'règlement', 'règlements')}, sans les notes`,
  exports: (count) => `${fr.counted(count, 'export', 'exports')} où la fiche figure`,
  amounts: (count) =>
    `${fr.counted(count, 'montant', 'montants')} (achats, réparations, acomptes)\u00a0: la somme et la date, sans l’objet`,
  journal_entries: (count) =>
    `${fr.counted(count, 'ligne de journal', 'lignes de journal')}\u00a0: qui et quand, sans les valeurs`,
}

const reasons: Record<KeptReason, string> = {
  proof: 'La boutique doit pouvoir prouver les accords tant qu’ils peuvent être contestés (RGPD, art. 7).',
  accounting: 'La comptabilité et ses pièces justificatives se gardent dix ans (C. com., art. L.123-22).',
  recipients: 'Ceux qui ont reçu ses données doivent pouvoir en être informés (RGPD, art. 19).',
  accountability: 'Qui a fait quoi doit rester traçable (RGPD, art. 5).',
}

const touched: Record<TouchedBy, string> = {
  edit: 'modifiée depuis',
  decision: 'réponse enregistrée depuis',
  message: 'message écrit depuis',
  subscription: 'abonnement, facture ou livraison depuis',
  movement: 'achat, SAV ou dépôt noté depuis',
  merge: 'fusionnée depuis',
}

export const removal = {
  things,
  reasons,
  touched,
  menu: 'Supprimer',
  title: 'Supprimer la fiche',
  goes: (name: string) =>
    `Le nom, les coordonnées et tout ce que dit la fiche de ${name} sont effacés. Elle ne se trouve plus nulle part, et rien ne la ramène.`,
  merged: (count: number) =>
    fr.counted(
      count,
      'fiche fusionnée avec elle est supprimée aussi.',
      'fiches fusionnées avec elle sont supprimées aussi.',
    ),
  kept: 'Ce qui est gardé, sans nom, sous son numéro de client',
  nothingKept: 'Rien n’est gardé.',
  years: (years: number) => fr.counted(years, 'an', 'ans'),
  pending: (count: number) =>
    `${fr.counted(count, 'message en attente sera annulé', 'messages en attente seront annulés')}.`,
  held: (count: number) =>
    `${fr.counted(count, 'objet est encore à la boutique', 'objets sont encore à la boutique')} (réparation ou dépôt)\u00a0: sans la fiche, plus rien ne dit à qui.`,
  owes: (amount: string) =>
    `Il reste ${amount} à régler. Ses factures sont gardées, avec son nom, mais plus aucune fiche n’y mène\u00a0: encaissez d’abord, ou imprimez-les.`,
  inCredit: (amount: string) =>
    `${amount} restent à son crédit. Rendez-les d’abord\u00a0: plus aucune fiche ne le dira.`,
  forgets:
    'Ce client a dit non. Sans fiche, un prochain import de la même personne n’en saura rien. Pour que son refus tienne, marquez plutôt la fiche inactive.',
  confirm: (name: string) => `Pour confirmer, tapez\u00a0: ${name}`,
  remove: 'Supprimer',
  removed: 'La fiche est supprimée',
  imports: {
    title: 'Imports passés',
    columns: {
      at: 'Date',
      file: 'Fichier',
      imported: 'Importées',
      rejected: 'Rejetées',
      actions: 'Actions',
    },
    by: (name: string) => `par ${name}`,
    undone: (day: string) => `annulé le ${day}`,
    undo: 'Annuler cet import…',
    undoOf: (file: string, day: string) => `Annuler cet import… (${file}, ${day})`,
    dialog: {
      title: 'Annuler cet import',
      of: (file: string, when: string) => `${file}, importé le ${when}`,
      deleted: (count: number) =>
        `${records(count)} sans suite, ${fr.plural(count, 'effacée', 'effacées')} entièrement.`,
      blanked: (count: number) =>
        `${records(count)} ${fr.plural(count, 'vidée', 'vidées')}, mais les décisions que le fichier a apportées restent, car elles font preuve.`,
      kept: (count: number) =>
        `${records(count)} ${fr.plural(count, 'gardée', 'gardées')}, car quelqu’un y a travaillé depuis l’import.`,
      nothing: 'Cet import n’a laissé aucune fiche à retirer.',
      touched: 'Fiches gardées',
      first: (shown: number, all: number) => `${fr.number(shown)} premières sur ${fr.number(all)}`,
      run: 'Annuler l’import',
      keep: 'Garder l’import',
      running: 'Annulation en cours…',
      done: 'L’import est annulé',
      doneText: (gone: number, kept: number) =>
        `${records(gone)} ${fr.plural(gone, 'retirée', 'retirées')}, ${records(kept)} ${fr.plural(kept, 'gardée', 'gardées')}.`,
      warning: 'Les fiches retirées ne reviennent qu’en important le fichier à nouveau.',
    },
  },
}
