//! The core's errors as the window hears them: a code to branch on, never a sentence, never personal data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::clients::FieldIssue;

/// A failed command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ApiError {
    /// What the window branches on and words.
    pub code: ErrorCode,
    /// What the sentence needs, by name.
    #[ts(type = "Record<string, string>")]
    pub params: BTreeMap<String, String>,
    /// With `invalid`: which fields, and why.
    pub fields: Vec<FieldIssue>,
}

/// Every code that the window words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "one for each variant of the core's Error, documented there")]
pub enum ErrorCode {
    Invalid,
    ClientNotFound,
    ClientRemoved,
    ClientMerged,
    MergeWithItself,
    MergeNotFound,
    MergeSuperseded,
    NameDiffers,
    DuplicatesRunning,
    DuplicatesCancelled,
    ImportNotFound,
    ImportUndone,
    ManagerCodeNeeded,
    ManagerCodeWrong,
    ManagerCodeWait,
    ManagerCodeUnfit,
    ChangedElsewhere,
    NothingToUndo,
    UndoSuperseded,
    NoShopOpen,
    FileMissing,
    FileExists,
    FileNotEcrin,
    FileNewer,
    FileCorrupt,
    FileBusy,
    FileReadOnly,
    DiskFull,
    FileUnreadable,
    PassphraseNeeded,
    PassphraseWrong,
    PassphraseWeak,
    ModeMissing,
    DetailMissing,
    ModeNotFound,
    ModeInUse,
    LastMode,
    DecisionDate,
    IndicatorUnsuited,
    IndicatorAmbiguous,
    IndicatorNotFound,
    OptOutForbidden,
    NameMissing,
    NameTooLong,
    NameTaken,
    WordingNotFound,
    EvidenceTooLarge,
    EvidenceTypeUnknown,
    EvidenceTooMany,
    EvidenceNotFound,
    FieldUnknown,
    TemplateMalformed,
    TemplateUnsuited,
    TemplateNotFound,
    TextMissing,
    ShopNameMissing,
    IndicatorMissing,
    AgreementMissing,
    MessageBlocked,
    MessageNotFound,
    MessageSettled,
    CarrierInvalid,
    ListInvalid,
    ListNotFound,
    CampaignNotFound,
    CampaignEmpty,
    CampaignSettled,
    BankAccountInvalid,
    CodeNotFound,
    CodeNameUnfit,
    LabelNotFound,
    LabelChanged,
    DaysReversed,
    DayUnlikely,
    RankUnfit,
    AddressMissing,
    NoteOfAnother,
    Refused,
    OfferNotFound,
    SubscriptionNotFound,
    InvoiceNotFound,
    PaymentNotFound,
    DeliveryNotFound,
    SponsorshipNotFound,
    AmountUnfit,
    MovementNotFound,
    MovementInvalid,
    RepairEnded,
    RepairMissing,
    ImportEmpty,
    ImportNotATable,
    ImportNoNameColumn,
    ImportTooLarge,
    ImportCancelled,
    ImportColumnTwice,
    ImportRunning,
    RepliesNoNumber,
    RepliesNoText,
    ExportPurposeMissing,
    ExportTooLong,
    LabelsNotPostal,
    LabelBeyondSheet,
    ExportCancelled,
    ExportRunning,
    /// A newer search took this one's place.
    Superseded,
    /// A defect of ours.
    Internal,
}

impl ApiError {
    /// The command's name is all that is said: what a request holds may be personal.
    pub(super) fn bad_request(command: &str) -> ApiError {
        Error::BadRequest(command.to_owned()).into()
    }
}

