//! An export that is asked for.

use std::path::PathBuf;

use super::ExportForm;
use crate::consents::{Channel, Purpose, legible};
use crate::documents::Language;
use crate::lists::{ContactUse, ListQuery};
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

/// Those whom the guard leaves out of a list, each with the reasons, as a CSV table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcludedOrder {
    /// The list; it serves to contact people, since nobody is left out otherwise.
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
    /// `ExportPurposeMissing`, `NameTooLong`; `BadRequest` for a label that the sheet does not have.
    pub(super) fn checked(mut self) -> Result<ExportOrder> {
        self.purpose = purpose(&self.purpose)?;
        self.recipient = text(&self.recipient)?;
        self.title = text(&self.title)?;
        if let ExportForm::Labels { sheet, start } = self.form
            && !(1..=sheet.labels()).contains(&start)
        {
            return Err(Error::BadRequest("export_list".into()));
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
