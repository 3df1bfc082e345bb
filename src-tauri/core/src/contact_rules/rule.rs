//! The rules by which something is refused, each with a name that programs can rely on.

use serde::{Deserialize, Serialize};

/// Why something is refused that has to do with subscriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A « Prospect » is subscribed to free tariffs only.
    ProspectOnlyFreeTariffs,
    /// A « Prospect » has no invoice.
    ProspectNeverInvoiced,
    /// A « Tiers » pays and never benefits.
    TiersNeverBenefits,
    /// A « Payé par » is never invoiced.
    PayeParNeverInvoiced,
    /// A « Prescripteur » recommends: no subscription, no invoice.
    PrescripteurOnlyRecommends,
    /// A « Prescripteur » recommends without being rewarded.
    PrescripteurNotRewarded,
    /// A « Bénéficiaire » uses somebody else's digital subscription: none of their own, no invoice.
    BeneficiaireUsesAnothers,
    /// This type of contact brings nobody.
    NoSponsor,
    /// Somebody must pay: the tariff is not free and the recipient does not pay.
    PayerNeeded,
    /// A « Bénéficiaire » is known by their e-mail, which is missing.
    BeneficiaryNeedsEmail,
    /// They use it already, by their own right or as a beneficiary.
    AlreadyBeneficiary,
    /// The offer has no digital part.
    OfferNotDigital,
    /// The plan's number of beneficiaries is reached.
    TooManyBeneficiaries,
    /// The offer is no longer sold.
    OfferArchived,
    /// The offer is taken: how it is read stays.
    OfferInUse,
    /// A price, a rate, a term or a number of issues out of bounds.
    TariffUnfit,
    /// A tariff begins before the version that it follows.
    TariffTooEarly,
    /// Fewer copies than one, or more than ten thousand.
    CopiesUnfit,
    /// No tariff of the offer has begun on that day.
    NoTariffYet,
    /// The subscription has ended: it was terminated.
    AlreadyTerminated,
    /// Somebody who receives something is not deleted: it is terminated first.
    SubscriptionRunning,
    /// The subscription is over.
    SubscriptionOver,
    /// It was renewed already.
    AlreadyRenewed,
    /// The days lie outside the subscription, or another suspension holds one of them.
    DaysUnfit,
    /// What was delivered after that day cannot be undone.
    AlreadyDelivered,
    /// The invoice was corrected already.
    AlreadyCredited,
    /// The payment was taken back already.
    AlreadyReversed,
    /// More would be given back than was paid.
    NothingToRefund,
    /// What was paid was given back: it cannot be said now that it never came in.
    PaymentGivenBack,
    /// What has happened cannot have happened after today.
    DayInFuture,
    /// Whoever was brought has not subscribed to anything that costs.
    NotSubscribedYet,
    /// Nobody brings themselves, and nobody is brought twice.
    SponsoredAlready,
    /// Somebody else had the reward for bringing them.
    RewardedAlready,
}

impl Rule {
    /// The rule's name, for programs.
    pub fn code(self) -> String {
        serde_json::to_value(self).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
    }
}
