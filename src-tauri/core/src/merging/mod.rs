//! Making one record of two that are one person.
//!
//! Nothing is moved: decisions, messages and journal entries of the record that goes keep their rows and their seals, and are read
//! together with those of the record it went into. Of the answers the most restrictive holds: a no of either outweighs a yes of the
//! other, a yes outweighs silence. What changes for the record that stays is written there as new decisions, so that a merge
//! resubscribes nobody and can be shown afterwards.

mod answers;
mod before;

pub(crate) use answers::{Carried, Party, Plan, plan};

pub(crate) use before::{AnswerBefore, Before};

use serde::{Deserialize, Serialize};

use crate::clients::{ClientField, ClientInput, ClientNumber, ClientRecord};
use crate::consents::{Channel, ConsentState, IndicatorId, Purpose};
use crate::contact_rules::Rule;

/// The identity of a merge in the file.
pub type MergeId = i64;

/// Two records to be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergePreviewRequest {
    /// The record that stays.
    #[ts(type = "number")]
    pub kept: ClientNumber,
    /// The record that goes into it.
    #[ts(type = "number")]
    pub merged: ClientNumber,
    /// The fields whose value is taken from it, as chosen so far: what is asked of a professional depends on it.
    pub take_merged: Vec<ClientField>,
}

/// Two records side by side, and what would become of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergePreview {
    /// The record that stays.
    pub kept: ClientRecord,
    /// The record that goes into it.
    pub merged: ClientRecord,
    /// Field by field, in the order of the record.
    pub fields: Vec<MergedField>,
    /// The answers that either gave, in the shop's order.
    pub answers: Vec<MergedAnswer>,
    /// How many decisions the united history will show.
    #[ts(type = "number")]
    pub decisions: i64,
    /// How many messages it will show.
    #[ts(type = "number")]
    pub messages: i64,
    /// How many messages to the record that goes wait in the outbox: they are judged again before they leave.
    #[ts(type = "number")]
    pub pending_messages: i64,
    /// What both hold, which the record that stays will show.
    pub holdings: MergedHoldings,
    /// Whether the use of the data will be restricted (GDPR art. 18), because it is for either of them.
    pub restricted: bool,
    /// The rule by which they cannot become one, as chosen so far: what both hold does not fit the type or the e-mail that stays, or one
    /// brought the other.
    pub refused: Option<Rule>,
}

/// What two records hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergedHoldings {
    /// Subscriptions that they receive or pay for.
    #[ts(type = "number")]
    pub subscriptions: i64,
    /// Invoices and credit notes.
    #[ts(type = "number")]
    pub invoices: i64,
    /// Purchases, repairs and deposits.
    #[ts(type = "number")]
    pub movements: i64,
}

/// One field of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergedField {
    /// Which.
    pub field: ClientField,
    /// What the record that stays says: text, or a code for the type of contact and `true` / `false`.
    pub kept: String,
    /// What the other one says.
    pub merged: String,
    /// Whether they differ; otherwise there is nothing to choose.
    pub differs: bool,
    /// Whether the other one's value is proposed, because the record that stays has none.
    pub take_merged: bool,
}

/// Why an answer will hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerReason {
    /// Nothing changes: both say the same, or the record that stays is the more restrictive one.
    Kept,
    /// The record that goes said no: a no outweighs everything.
    NoWins,
    /// The record that goes agreed, and the one that stays never answered: the agreement is carried over.
    Carried,
    /// The record that goes agreed, but the one that stays said no to the same use: nobody is resubscribed.
    NotResubscribed,
    /// The record that goes agreed to what is not asked (any more) of such a client.
    NotAsked,
}

/// One answer of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergedAnswer {
    /// The indicator.
    #[ts(type = "number")]
    pub indicator: IndicatorId,
    /// Its name.
    pub name: String,
    /// Its channel.
    pub channel: Channel,
    /// Its purpose.
    pub purpose: Purpose,
    /// Where the record that stays stands.
    pub kept: ConsentState,
    /// Where the other one stands.
    pub merged: ConsentState,
    /// What will hold.
    pub after: ConsentState,
    /// Whether what will hold is an agreement « sans preuve ».
    pub unproven: bool,
    /// Why.
    pub reason: AnswerReason,
}

