//! Lists that leave the file: whole or not at all, registered, and holding nobody who said no.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod desk;
mod formats;
mod guard;
#[cfg(target_os = "linux")]
mod readers;
mod register;
mod round_trip;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use ecrin_core::Result;
use ecrin_core::clients::ClientField as F;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::documents::Language;
use ecrin_core::exports::{CsvEncoding, ExportForm, ExportOrder, ExportReport};
use ecrin_core::lists::{ContactUse, ListField, ListQuery, ListSort};
use ecrin_core_tests::TestShop;

pub(crate) const CSV: ExportForm = ExportForm::Csv { encoding: CsvEncoding::Utf8 };

/// A shop, and a folder for what leaves it.
pub(crate) struct Office {
    pub(crate) shop: TestShop,
    pub(crate) folder: tempfile::TempDir,
}

impl Office {
    /// A Tuesday at noon, when no hour speaks against anything.
    pub(crate) fn new() -> Office {
        Office { shop: TestShop::at("2026-11-24T11:00"), folder: tempfile::tempdir().unwrap() }
    }

    /// The same with « DUPONT Laura » and « REY Léa », the numbers 1 and 2, who can be reached in every way.
    pub(crate) fn with_two() -> Office {
        let mut office = Office::new();
        for (line, address) in [
            ("DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura@boutique.example", "1 rue du Four"),
            ("REY Léa, 63000 CLERMONT-FERRAND, 06 39 98 71 11, lea@boutique.example", "12 place de l’Église"),
        ] {
            let client = office.shop.client(line);
            office.shop.edit(client, |client| client.address_1 = address.into());
        }
        office
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// An order for a file of this name.
    pub(crate) fn order(&self, name: &str, form: ExportForm, query: ListQuery) -> ExportOrder {
        ExportOrder {
            query,
            form,
            language: Language::French,
            purpose: "Vœux de fin d’année".into(),
            recipient: String::new(),
            title: String::new(),
            path: self.file(name),
        }
    }

    pub(crate) fn try_export(&mut self, order: &ExportOrder) -> Result<ExportReport> {
        let going_on = AtomicBool::new(false);
        Ok(self.shop.shop().export(order, &mut |_, _| {}, &going_on)?.value)
    }

    pub(crate) fn export(&mut self, name: &str, form: ExportForm, query: ListQuery) -> ExportReport {
        let order = self.order(name, form, query);
        self.try_export(&order).unwrap()
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.file(name)).unwrap()
    }

    /// The text of a file, without a byte order mark.
    pub(crate) fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name)).unwrap().trim_start_matches('\u{feff}').to_owned()
    }
}

/// Everybody who is active, in the order of their numbers.
pub(crate) fn everybody(columns: &[ListField]) -> ListQuery {
    ListQuery {
        conditions: Vec::new(),
        any: false,
        include_inactive: false,
        contact: None,
        columns: columns.to_vec(),
        sort: ListSort { by: ListField::Number, descending: false },
    }
}

/// The same, to contact them.
pub(crate) fn to_contact(channel: Channel, purpose: Purpose, columns: &[ListField]) -> ListQuery {
    ListQuery { contact: Some(ContactUse { channel, purpose }), ..everybody(columns) }
}

/// Fields of the record.
pub(crate) fn fields<const N: usize>(fields: [F; N]) -> Vec<ListField> {
    fields.map(ListField::Record).to_vec()
}
