//! « Informations bancaires et financières »: the account that a client pays from, and the mandate to debit it.
//!
//! An IBAN is read by ISO 13616 (length and form of its country, check digits by ISO 7064 mod 97-10), a BIC by ISO 9362. Wherever an account
//! is shown its IBAN is masked; the whole one is asked for on its own, and the journal says who asked. No log, list, document or journal
//! ever holds it whole.

use std::fmt;

use chrono::NaiveDate;
use iban::{IbanLike, ParseIbanError};
use serde::{Deserialize, Serialize};

use super::{Fields, checked_day, line, said};
use crate::clients::ClientNumber;
use crate::{Error, Result};

/// The longest holder, in characters (SEPA: AT-02, 70 characters).
pub(crate) const HOLDER_MAX: u32 = 70;
/// The longest mandate reference, in characters (SEPA: AT-01, 35 characters).
pub(crate) const MANDATE_MAX: u32 = 35;

/// What is wrong with an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum BankFault {
    /// The IBAN is not made of a country, two digits, and letters or digits.
    IbanForm,
    /// No country with IBANs has this code.
    IbanCountry,
    /// The IBAN has not the length, or not the form, of its country's.
    IbanLength,
    /// The check digits do not fit: something was mistyped.
    IbanCheckDigits,
    /// The BIC has neither 8 nor 11 characters, or not the right ones.
    BicForm,
    /// There is no IBAN.
    IbanMissing,
    /// A mandate has a reference and a day, or neither.
    MandateIncomplete,
    /// A mandate reference has a character that SEPA does not know.
    MandateForm,
}

/// An IBAN that was checked, in its electronic form. Shown, it is masked.
#[derive(Clone, PartialEq, Eq)]
pub struct Iban(String);

/// The account of a client. The IBAN is masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct BankAccount {
    /// Grows with every change.
    #[ts(type = "number")]
    pub revision: i64,
    /// Whose account it is, or empty.
    pub holder: String,
    /// `FR76 •••• •••• 4417`.
    pub iban: String,
    /// The bank, or empty.
    pub bic: String,
    /// « Référence unique de mandat », or empty.
    pub mandate_reference: String,
    /// When the mandate was signed.
    #[ts(type = "string | null")]
    pub mandate_on: Option<NaiveDate>,
}

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct BankPanel {
    /// `null` without one.
    pub account: Option<BankAccount>,
    /// What is owed to the shop, in cents; negative where the shop owes; `null` where the file knows no invoices.
    #[ts(type = "number | null")]
    pub balance: Option<i64>,
}

/// An account to be noted or changed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveBankAccount {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The revision that was read; 0 where there was none.
    #[ts(type = "number")]
    pub revision: i64,
    /// At most 70 characters, or empty.
    pub holder: String,
    /// As typed; `null` keeps the one that is there.
    pub iban: Option<String>,
    /// As typed, or empty.
    pub bic: String,
    /// At most 35 characters, or empty.
    pub mandate_reference: String,
    /// When the mandate was signed.
    #[ts(type = "string | null")]
    pub mandate_on: Option<NaiveDate>,
}

/// What is typed so far.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CheckBankAccount {
    /// As typed.
    pub iban: String,
    /// As typed.
    pub bic: String,
}

/// What is wrong with what is typed so far. Nothing typed is no fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct BankCheck {
    /// With the IBAN.
    pub iban: Option<BankFault>,
    /// With the BIC.
    pub bic: Option<BankFault>,
}

/// An IBAN that somebody asked to see.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RevealedAccount {
    /// In groups of four: `FR76 3000 6000 0112 3456 7890 189`.
    pub iban: String,
}

impl Iban {
    /// Reads an IBAN, whatever white space is between its characters and their case.
    ///
    /// # Errors
    /// `BankAccountInvalid`.
    pub fn read(typed: &str) -> Result<Iban> {
        let compact: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        let fault = match compact.parse::<iban::Iban>() {
            Ok(iban) => return Ok(Iban(iban.electronic_str().to_owned())),
            Err(ParseIbanError::InvalidBaseIban { source: iban::ParseBaseIbanError::InvalidChecksum }) => {
                BankFault::IbanCheckDigits
            }
            Err(ParseIbanError::InvalidBaseIban { .. }) => BankFault::IbanForm,
            Err(ParseIbanError::UnknownCountry(_)) => BankFault::IbanCountry,
            Err(ParseIbanError::InvalidBban(_)) => BankFault::IbanLength,
        };
        Err(Error::BankAccountInvalid(fault))
    }

    /// One from the file, which was checked when it was written.
    pub(crate) fn from_stored(stored: String) -> Iban {
        Iban(stored)
    }

    /// As the file keeps it.
    pub(crate) fn electronic(&self) -> &str {
        &self.0
    }

    /// `FR76 •••• •••• 4417`: the country, the check digits and the last four characters.
    pub fn masked(&self) -> String {
        format!("{} •••• •••• {}", &self.0[..4], self.end())
    }

