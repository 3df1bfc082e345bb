//! A shop for tests: a real encrypted file in a temporary folder, a clock that the test owns, and sentences.

pub mod certificates;
pub mod consents;
pub mod counter;
pub mod http;
pub mod imports;
pub mod keychain;
mod killed;
mod loopback;
pub mod messages;
pub mod movements;
pub mod removal;
pub mod smtp;
pub mod subscriptions;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::NaiveDateTime;
use ecrin_core::clients::{ClientInput, ClientNumber, ClientRecord};
use ecrin_core::clock::Clock;
use ecrin_core::search::{SearchRequest, SearchResults};
use ecrin_core::shop::{NewShop, Shop};
use ecrin_core::{Reader, Unlock};

/// Opens every test's file.
pub const PASSPHRASE: &str = "Vitrine+2024!";

/// A clock that stands still until told to move.
#[derive(Clone, Debug, Default)]
pub struct TestClock(Arc<AtomicI64>);

impl Clock for TestClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// A shop in a folder of its own.
pub struct TestShop {
    /// The shop; `None` while it is closed.
    shop: Option<Shop>,
    reader: Option<Reader>,
    clock: TestClock,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl TestShop {
    /// A new shop, at a local time such as `2018-09-18T06:35`, taken as UTC.
    ///
    /// # Panics
    /// When the file cannot be made.
    pub fn at(time: &str) -> TestShop {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("boutique d’essai.ecrin");
        let at = NaiveDateTime::parse_from_str(time, "%Y-%m-%dT%H:%M").expect("a time");
        let clock = TestClock(Arc::new(AtomicI64::new(at.and_utc().timestamp_millis())));
        let new = NewShop { name: "Maison d’essai", passphrase: PASSPHRASE, demonstration: false };
        let shop = Shop::create(&path, new, Box::new(clock.clone())).expect("a new shop");
        let reader = shop.reader().expect("a reader");
        TestShop { shop: Some(shop), reader: Some(reader), clock, path, _folder: folder }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The open shop.
    ///
    /// # Panics
    /// When it is closed.
    pub fn shop(&mut self) -> &mut Shop {
        self.shop.as_mut().expect("the shop is open")
    }

    /// The clock, which goes on with the shop's.
    pub fn clock(&self) -> TestClock {
        self.clock.clone()
    }

    /// Lets time pass.
    pub fn later_minutes(&mut self, minutes: i64) -> &mut TestShop {
        self.clock.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
        self
    }

    /// Closes the file.
    pub fn close(&mut self) {
        self.reader = None;
        self.shop = None;
    }

    /// Closes the file and opens it again with its passphrase.
    ///
    /// # Panics
    /// When it does not open.
    pub fn reopen(&mut self) {
        self.close();
        let shop = self.try_open(PASSPHRASE).expect("the file opens");
        self.reader = Some(shop.reader().expect("a reader"));
        self.shop = Some(shop);
    }

    /// Opens the file beside the test's own handle.
    ///
    /// # Errors
    /// As [`Shop::open`].
    pub fn try_open(&self, passphrase: &str) -> ecrin_core::Result<Shop> {
        Shop::open(&self.path, Unlock::Passphrase(passphrase), Box::new(self.clock.clone()))
    }

    /// Creates « DUPONT Laura, 19200 USSEL »; the first word is the last name, the rest up to a comma the first name.
    ///
    /// # Panics
    /// When it is refused.
    pub fn client(&mut self, line: &str) -> ClientNumber {
        let input = client(line);
        self.shop().create_client(&input).expect("a client").value.number
    }

    /// A whole record.
    ///
    /// # Panics
    /// When there is none.
    pub fn record(&mut self, number: ClientNumber) -> ClientRecord {
        self.shop().client(number).expect("a record")
    }

    /// Changes a record and saves it.
    ///
    /// # Panics
    /// When it is refused.
    pub fn edit(&mut self, number: ClientNumber, change: impl FnOnce(&mut ClientInput)) -> ClientRecord {
        let mut record = self.record(number);
        change(&mut record.client);
        self.shop().save_client(number, record.revision, &record.client).expect("saved").value
    }

    /// Searches as the window does.
    ///
    /// # Panics
    /// When the search fails.
    pub fn search(&mut self, text: &str, include_inactive: bool) -> SearchResults {
        let request = SearchRequest::of(text, include_inactive, 50);
        self.reader.as_mut().expect("the shop is open").search(&request).expect("a search")
    }

    /// The reading connection.
    ///
    /// # Panics
    /// When the shop is closed.
    pub fn reader(&mut self) -> &mut Reader {
        self.reader.as_mut().expect("the shop is open")
    }

    /// The names found, one a line, best first.
    pub fn found(&mut self, text: &str) -> Vec<String> {
        self.search(text, false)
            .clients
            .iter()
            .map(|row| format!("{} {}", row.last_name, row.first_name).trim().to_owned())
            .collect()
    }
}

/// « DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example » in any of these lengths.
pub fn client(line: &str) -> ClientInput {
    let mut parts = line.split(", ");
    let name = parts.next().unwrap_or_default();
    let (last_name, first_name) = name.split_once(' ').unwrap_or((name, ""));
    let (postcode, town) = parts.next().unwrap_or_default().split_once(' ').unwrap_or_default();
    ClientInput {
        civility: "Mme".into(),
        last_name: last_name.into(),
        first_name: first_name.into(),
        postcode: postcode.into(),
        town: town.into(),
        mobile: parts.next().unwrap_or_default().into(),
        email: parts.next().unwrap_or_default().into(),
        ..ClientInput::default()
    }
}
