//! Deliveries and sponsorships: what is written.

use chrono::NaiveDate;

use super::invoicing::{NOTE_MAX, journal, not_after, text};
use super::subscriptions::day_in_words;
use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::contact_rules::Rule;
use crate::deliveries::{
    Delivery, DeliveryId, DeliveryState, GiveRewardRequest, MarkDeliveriesRequest, MarkedDeliveries, NewDelivery,
    NewSponsorship, Sponsorship, SponsorshipId,
};
use crate::documents::{Language, day_of};
use crate::journal::{JournalChange, Operation};
use crate::store::{Rows, Tx, WentTo};
use crate::windows::delivery_state;
use crate::{Error, Result};

/// The longest content of a delivery and the longest reward, in characters.
const CONTENT_MAX: u32 = 80;
/// The most copies of a delivery.
const COPIES_MAX: i64 = 10_000;

impl Shop {
    /// Says what became of deliveries, and writes down where they went. Those that were cancelled, or stand so already, are passed over.
    ///
    /// # Errors
    /// `BadRequest` for a state that nothing comes to by being marked; `Refused(DayInFuture)`, also for one that is due on a day to come, and then
    /// none is marked; `DeliveryNotFound`; `NameTooLong`.
    pub fn mark_deliveries(&mut self, request: &MarkDeliveriesRequest) -> Result<Outcome<MarkedDeliveries>> {
        use DeliveryState as S;
        let note = text(&request.note, NOTE_MAX)?;
        let state = request.state;
        if !matches!(state, S::Delivered | S::HandedOver | S::Returned | S::Missed) {
            return Err(Error::BadRequest("mark_deliveries".into()));
        }
        if let Some(until) = request.until {
            not_after(until, self.now())?;
        }
        self.transact(Operation::ChangeDeliveries, |tx| {
            let mut all = Vec::with_capacity(request.ids.len());
            for id in &request.ids {
                all.push((tx.rows().delivery(*id)?.recipient, *id));
            }
            if let Some(until) = request.until {
                for (id, recipient) in tx.rows().deliveries_planned_until(until)? {
                    all.push((tx.rows().living(recipient).unwrap_or(recipient), id));
                }
            }
            all.sort_unstable();
            all.dedup();
            let mut marked = 0;
            for of_one in all.chunk_by(|a, b| a.0 == b.0) {
                let mut changes = Vec::new();
                for (_, id) in of_one {
                    changes.extend(mark(tx, *id, state, &note)?);
                }
                if let (Some((recipient, _)), false) = (of_one.first(), changes.is_empty()) {
                    marked += changes.len() as u64;
                    changes.push(JournalChange::new("note", "", note.clone()));
                    tx.touched(*recipient);
                    journal(tx, *recipient, changes)?;
                }
            }
            Ok(MarkedDeliveries { marked })
        })
    }

    /// « Ajout »: something is handed over, or will be delivered, beside any subscription.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong` of its content or note; `BadRequest` for another state than planned, delivered and handed over;
    /// `ClientNotFound` and the like; `Refused`: `CopiesUnfit`, `DayInFuture`, and if the recipient's type never benefits.
    pub fn add_delivery(&mut self, new: &NewDelivery) -> Result<Outcome<Delivery>> {
        let content = text(&new.content, CONTENT_MAX)?;
        let new = NewDelivery { content, note: text(&new.note, NOTE_MAX)?, ..new.clone() };
        if new.content.is_empty() {
            return Err(Error::NameMissing);
        }
        if !(1..=COPIES_MAX).contains(&new.copies) {
            return Err(Error::Refused(Rule::CopiesUnfit));
        }
        match new.state {
            DeliveryState::Planned => {}
            DeliveryState::Delivered | DeliveryState::HandedOver => not_after(new.due_on, self.now())?,
            _ => return Err(Error::BadRequest("add_delivery".into())),
        }
        self.transact(Operation::ChangeDeliveries, |tx| {
            let rows = tx.rows();
            rows.client(new.recipient)?.client.r#type.may_receive(true).map_err(Error::Refused)?;
            let went_to = match new.state {
                DeliveryState::Delivered => address(rows, new.recipient, new.due_on)?,
                _ => WentTo::default(),
            };
            let id = tx.insert_delivery(&new, &went_to)?;
            let added = rows.delivery(id)?;
            journal(tx, new.recipient, [said(&added, None, Some(added.state))])?;
            Ok(added)
        })
    }

    /// A delivery; of one that is planned, where it would go.
    ///
    /// # Errors
    /// `DeliveryNotFound`.
    pub fn delivery(&self, id: DeliveryId) -> Result<Delivery> {
        self.store.rows().delivery(id)
    }

    /// « Suppression » of what is only planned.
    ///
    /// # Errors
    /// `DeliveryNotFound`; `Refused(AlreadyDelivered)`.
    pub fn remove_delivery(&mut self, id: DeliveryId) -> Result<Outcome<()>> {
        self.transact(Operation::ChangeDeliveries, |tx| {
            let before = tx.rows().delivery(id)?;
            if before.state != DeliveryState::Planned {
                return Err(Error::Refused(Rule::AlreadyDelivered));
            }
            tx.delete_delivery(id)?;
            tx.touched(before.recipient);
            journal(tx, before.recipient, [said(&before, Some(before.state), None)])
        })
    }

