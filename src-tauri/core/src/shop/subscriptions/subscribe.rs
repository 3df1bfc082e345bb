//! Subscribing somebody, and going on for another term.

use super::{Outcome, Shop, day_in_words};
use crate::clients::ClientNumber;
use crate::invoicing::{NewInvoice, NewInvoiceLine};
use crate::journal::{JournalChange, Operation};
use crate::store::{NewRow, Tx};
use crate::subscriptions::{
    Link, NewSubscription, RenewalPage, RenewalsRequest, Subscription, SubscriptionId, SubscriptionPreview, Tariff,
};
use crate::{Error, Result};

impl Shop {
    /// What a subscription would be.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`, also for the payer; `OfferNotFound`; `Refused(DaysUnfit)` for a day too far off.
    pub fn subscription_preview(&self, new: &NewSubscription) -> Result<SubscriptionPreview> {
        self.store.rows().subscription_preview(new, self.today())
    }

    /// Subscribes somebody: the subscription, its deliveries and the invoice to whoever pays are one transaction.
    ///
    /// # Errors
    /// As the preview; `Refused` by the rule that it names.
    pub fn subscribe(&mut self, new: &NewSubscription) -> Result<Outcome<Subscription>> {
        self.transact(Operation::Subscribe, |tx| {
            let preview = tx.rows().subscription_preview(new, tx.today())?;
            write(tx, &preview, None)
        })
    }

    /// What a renewal would be.
    ///
    /// # Errors
    /// `SubscriptionNotFound`; as [`Shop::subscription_preview`].
    pub fn renewal_preview(&self, id: SubscriptionId) -> Result<SubscriptionPreview> {
        self.store.rows().renewal_preview(id, self.today())
    }

    /// Goes on from the day after the end for another term, at the tariff of that day. Its beneficiaries go on too.
    ///
    /// # Errors
    /// As the preview; `Refused` by the rule that it names.
    pub fn renew(&mut self, id: SubscriptionId) -> Result<Outcome<Subscription>> {
        self.transact(Operation::Renew, |tx| {
            let old = tx.rows().subscription(id, tx.today())?;
            let preview = tx.rows().renewal_of(&old, tx.today())?;
            write(tx, &preview, Some(&old))
        })
    }

    /// Subscriptions that end and go on in no other one.
    ///
    /// # Errors
    /// What the database may say.
    pub fn renewals(&self, request: &RenewalsRequest) -> Result<RenewalPage> {
        self.store.rows().renewals(request, self.today())
    }

    /// The subscriptions that go to a record or are paid by it and are not over.
    ///
    /// # Errors
    /// What the database may say.
    pub fn held_subscriptions(&self, number: ClientNumber) -> Result<Vec<Subscription>> {
        self.store.rows().held_subscriptions(number, self.today())
    }

    /// Whom a record is linked with, and by what.
    ///
    /// # Errors
    /// What the database may say.
    pub fn links(&self, number: ClientNumber) -> Result<Vec<Link>> {
        self.store.rows().links(number)
    }
}

/// Writes what a preview says, if no rule forbids it.
fn write(tx: &Tx<'_>, preview: &SubscriptionPreview, old: Option<&Subscription>) -> Result<Subscription> {
    if let Some(rule) = preview.refused {
        return Err(Error::Refused(rule));
    }
    let (Some(tariff), Some(ends_on)) = (preview.tariff, preview.ends_on) else {
        return Err(Error::Refused(crate::contact_rules::Rule::NoTariffYet));
    };
    let (recipient, starts_on, copies) = (preview.recipient.number, preview.starts_on, preview.copies);
    let payer = preview.payer.as_ref().map(|payer| payer.number);
    let renews = old.map(|old| old.id);
    let new = NewRow { recipient, payer, tariff, copies, starts_on, ends_on, renews, import: None };
    let id = tx.begin_subscription(&new)?;
    if let Some(old) = old {
        // Fewer places than before: whoever came first goes on.
        for one in old
            .beneficiaries
            .iter()
            .filter(|one| one.client.r#type.may_use(tariff.is_free()).is_ok())
            .take(old.places as usize)
        {
            tx.insert_beneficiary(id, one.client.number, tx.today())?;
        }
    }
    let mut changes = vec![
        JournalChange::new("starts_on", "", day_in_words(starts_on)),
        JournalChange::new("ends_on", "", day_in_words(ends_on)),
        JournalChange::new("recipient", "", recipient.to_string()),
    ];
    if copies > 1 {
        changes.push(JournalChange::new("copies", "", copies.to_string()));
    }
    if let Some(old) = old {
        changes.push(JournalChange::new("renews", "", format!("n° {}", old.id)));
    }
    if let Some(payer) = payer {
        let invoice = tx.issue_invoice(&NewInvoice {
            payer,
            issued_on: tx.today(),
            lines: vec![NewInvoiceLine {
                subscription: Some(id),
                label: label(id, preview, &tariff, ends_on),
                quantity: copies,
                unit_price: tariff.price,
                vat: tariff.vat,
            }],
        })?;
        changes.push(JournalChange::new("payer", "", payer.to_string()));
        changes.push(JournalChange::new("invoice", "", invoice.number.to_string()));
    }
    let written = tx.rows().subscription(id, tx.today())?;
    tx.journal_subscription(&written, changes)?;
    Ok(written)
}

/// « Abonnement n° 12, Le Mensuel, 11 numéros, du 01/01/2026 au 31/12/2026 ». Nobody is named: a record that is deleted leaves no name on the
/// invoices of whoever paid for it.
fn label(id: SubscriptionId, preview: &SubscriptionPreview, tariff: &Tariff, ends_on: chrono::NaiveDate) -> String {
    let issues = match tariff.issues {
        0 => String::new(),
        1 => "1 numéro, ".to_owned(),
        issues => format!("{issues} numéros, "),
    };
    let (from, until) = (day_in_words(preview.starts_on), day_in_words(ends_on));
    format!("Abonnement n° {id}, {}, {issues}du {from} au {until}", preview.offer_name)
}
