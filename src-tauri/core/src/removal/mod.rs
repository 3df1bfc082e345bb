//! Removing records: one by one (« Supprimer »), or all that an import brought.
//!
//! A removed record is found nowhere and says nothing any more: its fields, its search words, the values in its journal, the texts and
//! the addresses of its messages are gone, and so is what its purchases, repairs and deposits were. What stays is what the shop must be able to show later, under the client's number and without
//! a name: decisions with their evidence, amounts with their days, that messages were sent, that the record figured in exports, that it was changed and by whom.
//!
//! This is not yet the erasure of GDPR art. 17 with all that it needs: evidence may itself show a name (a signed slip), the
//! full-text index may hold words until its lists are merged, older backups still hold the record, and a no is not kept as a keyed hash,
//! so that a later import of the same person does not know of it.

use serde::{Deserialize, Serialize};

use crate::clients::{ClientNumber, ClientRecord, ClientRow};
use crate::text::fold;

/// The identity of an import in the file.
pub type ImportNumber = i64;

/// What stays of a removed record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum KeptThing {
    /// The decisions of the chain, under the client's number.
    Decisions,
    /// What shows them.
    Evidence,
    /// That messages were sent, when and by which channel; not to which address, nor what they said.
    MessagesSent,
    /// Subscriptions, without the reason for which they ended: invoices name them.
    Subscriptions,
    /// Invoices and credit notes, with the name and address that they were made out to.
    Invoices,
    /// Payments, without their notes.
    Payments,
    /// That the record figured in exports.
    Exports,
    /// What was paid, and when; not for what.
    Amounts,
    /// Who changed the record when; not what stood there.
    JournalEntries,
}

/// Why it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum KeptReason {
    /// The controller must be able to demonstrate consent (GDPR art. 7(1)), as long as somebody may contest it: five years (C. civ. art. 2224;
    /// neither was checked by a lawyer).
    Proof,
    /// Accounts and what vouches for them are kept for ten years (C. com. art. L.123-22; not checked by a lawyer).
    Accounting,
    /// Those to whom the data went must be told of a withdrawal or an erasure (GDPR art. 19).
    Recipients,
    /// Who did what must be traceable (GDPR art. 5(2)).
    Accountability,
}

/// What stays, how much of it, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct KeptItem {
    /// What.
    pub what: KeptThing,
    /// How many.
    #[ts(type = "number")]
    pub count: i64,
    /// Why.
    pub reason: KeptReason,
    /// For how many years, if a text says so.
    pub years: Option<u8>,
}

/// What a deletion would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RemovalPreview {
    /// The record, as it is.
    pub record: ClientRecord,
    /// What must be typed to confirm: the name, else the e-mail address, else the number. Case, accents and hyphens do not count, unless it
    /// is made of nothing else.
    pub name: String,
    /// The numbers of the records that went into it, which are removed with it.
    #[ts(type = "number[]")]
    pub merged: Vec<ClientNumber>,
    /// What stays; nothing of what there is none.
    pub kept: Vec<KeptItem>,
    /// How many messages wait in the outbox: they are cancelled.
    #[ts(type = "number")]
    pub pending_messages: i64,
    /// What they still owe, in cents; below zero, what stands to their credit. The debt outlives the record: its invoices say whose it is, and can
    /// be paid.
    #[ts(type = "number")]
    pub owed: i64,
    /// How many things are still in the shop: repairs that were not collected, deposits that were not given back. The record is the only one
    /// that says whose they are.
    #[ts(type = "number")]
    pub held_things: i64,
    /// Whether a no stands, which a later import of the same person will not know of.
    pub forgets_a_no: bool,
}

impl ClientRecord {
    /// What must be typed to confirm their deletion: somebody known by their e-mail alone has no name.
    pub(crate) fn typed_to_confirm(&self) -> String {
        let number = self.number.to_string();
        [self.name(), self.client.email.clone()].into_iter().find(|text| !text.is_empty()).unwrap_or(number)
    }

    /// Whether that is what was typed.
    pub(crate) fn confirmed_by(&self, typed: &str) -> bool {
        let expected = self.typed_to_confirm();
        match fold(&expected).as_str() {
            "" => typed.trim() == expected,
            folded => fold(typed) == folded,
        }
    }
}

/// A deletion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RemoveRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The revision that was read.
    #[ts(type = "number")]
    pub revision: i64,
    /// What was typed to confirm, see [`RemovalPreview::name`].
    pub name: String,
}

/// An import of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportEntry {
    /// Its number.
    #[ts(type = "number")]
    pub id: ImportNumber,
    /// When, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// By whom.
    pub operator: String,
    /// The file's name, without its folder.
    pub file_name: String,
    /// How many clients it brought.
    #[ts(type = "number")]
    pub imported: i64,
    /// How many rows it refused.
    #[ts(type = "number")]
    pub rejected: i64,
    /// When it was taken back, UTC milliseconds.
    #[ts(type = "number | null")]
    pub undone_at: Option<i64>,
}

/// An import by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportIdRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: ImportNumber,
}

/// Why a client whom an import brought stays when it is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum TouchedBy {
    /// The record was edited, marked or restricted since.
    Edit,
    /// An answer was recorded since.
    Decision,
    /// A message was written since.
    Message,
    /// They were subscribed, invoiced, delivered or sponsored since, or have to do with who was.
    Subscription,
    /// Something was bought, brought or left since.
    Movement,
    /// Another record went into it, or it went into another.
    Merge,
}

/// A client who stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TouchedClient {
    /// Their number.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Their line in lists; `null` for a record that went into another one.
    pub client: Option<ClientRow>,
    /// Why.
    pub touched_by: TouchedBy,
}

/// What taking back an import does, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UndoImportReport {
    /// The import.
    pub import: ImportEntry,
    /// Clients that leave no trace.
    #[ts(type = "number")]
    pub deleted: i64,
    /// Clients of whom only what must be shown later stays (the decisions that the file brought).
    #[ts(type = "number")]
    pub blanked: i64,
    /// Clients who stay because somebody touched them since.
    #[ts(type = "number")]
    pub kept: i64,
    /// The first of those who stay, at most 200.
    pub touched: Vec<TouchedClient>,
}
