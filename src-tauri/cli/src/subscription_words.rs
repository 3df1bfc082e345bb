//! Subscriptions in words, for people at a terminal.

use ecrin_core::contact_rules::Rule;
use ecrin_core::subscriptions::SubscriptionState;

use crate::language::Language;

/// What happened and what to do.
#[allow(clippy::too_many_lines, reason = "one arm for each: the table is as long as what it words")]
pub(crate) fn rule(language: Language, rule: Rule) -> &'static str {
    use Rule as R;
    match rule {
        R::ProspectOnlyFreeTariffs => language.pick(
            "un prospect ne peut être abonné qu’à un tarif gratuit : changez d’abord son type",
            "a prospect can be subscribed to free tariffs only: change their type first",
        ),
        R::ProspectNeverInvoiced => language.pick(
            "un prospect n’est jamais facturé : indiquez un autre --payer",
            "a prospect is never invoiced: name another --payer",
        ),
        R::TiersNeverBenefits => {
            language.pick("un tiers paie mais ne reçoit rien", "a tiers pays and receives nothing")
        }
        R::PayeParNeverInvoiced => language.pick(
            "un « payé par » n’est jamais facturé : indiquez --payer",
            "a payé par is never invoiced: name a --payer",
        ),
        R::PrescripteurOnlyRecommends => language.pick(
            "un prescripteur recommande : ni abonnement ni facture",
            "a prescripteur recommends: no subscription, no invoice",
        ),
        R::PrescripteurNotRewarded => {
            language.pick("un prescripteur n’est pas récompensé", "a prescripteur is not rewarded")
        }
        R::BeneficiaireUsesAnothers => language.pick(
            "un bénéficiaire utilise l’abonnement d’un autre : ni abonnement ni facture",
            "a bénéficiaire uses somebody else’s subscription: none of their own, no invoice",
        ),
        R::NoSponsor => language.pick("ce type de contact ne parraine pas", "this type of contact brings nobody"),
        R::PayerNeeded => {
            language.pick("ce tarif n’est pas gratuit : indiquez --payer", "this tariff is not free: name a --payer")
        }
        R::BeneficiaryNeedsEmail => language.pick(
            "un bénéficiaire est connu par son e-mail, qui manque",
            "a bénéficiaire is known by e-mail, which is missing",
        ),
        R::OfferNotDigital => {
            language.pick("une offre sur papier n’a pas de bénéficiaires", "an offer on paper has no beneficiaries")
        }
        R::TooManyBeneficiaries => language.pick("trop de bénéficiaires", "too many beneficiaries"),
        R::OfferArchived => language.pick("cette offre n’est plus vendue", "this offer is no longer sold"),
        R::TariffUnfit => language.pick(
            "ce tarif n’est pas possible : vérifiez le prix, la TVA, la durée et les numéros",
            "this tariff is not possible: check the price, the tax, the term and the issues",
        ),
        R::CopiesUnfit => {
            language.pick("le nombre d’exemplaires va de 1 à 10 000", "the number of copies goes from 1 to 10,000")
        }
        R::NoTariffYet => {
            language.pick("cette offre n’a pas encore de tarif ce jour-là", "this offer has no tariff on that day yet")
        }
        R::AlreadyTerminated => {
            language.pick("cet abonnement est déjà résilié", "this subscription was terminated already")
        }
        R::SubscriptionRunning => language.pick(
            "un abonnement court encore : résiliez-le d’abord",
            "a subscription is still running: terminate it first",
        ),
        R::SubscriptionOver => language.pick("cet abonnement est terminé", "this subscription is over"),
        R::DaysUnfit => {
            language.pick("cette date ne convient pas à l’abonnement", "this day does not fit the subscription")
        }
        R::AlreadyDelivered => language.pick(
            "un numéro a déjà été livré après cette date : choisissez-en une plus tardive",
            "an issue was delivered after that day: choose a later one",
        ),
        R::PaymentGivenBack => language.pick(
            "ce règlement a été rendu : annulez d’abord le remboursement",
            "this payment was given back: take the refund back first",
        ),
        R::RewardedAlready => language.pick(
            "quelqu’un d’autre a déjà été récompensé pour cette personne",
            "somebody else was rewarded for this person already",
        ),
        R::SponsoredAlready => {
            language.pick("l’une des deux fiches a parrainé l’autre", "one of the two records brought the other")
        }
        R::AlreadyBeneficiary => {
            language.pick("cette personne utilise déjà cet abonnement", "this person uses the subscription already")
        }
        R::OfferInUse => language.pick(
            "cette offre a été souscrite : son support ne change plus",
            "this offer has been taken: its medium no longer changes",
        ),
        R::TariffTooEarly => language.pick(
            "ce tarif commence avant celui qu’il remplace : choisissez un jour plus tardif",
            "this tariff begins before the one that it follows: choose a later day",
        ),
        R::AlreadyRenewed => {
            language.pick("cet abonnement est déjà reconduit", "this subscription was renewed already")
        }
        R::AlreadyCredited => {
            language.pick("cette facture a déjà un avoir", "this invoice was corrected by a credit note already")
        }
        R::AlreadyReversed => language.pick("ce règlement a déjà été annulé", "this payment was taken back already"),
        R::NothingToRefund => {
            language.pick("on ne rend pas plus que ce qui a été réglé", "no more is given back than was paid")
        }
        R::DayInFuture => language.pick("ce jour n’est pas encore venu", "this day has not come yet"),
        R::NotSubscribedYet => language.pick(
            "la personne parrainée n’a pas encore d’abonnement payant",
            "whoever was brought has no paying subscription yet",
        ),
    }
}

/// How a subscription stands.
pub(crate) fn state(language: Language, state: SubscriptionState) -> &'static str {
    use SubscriptionState as S;
    match state {
        S::Running => language.pick("en cours", "running"),
        S::Upcoming => language.pick("à venir", "upcoming"),
        S::Suspended => language.pick("suspendu", "suspended"),
        S::Ended => language.pick("échu", "ended"),
        S::Terminated => language.pick("résilié", "terminated"),
    }
}
