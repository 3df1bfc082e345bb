//! What each type of contact may do: one table, and the refusals that follow from it.
//!
//! The rules are the shop's own, as its documents word them (« Les types de contacts »). They are asked wherever somebody is subscribed,
//! invoiced, delivered or rewarded, and again when a type changes; nothing else decides. Nobody's type is ever changed to fit.

mod rule;

pub use rule::Rule;

use crate::clients::ContactType;

/// Which subscriptions somebody may receive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receives {
    /// Those of any tariff.
    Any,
    /// Those of a free tariff only.
    Free,
    /// None of their own; they use the digital part of somebody else's, by their e-mail.
    DigitalOfAnother,
    /// None.
    Nothing,
}

/// What a type of contact may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// Of whom.
    pub of: ContactType,
    /// « Bénéficiaire de l’abonnement », and to whom it is delivered.
    pub receives: Receives,
    /// « Responsable du règlement »: pays for a subscription and is invoiced.
    pub pays: bool,
    /// Is rewarded when somebody whom they brought subscribes.
    pub rewarded: bool,
    /// Recommends, with or without a reward.
    pub recommends: bool,
}

/// One row for each type, in their order.
pub const ALLOWED: [Allowed; 7] = [
    Allowed { of: ContactType::Client, receives: Receives::Any, pays: true, rewarded: true, recommends: true },
    Allowed { of: ContactType::Tiers, receives: Receives::Nothing, pays: true, rewarded: false, recommends: false },
    Allowed { of: ContactType::PayePar, receives: Receives::Any, pays: false, rewarded: false, recommends: false },
    Allowed { of: ContactType::Prospect, receives: Receives::Free, pays: false, rewarded: false, recommends: false },
    Allowed {
        of: ContactType::Prescripteur,
        receives: Receives::Nothing,
        pays: false,
        rewarded: false,
        recommends: true,
    },
    Allowed { of: ContactType::Parrain, receives: Receives::Any, pays: true, rewarded: true, recommends: true },
    Allowed {
        of: ContactType::Beneficiaire,
        receives: Receives::DigitalOfAnother,
        pays: false,
        rewarded: false,
        recommends: false,
    },
];

impl ContactType {
    /// What this type may do.
    pub const fn allowed(self) -> &'static Allowed {
        &ALLOWED[self as usize]
    }

    /// Whether a contact of this type may receive a subscription of their own.
    ///
    /// # Errors
    /// The rule that says no.
    pub const fn may_receive(self, free: bool) -> Result<(), Rule> {
        match (self.allowed().receives, self) {
            (Receives::Any, _) => Ok(()),
            (Receives::Free, _) if free => Ok(()),
            (Receives::Free, _) => Err(Rule::ProspectOnlyFreeTariffs),
            (Receives::DigitalOfAnother, _) => Err(Rule::BeneficiaireUsesAnothers),
            (Receives::Nothing, ContactType::Tiers) => Err(Rule::TiersNeverBenefits),
            (Receives::Nothing, _) => Err(Rule::PrescripteurOnlyRecommends),
        }
    }

    /// Whether a contact of this type may use the digital part of somebody else's subscription.
    ///
    /// # Errors
    /// The rule that says no.
    pub const fn may_use(self, free: bool) -> Result<(), Rule> {
        match self.allowed().receives {
            Receives::DigitalOfAnother => Ok(()),
            _ => self.may_receive(free),
        }
    }

    /// Whether a contact of this type may pay, and so be invoiced.
    ///
    /// # Errors
    /// The rule that says no.
    pub const fn may_pay(self) -> Result<(), Rule> {
        match self {
            _ if self.allowed().pays => Ok(()),
            ContactType::PayePar => Err(Rule::PayeParNeverInvoiced),
            ContactType::Prospect => Err(Rule::ProspectNeverInvoiced),
            ContactType::Prescripteur => Err(Rule::PrescripteurOnlyRecommends),
            _ => Err(Rule::BeneficiaireUsesAnothers),
        }
    }

    /// Whether a contact of this type may bring others, and be rewarded for it.
    ///
    /// # Errors
    /// The rule that says no.
    pub const fn may_sponsor(self, rewarded: bool) -> Result<(), Rule> {
        let allowed = self.allowed();
        match (allowed.recommends, allowed.rewarded) {
            (true, true) => Ok(()),
            (true, false) if !rewarded => Ok(()),
            (true, false) => Err(Rule::PrescripteurNotRewarded),
            (false, _) => Err(Rule::NoSponsor),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who may: « 1 » yes, « . » no.
    fn row(may: impl Fn(ContactType) -> bool) -> String {
        ContactType::ALL.into_iter().map(|of| if may(of) { '1' } else { '.' }).collect()
    }

    #[test]
    fn the_table_has_a_row_for_each_type_in_their_order() {
        assert_eq!(ALLOWED.map(|row| row.of), ContactType::ALL);
    }

    #[test]
    fn the_seven_types_may_what_the_documents_say() {
        // In the order: Client, Tiers, Payé par, Prospect, Prescripteur, Parrain, Bénéficiaire.
        assert_eq!(row(|of| of.may_receive(false).is_ok()), "1.1..1.");
        assert_eq!(row(|of| of.may_receive(true).is_ok()), "1.11.1.");
        assert_eq!(row(|of| of.may_use(false).is_ok()), "1.1..11");
        assert_eq!(row(|of| of.may_pay().is_ok()), "11...1.");
        assert_eq!(row(|of| of.may_sponsor(true).is_ok()), "1....1.");
        assert_eq!(row(|of| of.may_sponsor(false).is_ok()), "1...11.");
    }

    #[test]
    fn a_refusal_names_its_rule() {
        assert_eq!(ContactType::Prospect.may_receive(false), Err(Rule::ProspectOnlyFreeTariffs));
        assert_eq!(ContactType::Tiers.may_receive(true), Err(Rule::TiersNeverBenefits));
        assert_eq!(ContactType::PayePar.may_pay(), Err(Rule::PayeParNeverInvoiced));
        assert_eq!(Rule::ProspectOnlyFreeTariffs.code(), "prospect_only_free_tariffs");
    }
}
