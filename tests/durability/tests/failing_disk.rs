//! Calls of the disk fail, one after the other, once or from then on: the shop says so, loses nothing that it confirmed,
//! and goes on once the disk does.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::Path;

use ecrin_core::Error;
use ecrin_core::shop::Shop;
use ecrin_durability::disk::{Call, Fault, Lasting, Watch, watch};
use ecrin_durability::examination::{self, Findings, Scope};
use ecrin_durability::model::{Model, Operation};
use ecrin_durability::random::Random;
use ecrin_durability::table::Tally;
use ecrin_durability::template::Template;
use ecrin_durability::work::{self, Mix, Places};
use ecrin_durability::{rounds, seed};

/// How often each operation is tried while the disk fails for good.
const TRIES: usize = 3;
const OPERATIONS: usize = 14;

/// SQLite's codes, by what they are about.
const FULL: i32 = 13;
const CANNOT_OPEN: i32 = 14;
const IO: i32 = 10;
const READ: i32 = IO | (1 << 8);
const WRITE: i32 = IO | (3 << 8);
const SYNC: i32 = IO | (4 << 8);
const TRUNCATE: i32 = IO | (6 << 8);
const REMOVE: i32 = IO | (10 << 8);
const MAP_SIZE: i32 = IO | (19 << 8);
const MAP: i32 = IO | (21 << 8);

/// What became of a run.
struct Run {
    fired: bool,
    confirmed: u64,
    findings: Findings,
    /// What the shop said, by kind.
    said: BTreeMap<String, u64>,
    /// Whether the same open shop went on after the fault.
    went_on: Option<bool>,
    calls: u64,
}

/// Works on a copy of the file while one call fails.
fn run(template: &Template, call: Call, fault: Option<Fault>) -> Run {
    let (folder, path) = template.copy();
    let places = Places::within(folder.path());
    let disk = watch(folder.path());
    disk.arm(fault);
    let mut session = Session {
        disk: &disk,
        model: template.model.clone(),
        said: BTreeMap::new(),
        under_way: Operation::BackUp,
        went_on: None,
    };
    let once = fault.is_some_and(|fault| fault.lasting == Lasting::Once);
    let shop = session.open(&path, &template.key, once);
    if let Some(mut shop) = shop {
        session.work(&mut shop, &places, once);
        drop(shop);
    }
    let (fired, calls) = (disk.fired(), disk.calls(call));
    let Session { mut model, said, under_way, went_on, .. } = session;
    disk.arm(None);
    let confirmed = model.confirmed - template.model.confirmed;
    let settled = examination::settle(&path, &template.key, &mut model, &under_way, &Scope::Whole);
    Run { fired, confirmed, findings: settled.err().unwrap_or_default(), said, went_on, calls }
}

struct Session<'a> {
    disk: &'a Watch,
    model: Model,
    said: BTreeMap<String, u64>,
    under_way: Operation,
    went_on: Option<bool>,
}

impl Session<'_> {
    fn note(&mut self, error: &Error) {
        *self.said.entry(kind(error)).or_default() += 1;
    }

    /// Opens the file; after a fault that passed, a second time.
    fn open(&mut self, path: &Path, key: &[u8], once: bool) -> Option<Shop> {
        match work::open(path, key) {
            Ok(shop) => Some(shop),
            Err(error) => {
                assert!(self.disk.fired(), "{error} without a fault");
                self.note(&error);
                once.then(|| work::open(path, key).expect("the file opens once the disk does its work again"))
            }
        }
    }

    fn work(&mut self, shop: &mut Shop, places: &Places, once: bool) {
        let mut random = Random::new(seed() + 7);
        for _ in 0..OPERATIONS {
            let operation = work::next(&mut random, &self.model, Mix { imports: 150, ..Mix::DATABASE });
            self.under_way.clone_from(&operation);
            let mut failed = 0;
            loop {
                match work::perform(shop, &self.model, &operation, places) {
                    Ok(receipt) => {
                        self.model.confirm(&operation, receipt).unwrap();
                        if failed > 0 {
                            self.went_on = Some(true);
                        }
                        break;
                    }
                    Err(error) => {
                        assert!(self.disk.fired(), "{operation:?}: {error} without a fault");
                        self.note(&error);
                        failed += 1;
                        if once && failed > 1 {
                            self.went_on = Some(false);
                            return;
                        }
                        if failed == TRIES {
                            return;
                        }
                    }
                }
            }
        }
        self.under_way = Operation::BackUp;
    }
}

