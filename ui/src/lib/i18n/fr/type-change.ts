// « Changer le type de contact », where something stands in the way: by which rule, what of it can be taken away, and what stays.
import type { HeldThing, Rule } from '../../api'
import { fr } from '../locale'

/** The rules that stand in the way of a type. What to do is said for all of it at once. */
const rules: Partial<Record<Rule, string>> = {
  prospect_only_free_tariffs: 'Un prospect ne peut être abonné qu’à un tarif gratuit.',
  prospect_never_invoiced: 'Un prospect n’est jamais facturé.',
  tiers_never_benefits: 'Un tiers paie, mais ne reçoit rien.',
  paye_par_never_invoiced: 'Un «\u00a0payé par\u00a0» n’est jamais facturé.',
  prescripteur_only_recommends: 'Un prescripteur recommande\u00a0: il n’a ni abonnement ni facture.',
  prescripteur_not_rewarded: 'Un prescripteur recommande sans récompense.',
  beneficiaire_uses_anothers:
    'Un bénéficiaire utilise l’abonnement d’un autre\u00a0: il n’a ni abonnement ni facture.',
  no_sponsor: 'Ce type de contact ne parraine pas.',
}

const things: Record<HeldThing, (name: string) => string> = {
  received: (name) => `Abonnement «\u00a0${name}\u00a0»`,
  paid: (name) => `Paie «\u00a0${name}\u00a0»`,
  invoice: (name) => `Facture ${name}`,
  delivery: (name) => `Livraison\u00a0: ${name}`,
  used: (name) => `Accès à «\u00a0${name}\u00a0»`,
  sponsored: (name) => `Filleul\u00a0: ${name}`,
}

const other: Record<HeldThing, (name: string) => string> = {
  received: (name) => `payé par ${name}`,
  paid: (name) => `pour ${name}`,
  invoice: (name) => `pour ${name}`,
  delivery: (name) => `pour ${name}`,
  used: (name) => `abonnement de ${name}`,
  sponsored: (name) => name,
}

export const typeChange = {
  notYet: (type: string) => `Pas encore possible\u00a0: ${type}`,
  notPossible: (type: string) => `Pas possible\u00a0: ${type}`,
  text: (name: string, from: string, count: number) =>
    `${name} reste «\u00a0${from}\u00a0»\u00a0: ${fr.counted(count, 'élément s’y oppose', 'éléments s’y opposent')}.`,
  rules,
  things,
  other,
  fromTo: (from: string, until: string) => `du ${from} au ${until}`,
  on: (day: string) => `du ${day}`,
  more: (count: number) => `Et ${fr.counted(count, 'autre', 'autres')}.`,
  stays: (from: string) =>
    `Ce qui a été souscrit, facturé ou remis reste au dossier, même échu, résilié ou annulé\u00a0: gardez le type «\u00a0${from}\u00a0».`,
  otherPayer: 'Si quelqu’un d’autre paie désormais, choisissez-le comme payeur du prochain abonnement.',
  takeAway: {
    used: 'Accès à un abonnement\u00a0: retirez d’abord cette personne de ses bénéficiaires.',
    delivery: 'Livraison à venir\u00a0: supprimez-la d’abord dans la fenêtre «\u00a0Livraisons\u00a0».',
    sponsored:
      'Filleul\u00a0: supprimez d’abord le parrainage dans la fenêtre «\u00a0Parrainages\u00a0», ce qui se peut tant qu’aucune récompense n’est donnée.',
  },
  thenChange: 'Changez ensuite le type.',
  unchanged: 'Rien n’a été modifié.',
}
