//! A process that writes is killed at random moments: nothing confirmed is missing, nothing is there in part.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ecrin_core::clock::SystemClock;
use ecrin_core::consents::{HistoryColumn, HistoryRequest};
use ecrin_core::shop::Shop;
use ecrin_core::{Error, Unlock};
use ecrin_durability::disk;
use ecrin_durability::examination::{self, Findings, Scope};
use ecrin_durability::model::{Model, Operation};
use ecrin_durability::random::Random;
use ecrin_durability::table::Tally;
use ecrin_durability::work::{self, Mix, Places};
use ecrin_durability::writer::{Killed, Line, Order, Writer, catch_up};
use ecrin_durability::{PASSPHRASE, old_file, rounds, seed};

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_ecrin-durability-writer"))
}

fn micros(random: &mut Random, end: Duration) -> Duration {
    Duration::from_micros(random.below(u64::try_from(end.as_micros()).unwrap().max(1)))
}

/// A file to which writers were let, and what it must hold.
struct Desk {
    _folder: tempfile::TempDir,
    path: PathBuf,
    key: Vec<u8>,
    model: Model,
    places: Places,
}

impl Desk {
    fn new() -> Desk {
        disk::install();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boutique d’essai.ecrin");
        let key = work::make_shop(&path);
        let model = Model::new();
        let places = Places::within(folder.path());
        Desk { path, key, model, places, _folder: folder }
    }

    fn order(&self, random: &Random, mix: Option<Mix>) -> Order {
        let (path, key, model) = (self.path.clone(), self.key.clone(), self.model.clone());
        Order { path, key, model, random: random.clone(), mix, places: self.places.clone() }
    }

    /// How long a writer takes from its start until the file is open.
    fn opening(&self) -> Duration {
        let began = Instant::now();
        let writer = Writer::start(program(), &self.order(&Random::new(0), None));
        assert!(matches!(writer.next(), Some(Line::Opened)));
        let opening = began.elapsed();
        assert!(matches!(writer.next(), Some(Line::Closed)));
        writer.kill_after(Duration::ZERO);
        opening
    }

    /// Every record that was touched, and some others.
    fn scope(&self, before: &Model, random: &mut Random, whole: bool) -> Scope {
        if whole {
            return Scope::Whole;
        }
        let numbers = 1..=i64::try_from(self.model.clients.len()).unwrap();
        let changed = |number: &i64| {
            usize::try_from(*number).is_ok_and(|n| n > before.clients.len())
                || before.client(*number) != self.model.client(*number)
        };
        Scope::Of(numbers.filter(|number| changed(number) || random.below(20) == 0).collect())
    }

    fn expect_passphrase(&mut self, under_way: &Operation) -> Result<(), Findings> {
        let opens =
            |passphrase: &str| match Shop::open(&self.path, Unlock::Passphrase(passphrase), Box::new(SystemClock)) {
                Ok(_) => true,
                Err(Error::PassphraseWrong) => false,
                Err(error) => panic!("the header: {error}"),
            };
        if opens(&self.model.passphrase) {
            return Ok(());
        }
        if let Operation::ChangePassphrase(other) = under_way
            && opens(other)
        {
            self.model.passphrase.clone_from(other);
            return Ok(());
        }
        Err(examination::missing("no passphrase that was confirmed opens the file"))
    }
}

