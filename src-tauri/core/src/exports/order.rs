//! An export that is asked for.

use std::path::PathBuf;

use super::ExportForm;
use crate::consents::{Channel, Purpose, legible};
use crate::documents::Language;
use crate::lists::{ContactUse, ListProblem, ListQuery, invalid};
use crate::{Error, Result};

/// The longest purpose, recipient and title, in characters.
const TEXT_MAX: u32 = 200;

/// A list that is to leave the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOrder {
    /// Which clients, in what order, with which columns, what for.
    pub query: ListQuery,
    /// As what.
    pub form: ExportForm,
    /// In which language headings and words are.
    pub language: Language,
    /// Why, in the manager's words; needed.
    pub purpose: String,
    /// Whom it is given to, or empty.
    pub recipient: String,
    /// What the list is called, for what is printed; may be empty.
    pub title: String,
    /// Where it goes; nothing is overwritten.
    pub path: PathBuf,
}

/// Those who are left out of a list, each with the reasons, as a CSV table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcludedOrder {
    /// The list.
    pub query: ListQuery,
    /// In which language headings and reasons are.
    pub language: Language,
    /// Why, in the manager's words; needed.
    pub purpose: String,
    /// Whom it is given to, or empty.
    pub recipient: String,
    /// Where it goes; nothing is overwritten.
    pub path: PathBuf,
}

impl ExportOrder {
    /// The order with texts of one line each.
    ///
    /// # Errors
    /// `ExportPurposeMissing`, `NameTooLong`; `LabelsNotPostal`, `LabelBeyondSheet`; `ListInvalid` for a column about a contact that the
    /// list does not serve.
    pub(super) fn checked(mut self) -> Result<ExportOrder> {
        self.purpose = purpose(&self.purpose)?;
        self.recipient = text(&self.recipient)?;
        self.title = text(&self.title)?;
        let is_table = !matches!(self.form, ExportForm::Labels { .. } | ExportForm::Vcard);
        if is_table && self.query.contact.is_none() {
            // A column that could only be empty; a page of the window may show it all the same.
            let about_contact = self.query.columns.iter().find(|field| !field.is_compared());
            if let Some(field) = about_contact {
                return Err(invalid(ListProblem::NoContact, Some(*field), None));
            }
        }
        if let ExportForm::Labels { sheet, start } = self.form {
            if self.query.contact.is_some_and(|contact| contact.channel != Channel::Postal) {
                return Err(Error::LabelsNotPostal);
            }
            if !(1..=sheet.labels()).contains(&start) {
                return Err(Error::LabelBeyondSheet(sheet.labels()));
            }
        }
        Ok(self)
    }
}

impl ExcludedOrder {
    /// See [`ExportOrder::checked`].
    ///
    /// # Errors
    /// `ExportPurposeMissing`, `NameTooLong`.
    pub(super) fn checked(mut self) -> Result<ExcludedOrder> {
        self.purpose = purpose(&self.purpose)?;
        self.recipient = text(&self.recipient)?;
        Ok(self)
    }
}

pub(super) fn purpose(typed: &str) -> Result<String> {
    let purpose = text(typed)?;
    if purpose.is_empty() { Err(Error::ExportPurposeMissing) } else { Ok(purpose) }
}

pub(super) fn text(typed: &str) -> Result<String> {
    let text = legible(typed);
    if text.chars().count() > TEXT_MAX as usize { Err(Error::NameTooLong(TEXT_MAX)) } else { Ok(text) }
}

impl ContactUse {
    /// The code in the register and at a terminal: `sms:commercial`.
    pub fn code(self) -> String {
        format!("{}:{}", self.channel.code(), self.purpose.code())
    }

    /// The use with this code, if people may be contacted this way for this purpose.
    pub fn from_code(code: &str) -> Option<ContactUse> {
        let (channel, purpose) = code.split_once(':')?;
        let (channel, purpose) = (Channel::from_code(channel)?, Purpose::from_code(purpose)?);
        channel.serves(purpose).then_some(ContactUse { channel, purpose })
    }
}