impl From<Error> for ApiError {
    #[allow(clippy::too_many_lines, reason = "one line for each variant")]
    fn from(error: Error) -> ApiError {
        use ErrorCode as C;
        let mut params = BTreeMap::new();
        let mut fields = Vec::new();
        let mut say = |name: &str, value: String| {
            params.insert(name.to_owned(), value);
        };
        let code = match error {
            Error::Invalid(issues) => {
                fields = issues;
                C::Invalid
            }
            Error::ClientNotFound(number) => {
                say("number", number.to_string());
                C::ClientNotFound
            }
            Error::ClientRemoved(number, at) => {
                say("number", number.to_string());
                say("at", at.to_string());
                C::ClientRemoved
            }
            Error::ClientMerged(number, into) => {
                say("number", number.to_string());
                say("into", into.to_string());
                C::ClientMerged
            }
            Error::ManagerCodeWrong(seconds) => {
                say("seconds", seconds.to_string());
                C::ManagerCodeWrong
            }
            Error::ManagerCodeWait(seconds) => {
                say("seconds", seconds.to_string());
                C::ManagerCodeWait
            }
            Error::ChangedElsewhere(number) => {
                say("number", number.to_string());
                C::ChangedElsewhere
            }
            Error::UndoSuperseded(number) => {
                say("number", number.to_string());
                C::UndoSuperseded
            }
            Error::FileNewer { found, supported } => {
                say("found", found.to_string());
                say("supported", supported.to_string());
                C::FileNewer
            }
            Error::Io(kind) => {
                say("detail", kind.to_string());
                C::FileUnreadable
            }
            Error::Database(detail) | Error::BadRequest(detail) => {
                tracing::error!(%detail, "internal error");
                say("detail", detail);
                C::Internal
            }
            Error::ModeInUse(uses) => {
                say("uses", uses.to_string());
                C::ModeInUse
            }
            Error::OptOutForbidden(channel) => {
                say("channel", channel.code().into());
                C::OptOutForbidden
            }
            Error::NameTooLong(max) => {
                say("max", max.to_string());
                C::NameTooLong
            }
            Error::MergeWithItself => C::MergeWithItself,
            Error::MergeNotFound => C::MergeNotFound,
            Error::MergeSuperseded => C::MergeSuperseded,
            Error::NameDiffers => C::NameDiffers,
            Error::DuplicatesRunning => C::DuplicatesRunning,
            Error::DuplicatesCancelled => C::DuplicatesCancelled,
            Error::ImportNotFound => C::ImportNotFound,
            Error::ImportUndone => C::ImportUndone,
            Error::ManagerCodeNeeded => C::ManagerCodeNeeded,
            Error::ManagerCodeUnfit => C::ManagerCodeUnfit,
            Error::ExportTooLong(max) => {
                say("max", max.to_string());
                C::ExportTooLong
            }
            Error::LabelBeyondSheet(labels) => {
                say("labels", labels.to_string());
                C::LabelBeyondSheet
            }
            Error::LabelsNotPostal => C::LabelsNotPostal,
            Error::ModeMissing => C::ModeMissing,
            Error::DetailMissing => C::DetailMissing,
            Error::ModeNotFound => C::ModeNotFound,
            Error::LastMode => C::LastMode,
            Error::DecisionDate => C::DecisionDate,
            Error::IndicatorUnsuited => C::IndicatorUnsuited,
            Error::IndicatorAmbiguous => C::IndicatorAmbiguous,
            Error::IndicatorNotFound => C::IndicatorNotFound,
            Error::NameMissing => C::NameMissing,
            Error::NameTaken => C::NameTaken,
            Error::WordingNotFound => C::WordingNotFound,
            Error::EvidenceTooLarge => C::EvidenceTooLarge,
            Error::EvidenceTypeUnknown => C::EvidenceTypeUnknown,
            Error::EvidenceTooMany => C::EvidenceTooMany,
            Error::EvidenceNotFound => C::EvidenceNotFound,
            Error::FieldUnknown(field) => {
                say("field", field);
                say("known", crate::messages::known_fields());
                C::FieldUnknown
            }
            Error::MessageBlocked(reason) => {
                say("reason", reason.code().into());
                C::MessageBlocked
            }
            Error::CarrierInvalid { channel, fault } => {
                say("channel", channel.code().into());
                say("fault", fault.into());
                C::CarrierInvalid
            }
            Error::ListInvalid { problem, field, condition } => {
                say("problem", problem.code().into());
                say("field", field);
                if let Some(condition) = condition {
                    say("condition", condition.to_string());
                }
                C::ListInvalid
            }
            Error::BankAccountInvalid(fault) => {
                say("fault", fault.code().into());
                C::BankAccountInvalid
            }
            Error::CodeNotFound => C::CodeNotFound,
            Error::CodeNameUnfit => C::CodeNameUnfit,
            Error::LabelNotFound => C::LabelNotFound,
            Error::LabelChanged => C::LabelChanged,
            Error::DaysReversed => C::DaysReversed,
            Error::DayUnlikely => C::DayUnlikely,
            Error::RankUnfit => C::RankUnfit,
            Error::AddressMissing => C::AddressMissing,
            Error::NoteOfAnother => C::NoteOfAnother,
            Error::Refused(rule) => {
                say("rule", rule.code());
                C::Refused
            }
            Error::InvoiceNotFound => C::InvoiceNotFound,
            Error::PaymentNotFound => C::PaymentNotFound,
            Error::DeliveryNotFound => C::DeliveryNotFound,
            Error::SponsorshipNotFound => C::SponsorshipNotFound,
            Error::AmountUnfit => C::AmountUnfit,
            Error::ListNotFound => C::ListNotFound,
            Error::CampaignNotFound => C::CampaignNotFound,
            Error::CampaignEmpty => C::CampaignEmpty,
            Error::CampaignSettled => C::CampaignSettled,
            Error::MovementInvalid(problem) => {
                say("problem", problem.code().into());
                C::MovementInvalid
            }
            Error::MovementNotFound => C::MovementNotFound,
            Error::RepairEnded => C::RepairEnded,
            Error::RepairMissing => C::RepairMissing,
            Error::TemplateMalformed => C::TemplateMalformed,
            Error::TemplateUnsuited => C::TemplateUnsuited,
            Error::TemplateNotFound => C::TemplateNotFound,
            Error::TextMissing => C::TextMissing,
            Error::ShopNameMissing => C::ShopNameMissing,
            Error::IndicatorMissing => C::IndicatorMissing,
            Error::AgreementMissing => C::AgreementMissing,
            Error::MessageNotFound => C::MessageNotFound,
            Error::MessageSettled => C::MessageSettled,
            Error::Printing => C::Internal,
            Error::NothingToUndo => C::NothingToUndo,
            Error::NoShopOpen => C::NoShopOpen,
            Error::FileMissing => C::FileMissing,
            Error::FileExists => C::FileExists,
            Error::NotEcrin => C::FileNotEcrin,
            Error::FileCorrupt => C::FileCorrupt,
            Error::FileBusy => C::FileBusy,
            Error::ReadOnly => C::FileReadOnly,
            Error::DiskFull => C::DiskFull,
            Error::PassphraseNeeded => C::PassphraseNeeded,
            Error::PassphraseWrong => C::PassphraseWrong,
            Error::PassphraseWeak => C::PassphraseWeak,
            Error::ImportEmpty => C::ImportEmpty,
            Error::ImportNotATable => C::ImportNotATable,
            Error::ImportNoNameColumn => C::ImportNoNameColumn,
            Error::ImportTooLarge => C::ImportTooLarge,
            Error::ImportCancelled => C::ImportCancelled,
            Error::ImportColumnTwice => C::ImportColumnTwice,
            Error::ImportRunning => C::ImportRunning,
            Error::RepliesNoNumber => C::RepliesNoNumber,
            Error::RepliesNoText => C::RepliesNoText,
            Error::OfferNotFound => C::OfferNotFound,
            Error::SubscriptionNotFound => C::SubscriptionNotFound,
            Error::ExportPurposeMissing => C::ExportPurposeMissing,
            Error::ExportCancelled => C::ExportCancelled,
            Error::ExportRunning => C::ExportRunning,
            Error::Interrupted => C::Superseded,
        };
        ApiError { code, params, fields }
    }
}
