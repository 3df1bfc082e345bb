//! Whether a subscription may be made: the rules in the order in which they are told.

use chrono::Months;

use super::Tariff;
use crate::clients::ContactType;
use crate::contact_rules::Rule;

/// How far from today a term may begin.
pub(crate) const FARTHEST: Months = Months::new(120);
/// The most copies of one subscription.
const COPIES_MAX: i64 = 10_000;

/// What a subscription would be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged<'a> {
    pub(crate) recipient: ContactType,
    /// Whoever would pay, also where nobody needs to.
    pub(crate) payer: Option<ContactType>,
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
        self.recipient.may_receive(tariff.is_free())?;
        if tariff.is_free() {
            return Ok(());
        }
        self.payer.ok_or(Rule::PayerNeeded)?.may_pay()
    }
}