    /// Writes down who brought whom, today.
    ///
    /// # Errors
    /// `ClientNotFound` and the like; `Refused`: `SponsoredAlready`, and if the sponsor's type brings nobody.
    pub fn add_sponsorship(&mut self, new: &NewSponsorship) -> Result<Outcome<Sponsorship>> {
        let NewSponsorship { sponsor, sponsored } = *new;
        self.transact(Operation::ChangeSponsorships, |tx| {
            let rows = tx.rows();
            rows.client(sponsor)?.client.r#type.may_sponsor(false).map_err(Error::Refused)?;
            rows.client(sponsored)?;
            if sponsor == sponsored || rows.is_sponsored(sponsored)? {
                return Err(Error::Refused(Rule::SponsoredAlready));
            }
            let id = tx.insert_sponsorship(sponsor, sponsored, day_of(tx.now()))?;
            journal(tx, sponsor, [JournalChange::new("sponsored", "", sponsored.to_string())])?;
            journal(tx, sponsored, [JournalChange::new("sponsor", "", sponsor.to_string())])?;
            rows.sponsorship(id)
        })
    }

    /// Writes down what a sponsor got, once whom they brought has subscribed to something that costs.
    ///
    /// # Errors
    /// `SponsorshipNotFound`; `NameMissing`, `NameTooLong`; `Refused`: `DayInFuture`, `NotSubscribedYet`, `RewardedAlready` if somebody else had
    /// it (two sponsors may have brought what is one record now), and if the sponsor's type is never rewarded.
    pub fn give_reward(&mut self, request: &GiveRewardRequest) -> Result<Outcome<Sponsorship>> {
        let reward = text(&request.reward, CONTENT_MAX)?;
        if reward.is_empty() {
            return Err(Error::NameMissing);
        }
        not_after(request.on, self.now())?;
        self.transact(Operation::ChangeSponsorships, |tx| {
            let rows = tx.rows();
            let before = rows.sponsorship(request.id)?;
            rows.client(before.sponsor)?.client.r#type.may_sponsor(true).map_err(Error::Refused)?;
            if rows.was_rewarded_for(before.sponsored, request.id)? {
                return Err(Error::Refused(Rule::RewardedAlready));
            }
            let subscription =
                rows.first_subscription(before.sponsored)?.ok_or(Error::Refused(Rule::NotSubscribedYet))?;
            tx.set_reward(request.id, &reward, request.on, subscription)?;
            let changes = [
                JournalChange::new("sponsored", "", before.sponsored.to_string()),
                JournalChange::new("reward", before.reward, reward.clone()),
                JournalChange::new(
                    "rewarded_on",
                    before.rewarded_on.map(day_in_words).unwrap_or_default(),
                    day_in_words(request.on),
                ),
            ];
            tx.touched(before.sponsor);
            journal(tx, before.sponsor, changes)?;
            rows.sponsorship(request.id)
        })
    }

    /// Takes back that somebody brought somebody.
    ///
    /// # Errors
    /// `SponsorshipNotFound`.
    pub fn remove_sponsorship(&mut self, id: SponsorshipId) -> Result<Outcome<()>> {
        self.transact(Operation::ChangeSponsorships, |tx| {
            let before = tx.rows().sponsorship(id)?;
            tx.delete_sponsorship(id)?;
            let changes = [
                JournalChange::new("sponsored", before.sponsored.to_string(), ""),
                JournalChange::new("reward", before.reward, ""),
            ];
            tx.touched(before.sponsor);
            tx.touched(before.sponsored);
            journal(tx, before.sponsor, changes)?;
            journal(tx, before.sponsored, [JournalChange::new("sponsor", before.sponsor.to_string(), "")])
        })
    }
}

/// Marks one delivery; says what the journal is to say, if anything changed.
fn mark(tx: &Tx<'_>, id: DeliveryId, state: DeliveryState, note: &str) -> Result<Option<JournalChange>> {
    let before = tx.rows().delivery(id)?;
    if before.state == DeliveryState::Cancelled || before.state == state {
        return Ok(None);
    }
    not_after(before.due_on, tx.now())?;
    // What was read of a planned one is where it would go; a frozen address stays.
    let went_to = match state {
        DeliveryState::HandedOver => WentTo::default(),
        _ if before.state == DeliveryState::HandedOver => address(tx.rows(), before.recipient, before.due_on)?,
        _ => WentTo { address: before.address.clone(), town: before.town.clone() },
    };
    tx.mark_delivery(id, state, &went_to, note)?;
    Ok(Some(said(&before, Some(before.state), Some(state))))
}

fn address(rows: Rows<'_>, recipient: ClientNumber, on: NaiveDate) -> Result<WentTo> {
    let (lines, town) = rows.lines_of_day(recipient, on)?;
    Ok(WentTo { address: lines.join("\n"), town })
}

/// « N° 12, prévue » → « N° 12, livrée ».
fn said(delivery: &Delivery, old: Option<DeliveryState>, new: Option<DeliveryState>) -> JournalChange {
    let words = |state: Option<DeliveryState>| {
        let state = state.map(|state| delivery_state(state, Language::French).to_lowercase());
        state.map(|state| format!("{}, {state}", delivery.content)).unwrap_or_default()
    };
    JournalChange::new("delivery", words(old), words(new))
}
