//! Importing files as shops have them: good, odd and broken. Every file is made here; every shop is a real one.

#![allow(clippy::unwrap_used, reason = "what these tests ask of a file they have made themselves")]

mod bad_input;
mod charsets;
mod consents;
mod holdings;
mod properties;
mod rejects;
mod resubscription;
mod transaction;
mod values;
mod workbooks;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use ecrin_core::clients::ClientRecord;
use ecrin_core::imports::{self, ImportOptions, ImportPreview, ImportReport, ImportRequest};
use ecrin_core::{Error, Result};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::imports::request;

/// A shop and a folder of files to import into it.
struct Desk {
    shop: TestShop,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { shop: TestShop::at("2026-11-22T09:00"), folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn preview(&self, content: impl AsRef<[u8]>) -> Result<ImportPreview> {
        imports::preview(&self.file("clients.csv", content), &ImportOptions::default())
    }

    fn run(&mut self, request: &ImportRequest) -> Result<ImportReport> {
        let report = imports::run(self.shop.shop(), request, &mut |_| {}, &AtomicBool::new(false))?;
        assert_eq!(report.imported + report.rejected, report.rows, "every row is in or out");
        Ok(report)
    }

    fn import(&mut self, content: impl AsRef<[u8]>) -> ImportReport {
        let path = self.file("clients.csv", content);
        self.import_path(&path)
    }

    fn import_path(&mut self, path: &std::path::Path) -> ImportReport {
        self.run(&request(path).unwrap()).unwrap()
    }

    fn refused(&mut self, content: impl AsRef<[u8]>) -> Error {
        let path = self.file("clients.csv", content);
        let error = request(&path).and_then(|request| self.run(&request)).unwrap_err();
        assert_eq!(self.shop.shop().clients().unwrap(), 0);
        error
    }

    fn clients(&mut self) -> Vec<ClientRecord> {
        let count = self.shop.shop().clients().unwrap();
        (1..=count).map(|number| self.shop.record(number)).collect()
    }

    /// The clients as « Nom Prénom Société, CP Ville ».
    fn names(&mut self) -> Vec<String> {
        let spaced = |parts: [&str; 3]| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let name = |record: ClientRecord| {
            spaced([&record.client.last_name, &record.client.first_name, &record.client.company])
        };
        self.clients().into_iter().map(name).collect()
    }

    fn files(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }
}

/// The reasons as « code ×count », the most frequent first.
fn reasons(report: &ImportReport) -> Vec<String> {
    report.reasons.iter().map(|reason| format!("{} ×{}", reason.code, reason.count)).collect()
}

/// The notes as « code ×count: lines ».
fn notes(notes: &[imports::ImportNote]) -> Vec<String> {
    notes.iter().map(|note| format!("{} ×{}: {:?}", note.code, note.count, note.lines)).collect()
}

/// The text of the file of rejects, without its byte-order mark.
fn rejected(report: &ImportReport) -> String {
    let text = std::fs::read_to_string(report.rejects_path.as_ref().expect("a file of rejects")).unwrap();
    text.strip_prefix('\u{FEFF}').expect("a byte-order mark").replace("\r\n", "\n")
}