/// A merge to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergeRequest {
    /// The record that stays.
    #[ts(type = "number")]
    pub kept: ClientNumber,
    /// Its revision, as it was read.
    #[ts(type = "number")]
    pub kept_revision: i64,
    /// The record that goes into it.
    #[ts(type = "number")]
    pub merged: ClientNumber,
    /// Its revision, as it was read.
    #[ts(type = "number")]
    pub merged_revision: i64,
    /// The fields whose value is taken from the record that goes.
    pub take_merged: Vec<ClientField>,
}

/// A merge by its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergeIdRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: MergeId,
}

/// What a merge made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergeDone {
    /// Its identity, by which it is taken back.
    #[ts(type = "number")]
    pub id: MergeId,
    /// The record that stayed, as it is now.
    pub record: ClientRecord,
    /// The answers that either had given, with what holds now.
    pub answers: Vec<MergedAnswer>,
}

/// A record that went into another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergeEntry {
    /// The merge.
    #[ts(type = "number")]
    pub id: MergeId,
    /// The number of the record that went.
    #[ts(type = "number")]
    pub merged: ClientNumber,
    /// The name it bore.
    pub name: String,
    /// When, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who did it.
    pub operator: String,
    /// Whether it can be taken back: nothing changed on either record since.
    pub reversible: bool,
}

impl ClientInput {
    /// A field as the journal writes it.
    pub(crate) fn value_of(&self, field: ClientField) -> String {
        match field {
            ClientField::Type => self.r#type.code().to_owned(),
            ClientField::Professional => self.professional.to_string(),
            other => {
                let text = self.texts().into_iter().find(|(known, ..)| *known == other);
                text.map(|(_, value, _)| value.clone()).unwrap_or_default()
            }
        }
    }

    /// Takes a field's value from another record.
    pub(crate) fn take(&mut self, field: ClientField, from: &ClientInput) {
        match field {
            ClientField::Civility => self.civility.clone_from(&from.civility),
            ClientField::LastName => self.last_name.clone_from(&from.last_name),
            ClientField::FirstName => self.first_name.clone_from(&from.first_name),
            ClientField::Company => self.company.clone_from(&from.company),
            ClientField::Address1 => self.address_1.clone_from(&from.address_1),
            ClientField::Address2 => self.address_2.clone_from(&from.address_2),
            ClientField::Address3 => self.address_3.clone_from(&from.address_3),
            ClientField::Postcode => self.postcode.clone_from(&from.postcode),
            ClientField::Town => self.town.clone_from(&from.town),
            ClientField::Country => self.country.clone_from(&from.country),
            ClientField::Email => self.email.clone_from(&from.email),
            ClientField::Phone => self.phone.clone_from(&from.phone),
            ClientField::Mobile => self.mobile.clone_from(&from.mobile),
            ClientField::Origins => self.origins.clone_from(&from.origins),
            ClientField::Type => self.r#type = from.r#type,
            ClientField::Professional => self.professional = from.professional,
        }
    }
}

/// Every field of both, with what is proposed: the value of the record that stays, or the other one's where it has none. Addresses are
/// proposed whole: a street of one record with the town of the other would be nobody's address.
pub(crate) fn fields(kept: &ClientInput, merged: &ClientInput) -> Vec<MergedField> {
    use ClientField as F;
    const ADDRESS: [ClientField; 6] = [F::Address1, F::Address2, F::Address3, F::Postcode, F::Town, F::Country];
    let no_address = ADDRESS.iter().all(|field| kept.value_of(*field).is_empty());
    let all = kept.texts().map(|(field, ..)| field).into_iter().chain([F::Type, F::Professional]);
    all.map(|field| {
        let (own, other) = (kept.value_of(field), merged.value_of(field));
        let differs = own != other;
        let is_free = if ADDRESS.contains(&field) { no_address } else { own.is_empty() };
        MergedField { field, take_merged: differs && is_free && !other.is_empty(), kept: own, merged: other, differs }
    })
    .collect()
}