/// A failure as the interface would word it: without what is particular to one run.
fn kind(error: &Error) -> String {
    match error {
        Error::Database(detail) => format!("Database({detail})"),
        Error::Io(kind) => format!("Io({kind:?})"),
        other => format!("{other:?}"),
    }
}

/// Fails each call of a kind in turn, but no more than `most` of them, and fills a row of the table.
fn fail_each(template: &Template, place: u32, name: &str, call: Call, code: i32, expected: &[&str], most: u64) {
    for (place, lasting, how) in [(place, Lasting::Once, "once"), (place + 1, Lasting::FromThenOn, "from then on")] {
        let healthy = run(template, call, None);
        assert!(healthy.findings.is_empty() && healthy.said.is_empty(), "{:?}", healthy.findings);
        let mut tally = Tally::begin(place, &format!("{name}, {how}"));
        let step = (healthy.calls / (most * rounds() as u64)).max(1);
        let mut said: BTreeMap<String, u64> = BTreeMap::new();
        let [mut on, mut stuck] = [0; 2];
        for at in (1..=healthy.calls).step_by(usize::try_from(step).unwrap()) {
            let run = run(template, call, Some(Fault { call, at, code, lasting }));
            if !run.fired {
                continue;
            }
            tally.inject();
            tally.confirm(run.confirmed);
            tally.add(&format!("call {at}"), &run.findings);
            run.said.into_iter().for_each(|(what, times)| *said.entry(what).or_default() += times);
            on += u64::from(run.went_on == Some(true));
            stuck += u64::from(run.went_on == Some(false));
        }
        let words: Vec<String> = said.iter().map(|(what, times)| format!("{what} × {times}")).collect();
        let words = if words.is_empty() { "nothing".into() } else { words.join(", ") };
        let note = format!("said: {words}; the open shop went on {on} times");
        tally.end_clean(&note);
        for what in said.keys() {
            assert!(expected.contains(&what.as_str()), "{name}, {how}: the shop said {what}, expected {expected:?}");
        }
        assert_eq!(stuck, 0, "{name}, {how}: the open shop stayed out of order after the disk worked again");
    }
}

#[test]
fn a_disk_that_is_full_or_fails_to_write() {
    let template = Template::new();
    fail_each(&template, 30, "a write finds the disk full", Call::Write, FULL, &["DiskFull"], 60);
    fail_each(&template, 32, "a write fails half-way", Call::Write, WRITE, &["Io(Other)"], 60);
}

#[test]
fn a_disk_that_fails_to_synchronise() {
    let template = Template::new();
    fail_each(&template, 34, "a synchronisation fails", Call::Sync, SYNC, &["Io(Other)"], 50);
}

#[test]
fn a_disk_that_fails_to_shorten_map_open_or_remove() {
    let template = Template::new();
    fail_each(&template, 36, "a truncation fails", Call::Truncate, TRUNCATE, &["Io(Other)"], 30);
    fail_each(&template, 38, "no room for the shared index", Call::Map, MAP_SIZE, &["DiskFull"], 30);
    fail_each(&template, 40, "mapping the shared index fails", Call::Map, MAP, &["Io(Other)"], 30);
    fail_each(&template, 42, "a file cannot be opened", Call::Open, CANNOT_OPEN, &["ReadOnly"], 30);
    fail_each(&template, 44, "a file cannot be removed", Call::Remove, REMOVE, &["Io(Other)"], 30);
}

#[test]
fn a_disk_that_fails_to_read_or_is_gone() {
    let template = Template::new();
    fail_each(&template, 46, "a read fails", Call::Read, READ, &["Io(Other)"], 40);
    fail_each(&template, 48, "the disk is gone", Call::Any, IO, &["Io(Other)", "ReadOnly"], 40);
}
