//! Who uses the digital part of a subscription by their e-mail.

use super::{Outcome, Shop};
use crate::clients::{ClientInput, ClientNumber, ClientRecord, ContactType, NewClient};
use crate::contact_rules::Rule;
use crate::journal::{JournalChange, Operation};
use crate::shop::client::{accepted, changes};
use crate::store::Tx;
use crate::subscriptions::{NewBeneficiary, Subscription, SubscriptionId};
use crate::{Error, Result};

impl Shop {
    /// Lets somebody use the digital part: a record, or a new « Bénéficiaire » of this name and e-mail.
    ///
    /// # Errors
    /// `SubscriptionNotFound`, `ClientNotFound` and the like; `Invalid` for a new record; `Refused`: `OfferNotDigital`, `AlreadyTerminated`,
    /// `SubscriptionOver`, `TooManyBeneficiaries`, `AlreadyBeneficiary`, `BeneficiaryNeedsEmail`, or that of the client's type.
    pub fn add_beneficiary(&mut self, new: &NewBeneficiary) -> Result<Outcome<Subscription>> {
        self.transact(Operation::AddBeneficiary, |tx| {
            let before = tx.rows().subscription(new.subscription, tx.today())?;
            open(tx, &before)?;
            let client = match new.client {
                Some(client) => tx.rows().client(client)?,
                None => create(tx, new)?,
            };
            let number = client.number;
            client.client.r#type.may_use(before.tariff.is_free()).map_err(Error::Refused)?;
            let known = before.beneficiaries.iter().any(|one| one.client.number == number);
            match () {
                () if client.client.email.is_empty() => return Err(Error::Refused(Rule::BeneficiaryNeedsEmail)),
                () if known || number == before.recipient.number => {
                    return Err(Error::Refused(Rule::AlreadyBeneficiary));
                }
                () => tx.insert_beneficiary(before.id, number, tx.today())?,
            }
            tell(tx, &before, number, JournalChange::new("beneficiary", "", number.to_string()))
        })
    }

    /// Takes a beneficiary off. Their record stays.
    ///
    /// # Errors
    /// `SubscriptionNotFound`, also if they are none of its beneficiaries.
    pub fn remove_beneficiary(
        &mut self,
        subscription: SubscriptionId,
        client: ClientNumber,
    ) -> Result<Outcome<Subscription>> {
        self.transact(Operation::RemoveBeneficiary, |tx| {
            let before = tx.rows().subscription(subscription, tx.today())?;
            if tx.delete_beneficiary(client, subscription)? == 0 {
                return Err(Error::SubscriptionNotFound);
            }
            tell(tx, &before, client, JournalChange::new("beneficiary", client.to_string(), ""))
        })
    }
}

/// Whether there is a place.
fn open(tx: &Tx<'_>, subscription: &Subscription) -> Result<()> {
    let taken = subscription.beneficiaries.len();
    Err(Error::Refused(match () {
        () if !subscription.medium.is_digital() => Rule::OfferNotDigital,
        () if subscription.terminated_on.is_some() => Rule::AlreadyTerminated,
        () if subscription.ends_on < tx.today() => Rule::SubscriptionOver,
        () if taken >= subscription.places as usize => Rule::TooManyBeneficiaries,
        () => return Ok(()),
    }))
}

/// A new « Bénéficiaire », known by e-mail.
fn create(tx: &Tx<'_>, new: &NewBeneficiary) -> Result<ClientRecord> {
    let input = accepted(&ClientInput {
        last_name: new.last_name.clone(),
        first_name: new.first_name.clone(),
        email: new.email.clone(),
        r#type: ContactType::Beneficiaire,
        ..ClientInput::default()
    })?;
    if input.email.is_empty() {
        return Err(Error::Refused(Rule::BeneficiaryNeedsEmail));
    }
    let number = tx.insert_client(&NewClient::at(tx.now(), input.clone()), None)?;
    tx.count_clients(1, 0)?;
    tx.journal(Some(number), None, &changes(&ClientInput::default(), &input))?;
    tx.rows().client(number)
}

/// Journals in the records of the subscription and of the beneficiary.
fn tell(tx: &Tx<'_>, before: &Subscription, client: ClientNumber, change: JournalChange) -> Result<Subscription> {
    let after = tx.rows().subscription(before.id, tx.today())?;
    let of_client = JournalChange::new("beneficiary_of", "", super::in_words(&after));
    let flipped =
        if change.new.is_empty() { JournalChange::new("beneficiary_of", of_client.new, "") } else { of_client };
    tx.journal_subscription(&after, vec![change])?;
    tx.journal(Some(tx.rows().living(client)?), None, &[flipped])?;
    Ok(after)
}
