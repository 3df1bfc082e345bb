//! Whether a subscription may be made: the rules in the order in which they are told.

use super::{Party, Tariff};
use crate::contact_rules::Rule;

/// The most copies of one subscription.
pub(crate) const COPIES_MAX: i64 = 10_000;

/// What a subscription would be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged<'a> {
    pub(crate) recipient: &'a Party,
    /// Whoever would pay, also where nobody needs to.
    pub(crate) payer: Option<&'a Party>,
    /// The tariff of the first day.
    pub(crate) tariff: Option<&'a Tariff>,
    pub(crate) archived: bool,
    pub(crate) copies: i64,
}

impl Judged<'_> {
    /// The first rule that says no. A refusal about who receives comes before one about who pays: it is the one to be mended first.
    pub(crate) fn refused(&self) -> Option<Rule> {
        self.judge().err()
    }

    fn judge(&self) -> Result<(), Rule> {
        if self.archived {
            return Err(Rule::OfferArchived);
        }
        if !(1..=COPIES_MAX).contains(&self.copies) {
            return Err(Rule::CopiesUnfit);
        }
        let tariff = self.tariff.ok_or(Rule::NoTariffYet)?;
        self.recipient.r#type.may_receive(tariff.is_free())?;
        if tariff.is_free() {
            return Ok(());
        }
        self.payer.ok_or(Rule::PayerNeeded)?.r#type.may_pay()
    }
}
