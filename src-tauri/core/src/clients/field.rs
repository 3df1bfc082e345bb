//! The fields of a record by name, and what can be wrong with one.

use serde::{Deserialize, Serialize};

/// A field of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the documentation")]
pub enum ClientField {
    Civility,
    LastName,
    FirstName,
    Company,
    #[serde(rename = "address_1")]
    Address1,
    #[serde(rename = "address_2")]
    Address2,
    #[serde(rename = "address_3")]
    Address3,
    Postcode,
    Town,
    Country,
    Email,
    Phone,
    Mobile,
    Origins,
    Type,
    Professional,
}

impl ClientField {
    /// The code used in the journal and on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            ClientField::Civility => "civility",
            ClientField::LastName => "last_name",
            ClientField::FirstName => "first_name",
            ClientField::Company => "company",
            ClientField::Address1 => "address_1",
            ClientField::Address2 => "address_2",
            ClientField::Address3 => "address_3",
            ClientField::Postcode => "postcode",
            ClientField::Town => "town",
            ClientField::Country => "country",
            ClientField::Email => "email",
            ClientField::Phone => "phone",
            ClientField::Mobile => "mobile",
            ClientField::Origins => "origins",
            ClientField::Type => "type",
            ClientField::Professional => "professional",
        }
    }
}

/// What is wrong, or remarkable, about a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldProblem {
    /// A record needs a name or a company (a « Bénéficiaire »: at least an e-mail).
    Required,
    /// Longer than [`FieldIssue::max`] characters.
    TooLong,
    /// Not an e-mail address.
    EmailMalformed,
    /// Holds a character that no keyboard types (a NUL, a line break …).
    ControlCharacter,
    /// Kept as typed: no telephone number could be read in it.
    PhoneUnreadable,
    /// Not the five digits of a French postcode.
    PostcodeUnusual,
}

/// One remark about one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FieldIssue {
    /// Where.
    pub field: ClientField,
    /// What.
    pub problem: FieldProblem,
    /// Whether the record cannot be saved; otherwise it is a remark.
    pub blocking: bool,
    /// The longest allowed value in characters, with [`FieldProblem::TooLong`].
    pub max: Option<u32>,
}
