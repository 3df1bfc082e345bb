//! Who changed what, when: one entry for every change of the file, with the old and the new value of each field.

mod field;

use serde::{Deserialize, Serialize};

pub use field::JournalField;

use crate::clients::ClientNumber;

/// What kind of change it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// The file was made.
    CreateShop,
    /// A name was added to those who work at the counter.
    AddOperator,
    /// A record was created.
    CreateClient,
    /// A record was edited.
    SaveClient,
    /// A client was marked « Inactif ».
    SetInactive,
    /// A client was marked active again.
    SetActive,
    /// The processing of a client's data was restricted (GDPR art. 18).
    Restrict,
    /// That restriction was lifted.
    Unrestrict,
    /// A client's answer was recorded.
    Decide,
    /// The questions, modes or wordings of consents were changed.
    SetUpConsents,
    /// What the shop says of itself was changed.
    SetUpShop,
    /// Templates, or how messages leave, were changed.
    SetUpMessages,
    /// A message was put into the outbox.
    QueueMessage,
    /// A message was taken out of the outbox before it left.
    CancelMessage,
    /// A message was put into the outbox again.
    RetryMessage,
    /// A message was taken to a server, or came back: not journalled, for the message itself says when, how often and with which result, and
    /// a thousand of them leave in a minute.
    Deliver,
    /// A list was saved under a name.
    SaveList,
    /// A saved list was forgotten.
    RemoveList,
    /// A campaign was started: one template for the clients of a list.
    StartCampaign,
    /// Some of a campaign's messages were put into the outbox: one entry for each transaction, that says how many.
    WriteCampaign,
    /// A campaign was stopped; what had not left was cancelled.
    StopCampaign,
    /// A stopped campaign goes on.
    ResumeCampaign,
    /// A credit note was issued.
    CreditInvoice,
    /// Money came in, or went back.
    RecordPayment,
    /// A payment was taken back by another one.
    ReversePayment,
    /// Deliveries were marked, added or removed.
    ChangeDeliveries,
    /// A sponsorship was written down, rewarded or taken back.
    ChangeSponsorships,
    /// A purchase, a repair or a deposit was written down.
    AddMovement,
    /// One was edited.
    SaveMovement,
    /// A repair went to another state.
    MoveRepair,
    /// One was removed.
    RemoveMovement,
    /// A client was told that a repair is ready.
    RemindRepairs,
    /// An edit or a mark of this session was taken back.
    Undo,
    /// A file of clients was imported.
    Import,
    /// Replies of clients were read, and the withdrawal of whoever replied STOP was recorded.
    ImportReplies,
    /// The fictional clients of the demonstration were written.
    Demonstrate,
    /// A copy of the file was made and verified.
    BackUp,
    /// One record went into another.
    Merge,
    /// That was taken back.
    UndoMerge,
    /// A record was deleted.
    RemoveClient,
    /// An import was taken back.
    UndoImport,
    /// Two records were said not to be one person.
    DismissDuplicates,
    /// The manager code was set, replaced or removed.
    SetManagerCode,
    /// The manager code was tried: not journalled, for it changes nothing but the count of failures.
    EnterManagerCode,
    /// The shop’s list of selection codes was changed.
    SetUpCodes,
    /// Labels and windows of records were moved, shown or hidden.
    ArrangePanels,
    /// A client was given selection codes, or lost some.
    SetCodes,
    /// A client’s bank account was noted, changed or removed.
    SaveBankAccount,
    /// A whole IBAN was shown: an entry like an export’s, though nothing changes.
    RevealBankAccount,
    /// An incident was noted, changed or removed.
    SaveIncident,
    /// A thing to do was noted, changed, done or removed.
    SaveFollowUp,
    /// How a client is delivered was changed.
    SaveCarriage,
    /// A delivery address was noted, changed or removed.
    SaveDeliveryAddress,
    /// The manager’s note was changed.
    SaveManagerNote,
    /// A note was written, corrected or removed.
    SaveNote,
    /// Offers or tariffs were changed.
    SetUpOffers,
    /// Somebody was subscribed.
    Subscribe,
    /// A subscription goes on for another term.
    Renew,
    /// A subscription was suspended for some days.
    Suspend,
    /// A suspension was ended sooner, or taken off.
    EndSuspension,
    /// « Résiliation »: a subscription was ended before its end.
    Terminate,
    /// Somebody may use the digital part of a subscription.
    AddBeneficiary,
    /// That was taken back.
    RemoveBeneficiary,
    /// A client’s type of contact was changed.
    ChangeType,
    /// A list left the file.
    Export,
    /// A record was opened: remembered for « Consultées récemment », not journalled, for it changes nothing.
    OpenClient,
}

