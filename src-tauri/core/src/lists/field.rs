//! What a list can be built from and can show.

use serde::{Deserialize, Serialize};

use crate::clients::ClientField;
use crate::consents::IndicatorId;

/// A column of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "of", content = "field", rename_all = "snake_case")]
pub enum ListField {
    /// The client's number.
    Number,
    /// A field of the record.
    Record(ClientField),
    /// « Date de création ».
    CreatedAt,
    /// « Dernière MAJ de la fiche ».
    UpdatedAt,
    /// Since when the client is inactive.
    InactiveAt,
    /// Why.
    InactiveReason,
    /// Since when the use of their data is restricted (GDPR art. 18).
    RestrictedAt,
    /// The file that brought the record.
    ImportFile,
    /// Where the client stands on an indicator: `granted`, `refused`, `withdrawn`, or nothing when never asked.
    Consent(#[ts(type = "number")] IndicatorId),
    /// « Type d’accord »: how the client agreed to it.
    ConsentMode(#[ts(type = "number")] IndicatorId),
    /// « Date de l’accord »: when the standing answer was given.
    ConsentDate(#[ts(type = "number")] IndicatorId),
    /// The same three for what the list serves for (`ListQuery::contact`): the indicator on which the guard's answer rests.
    ContactConsent,
    /// See [`ListField::ContactConsent`].
    ContactMode,
    /// See [`ListField::ContactConsent`].
    ContactDate,
}

/// How a field is compared, sorted and written into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// Words, compared folded.
    Text,
    /// A telephone number: E.164 in the file, national when shown, never a number in a spreadsheet.
    Phone,
    /// A whole number.
    Number,
    /// A day, without a time.
    Day,
    /// One of a few codes.
    Choice,
}

impl ListField {
    /// How the field is compared and written.
    pub const fn kind(self) -> FieldKind {
        match self {
            ListField::Number => FieldKind::Number,
            ListField::Record(ClientField::Phone | ClientField::Mobile) => FieldKind::Phone,
            ListField::Record(ClientField::Type | ClientField::Professional)
            | ListField::Consent(_)
            | ListField::ContactConsent => FieldKind::Choice,
            ListField::Record(_)
            | ListField::InactiveReason
            | ListField::ImportFile
            | ListField::ConsentMode(_)
            | ListField::ContactMode => FieldKind::Text,
            ListField::CreatedAt
            | ListField::UpdatedAt
            | ListField::InactiveAt
            | ListField::RestrictedAt
            | ListField::ConsentDate(_)
            | ListField::ContactDate => FieldKind::Day,
        }
    }
}
