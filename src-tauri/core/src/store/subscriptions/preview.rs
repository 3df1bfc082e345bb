//! What a subscription, or its renewal, would be.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::offers::TakenOffer;
use crate::clients::ClientNumber;
use crate::contact_rules::Rule;
use crate::money::Cents;
use crate::store::Rows;
use crate::store::clients::FAMILY;
use crate::subscriptions::{
    Calendar, FARTHEST, Judged, NewSubscription, OfferId, Party, Subscription, SubscriptionId, SubscriptionPreview,
    Tariff, end_of_term, moved,
};
use crate::{Error, Result};

/// How many payers are proposed.
const PAYERS: u32 = 10;

/// Who would receive what, who would pay for it, and whether that may be.
struct Intended {
    recipient: Party,
    offer: TakenOffer,
    /// That of the first day.
    tariff: Option<Tariff>,
    /// Also where nobody needs to pay.
    payer: Option<Party>,
    /// Who may pay, where that was asked because nobody was named.
    payers: Option<Vec<Party>>,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
    refused: Option<Rule>,
}

impl Rows<'_> {
    /// What a subscription would be, and why it would be refused.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`, also for the payer; `OfferNotFound`; `Refused(DaysUnfit)` for a day that lies more
    /// than ten years off.
    pub(crate) fn subscription_preview(&self, new: &NewSubscription, today: NaiveDate) -> Result<SubscriptionPreview> {
        let Intended { recipient, offer, tariff, payer, payers, starts_on, ends_on, refused } =
            self.intended(new, today)?;
        let mut payers = payers.map_or_else(|| self.known_payers(&recipient), Ok)?;
        if let Some(payer) = &payer {
            payers.retain(|other| other.number != payer.number);
            if payer.r#type.may_pay().is_ok() {
                payers.insert(0, payer.clone());
            }
        }
        let price = tariff.map_or(0, |tariff| tariff.price);
        let delivered = tariff.is_some_and(|tariff| tariff.issues > 0);
        Ok(SubscriptionPreview {
            offer_name: offer.name,
            copies: new.copies,
            starts_on,
            ends_on,
            price,
            total: price.saturating_mul(new.copies),
            payer: payer.filter(|_| price > 0),
            payers,
            address: if delivered { self.lines_of_day(recipient.number, starts_on)?.0 } else { Vec::new() },
            refused,
            running: self.running(recipient.number, new.offer, starts_on)?,
            tariff,
            recipient,
        })
    }

    fn intended(&self, new: &NewSubscription, today: NaiveDate) -> Result<Intended> {
        let starts_on = new.starts_on.unwrap_or(today);
        let known = today.checked_sub_months(FARTHEST)..=today.checked_add_months(FARTHEST);
        if !known.contains(&Some(starts_on)) {
            return Err(Error::Refused(Rule::DaysUnfit));
        }
        let record = self.client(new.recipient)?;
        let recipient = self.party(record.number)?;
        let offer = self.taken_offer(new.offer)?;
        let tariff = offer.tariffs.iter().copied().find(|tariff| tariff.effective_from <= starts_on);
        let (payer, payers) = if let Some(payer) = new.payer {
            (Some(self.party(self.client(payer)?.number)?), None)
        } else {
            let payers = self.known_payers(&recipient)?;
            (payers.first().cloned(), Some(payers))
        };
        let judged = Judged {
            recipient: recipient.r#type,
            payer: payer.as_ref().map(|payer| payer.r#type),
            tariff: tariff.as_ref(),
            archived: offer.archived,
            copies: new.copies,
        };
        let refused = judged.refused();
        let ends_on = tariff.map(|tariff| end_of_term(starts_on, tariff.months)).transpose()?;
        Ok(Intended { recipient, offer, tariff, payer, payers, starts_on, ends_on, refused })
    }

    /// What a renewal would be: a further term from the day after the end, at the tariff of that day.
    ///
    /// # Errors
    /// `SubscriptionNotFound`; as [`Rows::subscription_preview`].
    pub(crate) fn renewal_preview(&self, id: SubscriptionId, today: NaiveDate) -> Result<SubscriptionPreview> {
        self.renewal_of(&self.subscription(id, today)?, today)
    }

    /// The same of a subscription that was read.
    ///
    /// # Errors
    /// As [`Rows::subscription_preview`].
    pub(crate) fn renewal_of(&self, old: &Subscription, today: NaiveDate) -> Result<SubscriptionPreview> {
        let mut preview = self.subscription_preview(&renewing(old), today)?;
        preview.running = None;
        preview.refused = renewal_refused(old, preview.ends_on, today).or(preview.refused);
        Ok(preview)
    }

    /// What a renewal would cost in all, in cents, and why it would be refused: of a long list, without what only a preview shows.
    ///
    /// # Errors
    /// As [`Rows::subscription_preview`].
    pub(super) fn renewal_cost(&self, old: &Subscription, today: NaiveDate) -> Result<(Option<Cents>, Option<Rule>)> {
        let Intended { tariff, ends_on, refused, .. } = self.intended(&renewing(old), today)?;
        let total = tariff.map(|tariff| tariff.price.saturating_mul(old.copies));
        Ok((total, renewal_refused(old, ends_on, today).or(refused)))
    }

    /// Who may pay for somebody: themselves if they do, then the payers of their subscriptions, the last one first.
    fn known_payers(&self, recipient: &Party) -> Result<Vec<Party>> {
        let mut all = Vec::new();
        if recipient.r#type.may_pay().is_ok() {
            all.push(recipient.clone());
        }
        let others = self
            .0
            .prepare_cached(&format!(
                "SELECT payer FROM subscription WHERE recipient IN {FAMILY} AND payer IS NOT NULL
                 GROUP BY payer ORDER BY max(id) DESC LIMIT ?2"
            ))?
            .query_map(params![recipient.number, PAYERS], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<ClientNumber>>>()?;
        for payer in others {
            let payer = self.party(payer)?;
            let known = all.iter().any(|other: &Party| other.number == payer.number);
            if !known && !payer.name.is_empty() && payer.r#type.may_pay().is_ok() {
                all.push(payer);
            }
        }
        Ok(all)
    }

    /// A subscription of somebody to the same offer that holds a day.
    fn running(&self, client: ClientNumber, offer: OfferId, day: NaiveDate) -> Result<Option<SubscriptionId>> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT subscription.id FROM subscription JOIN tariff ON tariff.id = subscription.tariff
                 WHERE recipient IN {FAMILY} AND offer = ?2 AND ?3 BETWEEN starts_on AND ends_on AND terminated_on IS NULL
                 ORDER BY subscription.id DESC LIMIT 1"
            ))?
            .query_row(params![client, offer, day], |row| row.get(0))
            .optional()?)
    }

    /// The days on which a subscription is served.
    pub(crate) fn calendar(subscription: &Subscription) -> Calendar {
        Calendar::new(subscription.starts_on, &subscription.suspensions)
    }
}

/// The further term of a subscription, paid by whoever pays if they still may.
fn renewing(old: &Subscription) -> NewSubscription {
    let living = |party: &&Party| !party.name.is_empty() && party.r#type.may_pay().is_ok();
    NewSubscription {
        recipient: old.recipient.number,
        offer: old.offer,
        payer: old.payer.as_ref().filter(living).map(|payer| payer.number),
        copies: old.copies,
        starts_on: Some(moved(old.ends_on, 1)),
    }
}

/// Why a subscription does not go on, whatever may be subscribed to.
fn renewal_refused(old: &Subscription, ends_on: Option<NaiveDate>, today: NaiveDate) -> Option<Rule> {
    match () {
        () if old.terminated_on.is_some() => Some(Rule::AlreadyTerminated),
        () if old.renewed_by.is_some() => Some(Rule::AlreadyRenewed),
        () if ends_on.is_some_and(|end| end < today) => Some(Rule::SubscriptionOver),
        () => None,
    }
}
