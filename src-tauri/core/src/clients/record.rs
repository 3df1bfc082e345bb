//! A record as the file keeps it and as lists show it.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{ClientInput, ClientNumber, ContactType};

/// A whole record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClientRecord {
    /// The client's number.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Grows with every change; saving must name the one that was read.
    #[ts(type = "number")]
    pub revision: i64,
    /// What can be edited; phones in national form, or as typed when unreadable.
    pub client: ClientInput,
    /// Whether the telephone is a number (or empty), rather than text kept as typed.
    pub phone_readable: bool,
    /// The same for the mobile.
    pub mobile_readable: bool,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
    /// « Dernière MAJ de la fiche », UTC milliseconds.
    #[ts(type = "number")]
    pub updated_at: i64,
    /// Since when and why the client is hidden from searches.
    pub inactive: Option<Inactive>,
    /// Since when the processing of their data is restricted (GDPR art. 18), UTC milliseconds.
    #[ts(type = "number | null")]
    pub restricted_at: Option<i64>,
    /// The import that brought the record, if one did.
    pub imported: Option<Imported>,
    /// « Client depuis »: the record's first day, or that of an older purchase, repair or deposit. Nothing for a prospect without any.
    #[ts(type = "string | null")]
    pub client_since: Option<NaiveDate>,
    /// « Dernier contact du client »: the last day on which they bought, brought, left, collected or paid something, if there is one.
    #[ts(type = "string | null")]
    pub last_contact_on: Option<NaiveDate>,
    /// « À revoir au plus tard »: three years after (CNIL, délibération 2016-264, art. 5).
    #[ts(type = "string | null")]
    pub review_by: Option<NaiveDate>,
}

/// « Inactif »: dated, with an optional reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Inactive {
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Why, or empty.
    pub reason: String,
}

/// Where an imported record came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Imported {
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// The name of the imported file, without its folder.
    pub file_name: String,
}

/// One line of a list of clients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[allow(missing_docs, reason = "as in ClientInput and ClientRecord")]
pub struct ClientRow {
    #[ts(type = "number")]
    pub number: ClientNumber,
    pub civility: String,
    pub last_name: String,
    pub first_name: String,
    pub company: String,
    pub postcode: String,
    pub town: String,
    pub phone: String,
    pub mobile: String,
    pub email: String,
    pub r#type: ContactType,
    pub professional: bool,
    pub inactive: bool,
    /// When the record was last opened at this counter, UTC milliseconds, if it was recently.
    #[ts(type = "number | null")]
    pub opened_at: Option<i64>,
}

impl ClientRow {
    /// « DUPONT Laura », or the company.
    pub fn name(&self) -> String {
        name_of(&self.last_name, &self.first_name, &self.company)
    }
}

/// For how long prospecting data are kept after the last contact from the client.
const KEPT_FOR: Months = Months::new(36);

impl ClientRecord {
    /// With what is known of its life: when the oldest record of the family was made, the first and the last day on which the client was there.
    pub(crate) fn living(mut self, made: NaiveDate, first: Option<NaiveDate>, last: Option<NaiveDate>) -> ClientRecord {
        let prospect = self.client.r#type == ContactType::Prospect;
        self.client_since = first.map(|first| first.min(made)).or((!prospect).then_some(made));
        self.last_contact_on = last;
        self.review_by = last.and_then(|last| last.checked_add_months(KEPT_FOR));
        self
    }

    /// « DUPONT Laura », or the company.
    pub(crate) fn name(&self) -> String {
        name_of(&self.client.last_name, &self.client.first_name, &self.client.company)
    }
}

/// « DUPONT Laura », or the company of whoever has no name.
pub(crate) fn name_of(last: &str, first: &str, company: &str) -> String {
    let person = format!("{last} {first}");
    if person.trim().is_empty() { company.to_owned() } else { person.trim().to_owned() }
}

/// A record about to be written for the first time.
#[derive(Clone, Debug)]
pub struct NewClient {
    /// Trimmed and without blocking issues.
    pub input: ClientInput,
    /// UTC milliseconds.
    pub created_at: i64,
    /// « Dernière MAJ », UTC milliseconds.
    pub updated_at: i64,
    /// Already inactive when it arrives.
    pub inactive: Option<Inactive>,
}

impl NewClient {
    /// A client created now.
    pub fn at(now: i64, input: ClientInput) -> NewClient {
        NewClient { input, created_at: now, updated_at: now, inactive: None }
    }
}