impl Operation {
    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Operation::CreateShop => "create_shop",
            Operation::AddOperator => "add_operator",
            Operation::CreateClient => "create_client",
            Operation::SaveClient => "save_client",
            Operation::SetInactive => "set_inactive",
            Operation::SetActive => "set_active",
            Operation::Restrict => "restrict",
            Operation::Unrestrict => "unrestrict",
            Operation::Decide => "decide",
            Operation::SetUpConsents => "set_up_consents",
            Operation::SetUpShop => "set_up_shop",
            Operation::SetUpMessages => "set_up_messages",
            Operation::QueueMessage => "queue_message",
            Operation::CancelMessage => "cancel_message",
            Operation::RetryMessage => "retry_message",
            Operation::Deliver => "deliver",
            Operation::SaveList => "save_list",
            Operation::RemoveList => "remove_list",
            Operation::StartCampaign => "start_campaign",
            Operation::WriteCampaign => "write_campaign",
            Operation::StopCampaign => "stop_campaign",
            Operation::ResumeCampaign => "resume_campaign",
            Operation::CreditInvoice => "credit_invoice",
            Operation::RecordPayment => "record_payment",
            Operation::ReversePayment => "reverse_payment",
            Operation::ChangeDeliveries => "change_deliveries",
            Operation::ChangeSponsorships => "change_sponsorships",
            Operation::AddMovement => "add_movement",
            Operation::SaveMovement => "save_movement",
            Operation::MoveRepair => "move_repair",
            Operation::RemoveMovement => "remove_movement",
            Operation::RemindRepairs => "remind_repairs",
            Operation::Undo => "undo",
            Operation::Import => "import",
            Operation::ImportReplies => "import_replies",
            Operation::Demonstrate => "demonstrate",
            Operation::BackUp => "back_up",
            Operation::Merge => "merge",
            Operation::UndoMerge => "undo_merge",
            Operation::RemoveClient => "remove_client",
            Operation::SetUpCodes => "set_up_codes",
            Operation::ArrangePanels => "arrange_panels",
            Operation::SetCodes => "set_codes",
            Operation::SaveBankAccount => "save_bank_account",
            Operation::RevealBankAccount => "reveal_bank_account",
            Operation::SaveIncident => "save_incident",
            Operation::SaveFollowUp => "save_follow_up",
            Operation::SaveCarriage => "save_carriage",
            Operation::SaveDeliveryAddress => "save_delivery_address",
            Operation::SaveManagerNote => "save_manager_note",
            Operation::SaveNote => "save_note",
            Operation::UndoImport => "undo_import",
            Operation::DismissDuplicates => "dismiss_duplicates",
            Operation::SetManagerCode => "set_manager_code",
            Operation::EnterManagerCode => "enter_manager_code",
            Operation::SetUpOffers => "set_up_offers",
            Operation::Subscribe => "subscribe",
            Operation::Renew => "renew",
            Operation::Suspend => "suspend",
            Operation::EndSuspension => "end_suspension",
            Operation::Terminate => "terminate",
            Operation::AddBeneficiary => "add_beneficiary",
            Operation::RemoveBeneficiary => "remove_beneficiary",
            Operation::ChangeType => "change_type",
            Operation::Export => "export",
            Operation::OpenClient => "open_client",
        }
    }

    /// Those that write a label of a record.
    pub(crate) const OF_LABELS: [Operation; 8] = [
        Operation::SetCodes,
        Operation::SaveBankAccount,
        Operation::SaveIncident,
        Operation::SaveFollowUp,
        Operation::SaveCarriage,
        Operation::SaveDeliveryAddress,
        Operation::SaveManagerNote,
        Operation::SaveNote,
    ];

    /// The operation with this code, if this version knows it.
    pub fn from_code(code: &str) -> Option<Operation> {
        use Operation as O;
        [
            O::CreateShop,
            O::AddOperator,
            O::CreateClient,
            O::SaveClient,
            O::SetInactive,
            O::SetActive,
            O::Restrict,
            O::Unrestrict,
            O::Decide,
            O::SetUpConsents,
            O::SetUpShop,
            O::SetUpMessages,
            O::QueueMessage,
            O::CancelMessage,
            O::RetryMessage,
            O::Deliver,
            O::SaveList,
            O::RemoveList,
            O::StartCampaign,
            O::WriteCampaign,
            O::StopCampaign,
            O::ResumeCampaign,
            O::CreditInvoice,
            O::RecordPayment,
            O::ReversePayment,
            O::ChangeDeliveries,
            O::ChangeSponsorships,
            O::AddMovement,
            O::SaveMovement,
            O::MoveRepair,
            O::RemoveMovement,
            O::RemindRepairs,
            O::Undo,
            O::Import,
            O::ImportReplies,
            O::Demonstrate,
            O::BackUp,
            O::Merge,
            O::UndoMerge,
            O::RemoveClient,
            O::UndoImport,
            O::DismissDuplicates,
            O::SetManagerCode,
            O::EnterManagerCode,
            O::SetUpOffers,
            O::Subscribe,
            O::Renew,
            O::Suspend,
            O::EndSuspension,
            O::Terminate,
            O::AddBeneficiary,
            O::RemoveBeneficiary,
            O::ChangeType,
            O::Export,
            O::SetUpCodes,
            O::ArrangePanels,
            O::SetCodes,
            O::SaveBankAccount,
            O::RevealBankAccount,
            O::SaveIncident,
            O::SaveFollowUp,
            O::SaveCarriage,
            O::SaveDeliveryAddress,
            O::SaveManagerNote,
            O::SaveNote,
            O::OpenClient,
        ]
        .into_iter()
        .find(|operation| operation.code() == code)
    }

    /// Whether it may write a large part of the file in one go.
    pub(crate) const fn writes_much(self) -> bool {
        matches!(self, Operation::Import | Operation::UndoImport)
    }

    /// Whether the change must leave an entry.
    pub(crate) const fn is_journalled(self) -> bool {
        !matches!(self, Operation::OpenClient | Operation::Deliver | Operation::EnterManagerCode)
    }
}

/// One field's change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct JournalChange {
    /// A field's code; in a record's journal always one of [`JournalField`].
    #[ts(as = "JournalField")]
    pub field: String,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

impl JournalChange {
    /// A field's change; empty is what there was not, or is no more.
    pub(crate) fn new(field: &str, old: impl Into<String>, new: impl Into<String>) -> JournalChange {
        JournalChange { field: field.to_owned(), old: old.into(), new: new.into() }
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct JournalEntry {
    /// Grows with time.
    #[ts(type = "number")]
    pub id: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// The name chosen in the status bar.
    pub operator: String,
    /// What was done.
    pub operation: Operation,
    /// Field by field.
    pub changes: Vec<JournalChange>,
    /// With an import, the name of its file.
    pub file_name: Option<String>,
    /// The record that was changed, if that one went into this one later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub merged_from: Option<ClientNumber>,
}

/// Some entries of a record, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct JournalPage {
    /// Newest first.
    pub entries: Vec<JournalEntry>,
    /// What to ask for next, if there are older ones.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
}
