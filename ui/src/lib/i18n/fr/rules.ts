// What a rule of subscriptions says when it refuses: what happened, and what to do.
import type { Rule } from '../../api'

export const rules: Record<Rule, string> = {
  prospect_only_free_tariffs:
    'Un prospect ne peut être abonné qu’à un tarif gratuit. Changez d’abord son type de contact.',
  prospect_never_invoiced:
    'Un prospect n’est jamais facturé. Changez son type de contact, ou choisissez un autre payeur.',
  tiers_never_benefits: 'Un tiers paie, mais ne reçoit rien. Choisissez un autre destinataire.',
  paye_par_never_invoiced: 'Un «\u00a0payé par\u00a0» n’est jamais facturé. Choisissez qui paie pour lui.',
  prescripteur_only_recommends:
    'Un prescripteur recommande\u00a0: il n’a ni abonnement ni facture. Changez d’abord son type de contact.',
  prescripteur_not_rewarded:
    'Un prescripteur recommande sans récompense. Changez d’abord son type de contact.',
  beneficiaire_uses_anothers:
    'Un bénéficiaire utilise l’abonnement d’un autre\u00a0: il n’a ni abonnement ni facture. Changez d’abord son type de contact.',
  no_sponsor: 'Ce type de contact ne parraine pas. Choisissez un client, un parrain ou un prescripteur.',
  payer_needed: 'Ce tarif n’est pas gratuit. Choisissez qui paie.',
  beneficiary_needs_email: 'Un bénéficiaire est connu par son e-mail. Indiquez son adresse.',
  already_beneficiary: 'Cette personne a déjà accès à cet abonnement.',
  offer_not_digital: 'Cette formule n’a pas de partie numérique\u00a0: elle n’a pas de bénéficiaires.',
  too_many_beneficiaries:
    'Toutes les places de bénéficiaires sont prises. Retirez d’abord quelqu’un, ou changez de formule.',
  offer_archived: 'Cette formule n’est plus vendue. Choisissez-en une autre.',
  offer_in_use: 'Cette formule a des abonnés\u00a0: son support ne change plus. Créez une autre formule.',
  tariff_unfit: 'Ce tarif n’est pas possible. Vérifiez le prix, la TVA, la durée et le nombre de numéros.',
  tariff_too_early: 'Ce tarif commence avant le précédent. Choisissez une date plus tardive.',
  copies_unfit: 'Le nombre d’exemplaires va de 1 à 10\u202f000.',
  no_tariff_yet: 'Cette formule n’a pas encore de tarif à cette date. Choisissez un début plus tardif.',
  already_terminated: 'Cet abonnement est déjà résilié.',
  subscription_running:
    'Cette personne reçoit encore un abonnement. Résiliez-le d’abord, puis supprimez la fiche.',
  subscription_over: 'Cet abonnement est terminé.',
  already_renewed: 'Cet abonnement est déjà renouvelé.',
  days_unfit:
    'Ces dates ne conviennent pas\u00a0: elles sortent de l’abonnement, une autre suspension en contient une, ou une livraison a déjà eu lieu ces jours-là. Choisissez-en d’autres.',
  already_delivered:
    'Un numéro a déjà été livré après cette date. Choisissez une date plus tardive, ou corrigez la livraison.',
  already_credited: 'Cette facture a déjà son avoir.',
  already_reversed: 'Ce règlement a déjà été annulé.',
  nothing_to_refund: 'Il n’y a pas autant à rendre. Vérifiez le montant.',
  payment_given_back:
    'Cet argent a été rendu\u00a0: le règlement ne peut plus être annulé. Annulez d’abord le remboursement, s’il n’a pas eu lieu.',
  day_in_future: 'Cette date n’est pas encore passée. Choisissez aujourd’hui, ou un jour d’avant.',
  not_subscribed_yet:
    'La personne parrainée n’a pas encore d’abonnement payant. La récompense se donne quand elle s’abonne.',
  sponsored_already: 'Personne ne se parraine, et personne n’est parrainé deux fois.',
  rewarded_already: 'Quelqu’un d’autre a déjà reçu la récompense pour cette personne.',
}