    /// The last four characters.
    pub fn end(&self) -> &str {
        &self.0[self.0.len() - 4..]
    }

    /// The whole, in groups of four.
    pub(crate) fn whole(&self) -> String {
        let mut whole = String::with_capacity(self.0.len() + self.0.len() / 4);
        for (at, c) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                whole.push(' ');
            }
            whole.push(c);
        }
        whole
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

// A whole IBAN may stand in these: nothing of it may get into a log.
macro_rules! hidden {
    ($($name:ident),*) => {
        $(impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        })*
    };
}

hidden!(SaveBankAccount, CheckBankAccount, RevealedAccount);

/// A BIC in capitals (ISO 9362: four letters or digits, a country, two letters or digits, and three more for a branch); empty for none.
///
/// # Errors
/// `BankAccountInvalid`.
pub fn checked_bic(typed: &str) -> Result<String> {
    let bic: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let plain = bic.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let fits = plain && matches!(bic.len(), 8 | 11) && bic.as_bytes()[4..6].iter().all(u8::is_ascii_uppercase);
    if bic.is_empty() || fits { Ok(bic) } else { Err(Error::BankAccountInvalid(BankFault::BicForm)) }
}

impl CheckBankAccount {
    /// What is wrong so far.
    pub fn check(&self) -> BankCheck {
        let fault = |error: Option<Error>| match error {
            Some(Error::BankAccountInvalid(fault)) => Some(fault),
            _ => None,
        };
        let iban = if self.iban.trim().is_empty() { None } else { fault(Iban::read(&self.iban).err()) };
        BankCheck { iban, bic: fault(checked_bic(&self.bic).err()) }
    }
}

impl BankFault {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            BankFault::IbanForm => "iban_form",
            BankFault::IbanCountry => "iban_country",
            BankFault::IbanLength => "iban_length",
            BankFault::IbanCheckDigits => "iban_check_digits",
            BankFault::BicForm => "bic_form",
            BankFault::IbanMissing => "iban_missing",
            BankFault::MandateIncomplete => "mandate_incomplete",
            BankFault::MandateForm => "mandate_form",
        }
    }
}

/// A mandate's reference, trimmed: the characters that SEPA knows (EPC217-08), no slash at its ends nor two together.
///
/// # Errors
/// `NameTooLong`; `BankAccountInvalid`.
pub(crate) fn checked_mandate(typed: &str, on: Option<NaiveDate>) -> Result<String> {
    let reference = line(typed, MANDATE_MAX)?;
    if reference.is_empty() != on.is_none() {
        return Err(Error::BankAccountInvalid(BankFault::MandateIncomplete));
    }
    let known = |c: char| c.is_ascii_alphanumeric() || "/-?:().,'+ ".contains(c);
    let slashes = reference.starts_with('/') || reference.ends_with('/') || reference.contains("//");
    if !reference.chars().all(known) || slashes {
        return Err(Error::BankAccountInvalid(BankFault::MandateForm));
    }
    Ok(reference)
}

/// An account as the file keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredAccount {
    pub(crate) revision: i64,
    pub(crate) holder: String,
    pub(crate) iban: Iban,
    pub(crate) bic: String,
    pub(crate) mandate_reference: String,
    pub(crate) mandate_on: Option<NaiveDate>,
}

impl StoredAccount {
    /// For whoever looks at it.
    pub(crate) fn shown(&self) -> BankAccount {
        BankAccount {
            revision: self.revision,
            holder: self.holder.clone(),
            iban: self.iban.masked(),
            bic: self.bic.clone(),
            mandate_reference: self.mandate_reference.clone(),
            mandate_on: self.mandate_on,
        }
    }

    /// For the journal, which never holds the whole IBAN.
    pub(crate) fn fields(&self) -> Fields {
        vec![
            ("bank_holder", self.holder.clone()),
            ("bank_iban", self.iban.masked()),
            ("bank_bic", self.bic.clone()),
            ("mandate_reference", self.mandate_reference.clone()),
            ("mandate_on", said(self.mandate_on)),
        ]
    }
}

impl SaveBankAccount {
    /// The account from now on, checked, beside the one that is there.
    ///
    /// # Errors
    /// `BankAccountInvalid`, `NameTooLong`, `DayUnlikely`.
    pub(crate) fn checked(&self, before: Option<&StoredAccount>) -> Result<StoredAccount> {
        let typed = self.iban.as_deref().filter(|typed| !typed.trim().is_empty());
        let iban = match (typed, before) {
            (Some(typed), _) => Iban::read(typed)?,
            (None, Some(before)) => before.iban.clone(),
            (None, None) => return Err(Error::BankAccountInvalid(BankFault::IbanMissing)),
        };
        let mandate_on = self.mandate_on.map(checked_day).transpose()?;
        Ok(StoredAccount {
            revision: self.revision,
            holder: line(&self.holder, HOLDER_MAX)?,
            iban,
            bic: checked_bic(&self.bic)?,
            mandate_reference: checked_mandate(&self.mandate_reference, mandate_on)?,
            mandate_on,
        })
    }
}