#[test]
fn what_was_confirmed_is_there_after_two_hundred_kills() {
    let kills = 200 * rounds();
    let mut random = Random::new(seed());
    let mut tally = Tally::begin(1, "process killed while it writes");
    let (mut desk, mut opening) = (Desk::new(), Duration::ZERO);
    let [mut before_opening, mut kept, mut in_recovery] = [0; 3];
    let mut copies = 0;
    for kill in 0..kills {
        if kill % 40 == 0 {
            desk = Desk::new();
            opening = desk.opening();
        }
        let when = format!("seed {}, kill {kill}", seed());
        let before = desk.model.clone();
        // One in five while it starts, opens and recovers; the others while it writes.
        let time = if random.below(5) == 0 {
            micros(&mut random, opening)
        } else {
            opening + micros(&mut random, Duration::from_millis(250))
        };
        let operations = Random::new(random.number());
        let writer = Writer::start(program(), &desk.order(&operations, Some(Mix::COUNTER)));
        let killed = writer.kill_after(time);
        before_opening += u32::from(killed.lines.is_empty());
        tally.inject();
        let under_way = catch_up(&killed, &mut desk.model, &mut operations.clone(), Mix::COUNTER);
        // What the kill left behind is recovered by a process that is killed too.
        if kill % 4 == 3 {
            let recovery = Writer::start(program(), &desk.order(&operations, None));
            in_recovery += u32::from(!recovery.kill_after(micros(&mut random, opening)).lines.iter().any(is_closed));
            tally.inject();
        }
        tally.confirm(desk.model.confirmed - before.confirmed);
        let scope = desk.scope(&before, &mut random, kill % 40 == 39);
        match examination::settle(&desk.path, &desk.key, &mut desk.model, &under_way, &scope) {
            Ok(there) => kept += u32::from(there),
            Err(findings) => {
                tally.add(&when, &findings);
                desk = Desk::new();
                continue;
            }
        }
        if desk.model.passphrase != before.passphrase || matches!(under_way, Operation::ChangePassphrase(_)) {
            desk.expect_passphrase(&under_way).unwrap_or_else(|findings| tally.add(&when, &findings));
        }
        let (seen, findings) = examination::examine_copies(&desk.places.copies, &desk.key, &mut desk.model);
        copies += seen;
        tally.add(&when, &findings);
    }
    assert!(kept > 0 || kills < 100, "no operation was cut off between its commit and its confirmation");
    let note = format!(
        "seed {}; {before_opening} before the file was open, {in_recovery} more while recovering; the operation under way \
         was there {kept} times; {copies} copies examined",
        seed()
    );
    let row = tally.end_clean(&note);
    assert!(row.confirmed > row.injections, "hardly anything was confirmed: the test says nothing");
}

fn is_closed(line: &Line) -> bool {
    matches!(line, Line::Closed)
}

/// Kills a writer that does one thing again and again, and settles what it was about.
fn kill_at_one_thing(place: u32, fault: &str, kills: usize, mix: Mix, span: Duration) {
    let mut random = Random::new(seed() + u64::from(place));
    let mut tally = Tally::begin(place, fault);
    let mut desk = Desk::new();
    // Something to copy.
    {
        let mut shop = work::open(&desk.path, &desk.key).unwrap();
        for _ in 0..40 {
            let operation = work::next(&mut random, &desk.model, Mix::DATABASE);
            let receipt = work::perform(&mut shop, &desk.model, &operation, &desk.places).unwrap();
            desk.model.confirm(&operation, receipt).unwrap();
        }
    }
    let opening = desk.opening();
    let (mut under, mut copies) = (0, 0);
    for kill in 0..kills {
        let before = desk.model.confirmed;
        let operations = Random::new(random.number());
        let writer = Writer::start(program(), &desk.order(&operations, Some(mix)));
        let killed = writer.kill_after(opening + micros(&mut random, span));
        tally.inject();
        let under_way = catch_up(&killed, &mut desk.model, &mut operations.clone(), mix);
        under += u32::from(killed.interrupted);
        tally.confirm(desk.model.confirmed - before);
        let when = format!("seed {}, kill {kill}", seed());
        let scope = Scope::Of(Vec::new());
        if let Err(findings) = examination::settle(&desk.path, &desk.key, &mut desk.model, &under_way, &scope) {
            tally.add(&when, &findings);
        }
        if mix.passphrases > 0 {
            desk.expect_passphrase(&under_way).unwrap_or_else(|findings| tally.add(&when, &findings));
        }
        let (seen, findings) = examination::examine_copies(&desk.places.copies, &desk.key, &mut desk.model);
        copies += seen;
        tally.add(&when, &findings);
    }
    tally.add("at the end", &examination::examine(&desk.path, &desk.key, &desk.model, &Scope::Whole));
    tally.end_clean(&format!("{under} under way; {copies} copies examined"));
}

#[test]
fn a_copy_cut_off_never_passes_for_one_and_harms_nothing() {
    let only_copies = Mix { imports: 0, copies: 1000, passphrases: 0 };
    kill_at_one_thing(
        2,
        "process killed while it copies the file",
        20 * rounds(),
        only_copies,
        Duration::from_millis(400),
    );
}

#[test]
fn a_change_of_passphrase_cut_off_leaves_the_old_or_the_new_one() {
    let only_passphrases = Mix { imports: 0, copies: 0, passphrases: 1000 };
    let span = Duration::from_millis(500);
    kill_at_one_thing(3, "process killed while it changes the passphrase", 20 * rounds(), only_passphrases, span);
}

