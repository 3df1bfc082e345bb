//! What a list can be built from and can show.

use serde::{Deserialize, Serialize};

use super::{HeldField, Operator};
use crate::clients::{ClientField, ContactType};
use crate::consents::{Given, IndicatorId};

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
    /// « Codes de sélection »: their names, one after the other. Compared code by code.
    SelectionCodes,
    /// What the client holds: a subscription, what they owe, how and when they are delivered.
    Held(HeldField),
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
    /// Money, in cents.
    Amount,
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
            ListField::Held(field) => field.kind(),
            ListField::Record(ClientField::Phone | ClientField::Mobile) => FieldKind::Phone,
            ListField::Record(ClientField::Type | ClientField::Professional)
            | ListField::Consent(_)
            | ListField::ContactConsent => FieldKind::Choice,
            ListField::Record(_)
            | ListField::InactiveReason
            | ListField::ImportFile
            | ListField::SelectionCodes
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

/// The fields that every file has, in the order in which they are offered.
const FIELDS: [ListField; 40] = {
    use ClientField as C;
    use HeldField as H;
    use ListField as F;
    [
        F::Number,
        F::Record(C::Civility),
        F::Record(C::LastName),
        F::Record(C::FirstName),
        F::Record(C::Company),
        F::Record(C::Address1),
        F::Record(C::Address2),
        F::Record(C::Address3),
        F::Record(C::Postcode),
        F::Record(C::Town),
        F::Record(C::Country),
        F::Record(C::Email),
        F::Record(C::Phone),
        F::Record(C::Mobile),
        F::Record(C::Origins),
        F::Record(C::Type),
        F::Record(C::Professional),
        F::SelectionCodes,
        F::Held(H::SubscriptionNumber),
        F::Held(H::SubscriptionOffer),
        F::Held(H::SubscriptionStart),
        F::Held(H::SubscriptionEnd),
        F::Held(H::SubscriptionCopies),
        F::Held(H::BalanceDue),
        F::Held(H::CarriageMode),
        F::Held(H::CarriageRound),
        F::Held(H::CarriageRank),
        F::Held(H::CarriageDepositary),
        F::Held(H::CarriageInstruction),
        F::Held(H::LastDelivery),
        F::Held(H::LastMovement),
        F::CreatedAt,
        F::UpdatedAt,
        F::InactiveAt,
        F::InactiveReason,
        F::RestrictedAt,
        F::ImportFile,
        F::ContactConsent,
        F::ContactMode,
        F::ContactDate,
    ]
};

/// The codes of [`ClientField::Professional`].
pub(crate) const PROFESSIONAL: &str = "professional";
/// See [`PROFESSIONAL`].
pub(crate) const INDIVIDUAL: &str = "individual";

/// The codes of an answer; there is none where nobody was asked.
const ANSWERS: [Given; 3] = [Given::Granted, Given::Refused, Given::Withdrawn];
/// The code of those who were never asked what holds until they oppose it: [`crate::consents::ConsentState::GrantedByDefault`].
pub(crate) const BY_DEFAULT: &str = "granted_by_default";
/// Its number beside those of answers.
pub(crate) const BY_DEFAULT_NUMBER: i64 = 4;

impl ListField {
    /// All fields but those of single indicators, in the order in which they are offered.
    pub const ALL: &'static [ListField] = &FIELDS;

    /// A name for programs and errors: `town`, `created_at`, `consent:2`.
    pub fn code(self) -> String {
        let code = match self {
            ListField::Number => "number",
            ListField::Record(field) => field.code(),
            ListField::CreatedAt => "created_at",
            ListField::UpdatedAt => "updated_at",
            ListField::InactiveAt => "inactive_at",
            ListField::InactiveReason => "inactive_reason",
            ListField::RestrictedAt => "restricted_at",
            ListField::ImportFile => "import_file",
            ListField::SelectionCodes => "selection_codes",
            ListField::Held(field) => field.code(),
            ListField::Consent(id) => return format!("consent:{id}"),
            ListField::ConsentMode(id) => return format!("consent_mode:{id}"),
            ListField::ConsentDate(id) => return format!("consent_date:{id}"),
            ListField::ContactConsent => "contact_consent",
            ListField::ContactMode => "contact_mode",
            ListField::ContactDate => "contact_date",
        };
        code.to_owned()
    }

    /// The field that [`ListField::code`] names.
    pub fn from_code(code: &str) -> Option<ListField> {
        if let Some((name, id)) = code.split_once(':') {
            let id = id.parse().ok()?;
            return match name {
                "consent" => Some(ListField::Consent(id)),
                "consent_mode" => Some(ListField::ConsentMode(id)),
                "consent_date" => Some(ListField::ConsentDate(id)),
                _ => None,
            };
        }
        Self::ALL.iter().copied().find(|field| field.code() == code)
    }

    /// The indicator that it is about, if it is about a given one.
    pub const fn indicator(self) -> Option<IndicatorId> {
        match self {
            ListField::Consent(id) | ListField::ConsentMode(id) | ListField::ConsentDate(id) => Some(id),
            _ => None,
        }
    }

    /// Whether it can be searched and sorted by. On which indicator the guard's answer rests is only known once it was asked.
    pub const fn is_compared(self) -> bool {
        !matches!(self, ListField::ContactConsent | ListField::ContactMode | ListField::ContactDate)
    }

    /// The comparisons that its conditions may make.
    pub const fn operators(self) -> &'static [Operator] {
        use Operator as O;
        if !self.is_compared() {
            return &[];
        }
        match self.kind() {
            FieldKind::Text if matches!(self, ListField::SelectionCodes) => &[O::Is, O::IsNot, O::Empty, O::Filled],
            FieldKind::Text => {
                &[O::Is, O::IsNot, O::Begins, O::Contains, O::From, O::Until, O::Between, O::Empty, O::Filled]
            }
            FieldKind::Phone => &[O::Is, O::IsNot, O::Begins, O::Contains, O::Empty, O::Filled],
            FieldKind::Number if matches!(self, ListField::Number) => &[O::Is, O::IsNot, O::From, O::Until, O::Between],
            FieldKind::Number | FieldKind::Amount | FieldKind::Day => {
                &[O::Is, O::IsNot, O::From, O::Until, O::Between, O::Empty, O::Filled]
            }
            FieldKind::Choice => match self {
                ListField::Record(_) => &[O::Is, O::IsNot],
                _ => &[O::Is, O::IsNot, O::Empty, O::Filled],
            },
        }
    }

    /// The codes of a choice.
    pub fn choices(self) -> Vec<&'static str> {
        match self {
            ListField::Record(ClientField::Type) => ContactType::ALL.iter().map(|kind| kind.code()).collect(),
            ListField::Record(ClientField::Professional) => vec![INDIVIDUAL, PROFESSIONAL],
            ListField::Consent(_) | ListField::ContactConsent => {
                ANSWERS.iter().map(|given| given.code()).chain([BY_DEFAULT]).collect()
            }
            ListField::Held(field) => field.choices(),
            _ => Vec::new(),
        }
    }
}