#[test]
fn an_upgrade_cut_off_is_made_again_and_keeps_everything() {
    disk::install();
    let mut random = Random::new(seed() + 4);
    let mut tally = Tally::begin(4, "process killed while it upgrades an old file");
    let [mut cut, mut copies] = [0; 2];
    for version in 1..=old_file::RELEASED.len() {
        let folder = tempfile::tempdir().unwrap();
        let template = folder.path().join("ancienne.ecrin");
        let key = old_file::make(&template, version);
        let mut span = Duration::ZERO;
        for kill in 0..=15 * rounds() {
            let place = folder.path().join(format!("essai {kill}"));
            std::fs::create_dir(&place).unwrap();
            let path = place.join("boutique.ecrin");
            std::fs::copy(&template, &path).unwrap();
            let order = Order {
                path: path.clone(),
                key: key.clone(),
                model: Model::new(),
                random: Random::new(0),
                mix: None,
                places: Places::within(&place),
            };
            let began = Instant::now();
            let writer = Writer::start(program(), &order);
            if kill == 0 {
                assert!(matches!(writer.next(), Some(Line::Opened)), "an old file opens");
                span = began.elapsed();
            }
            let killed = writer.kill_after(micros(&mut random, span * 5 / 4));
            if kill == 0 {
                continue;
            }
            tally.inject();
            cut += u32::from(!killed.lines.iter().any(|line| matches!(line, Line::Opened)));
            let findings = examine_upgraded(&path, &key, version);
            tally.add(&format!("version {version}, kill {kill}"), &findings);
            let (seen, findings) = examine_old_copies(&place, &path, &key);
            copies += seen;
            tally.add(&format!("version {version}, kill {kill}"), &findings);
        }
    }
    assert!(cut > 5, "no upgrade was cut off: the test says nothing");
    tally.end_clean(&format!("{cut} before the file was open; {copies} copies examined"));
}

/// The clients and decisions of the released versions.
fn examine_upgraded(path: &Path, key: &[u8], version: usize) -> Findings {
    let read = work::open(path, key).and_then(|shop| {
        let problems = shop.verify()?;
        let column = HistoryColumn::Decision;
        let decisions =
            shop.history(&HistoryRequest { number: 1, column, descending: false, offset: 0, limit: 9 })?.total;
        Ok((problems, shop.client(1)?.client.last_name, shop.journal(1, None, 9)?.entries.len(), decisions))
    });
    match read {
        Ok((problems, name, entries, decisions)) => {
            let expected = if version == 1 { 0 } else { 3 };
            if (name.as_str(), entries, decisions) == ("DUPONT", 2, expected) && problems.is_empty() {
                Findings::default()
            } else {
                examination::missing(&format!("{problems:?}, {entries} entries, {decisions} decisions"))
            }
        }
        Err(error) => examination::missing(&format!("does not open: {error}")),
    }
}

/// What bears a copy's name is whole.
fn examine_old_copies(folder: &Path, but: &Path, key: &[u8]) -> (u32, Findings) {
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path != but && path.extension().is_some_and(|extension| extension == "ecrin") {
            seen += 1;
            if let Err(error) = work::open(&path, key).and_then(|shop| shop.client(1)) {
                return (seen, examination::missing(&format!("a copy does not open: {error}")));
            }
        }
    }
    (seen, Findings::default())
}

#[test]
fn a_shop_whose_making_was_cut_off_is_there_or_not() {
    disk::install();
    let mut random = Random::new(seed() + 5);
    let mut tally = Tally::begin(5, "process killed while it makes a new file");
    let mut span = Duration::ZERO;
    let [mut absent, mut there] = [0; 2];
    for kill in 0..=30 * rounds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boutique.ecrin");
        let order = Order {
            path: path.clone(),
            key: Vec::new(),
            model: Model::new(),
            random: Random::new(0),
            mix: None,
            places: Places::within(folder.path()),
        };
        let began = Instant::now();
        let writer = Writer::start(program(), &order);
        if kill == 0 {
            assert!(matches!(writer.next(), Some(Line::Made(_))));
            span = began.elapsed();
        }
        let Killed { lines, .. } = writer.kill_after(micros(&mut random, span));
        tally.inject();
        let made = lines.iter().any(|line| matches!(line, Line::Made(_)));
        tally.confirm(u64::from(made));
        match Shop::open(&path, Unlock::Passphrase(PASSPHRASE), Box::new(SystemClock)) {
            Ok(mut shop) => {
                there += 1;
                let model = Model::new();
                tally.add(&format!("kill {kill}"), &examination::examine_open(&shop, &model, &Scope::Whole));
                let operation = work::next(&mut random, &model, Mix::DATABASE);
                work::perform(&mut shop, &model, &operation, &order.places).unwrap();
            }
            Err(Error::FileMissing) if !made => {
                absent += 1;
                // Whatever is left does not stand in the way of making it again.
                work::make_shop(&path);
            }
            Err(error) => tally.add(&format!("kill {kill}"), &examination::missing(&format!("does not open: {error}"))),
        }
    }
    tally.end_clean(&format!("{absent} were not there and could be made again, {there} were whole"));
}
