//! The power goes: what was not synchronised is lost, or some of it, and torn. Nothing confirmed may be missing.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};

use ecrin_durability::disk::{Image, Survives, install, watch};
use ecrin_durability::examination::{self, Scope};
use ecrin_durability::model::{Model, Operation};
use ecrin_durability::random::Random;
use ecrin_durability::table::Tally;
use ecrin_durability::work::{self, Mix, Places};
use ecrin_durability::{rounds, seed};

/// What was confirmed when an image was taken, and what was under way.
type Moment = (Model, Operation);

/// Examines images as they come.
fn examine(images: &Receiver<(Image, Moment)>, key: &[u8], tally: &Mutex<Tally>) {
    for (image, (mut model, under_way)) in images {
        let folder = tempfile::tempdir().unwrap();
        image.restore(folder.path());
        let path = folder.path().join("boutique.ecrin");
        let settled = examination::settle(&path, key, &mut model, &under_way, &Scope::Whole);
        let mut tally = tally.lock().unwrap();
        tally.inject();
        if let Err(findings) = settled {
            tally.add(&format!("{:?} at write {}", image.survives, image.write), &findings);
        }
    }
}

/// Works on a file while crash images are taken of it, and fills a row of the table.
fn cut_power(place: u32, fault: &str, operations: usize, step: u64, ways: Vec<Survives>, lying: bool) -> (Tally, u64) {
    let folder = tempfile::tempdir().unwrap();
    let (path, places) = (folder.path().join("boutique.ecrin"), Places::within(folder.path()));
    let disk = watch(folder.path());
    let key = work::make_shop(&path);
    let tally = Mutex::new(Tally::begin(place, fault));
    let mut random = Random::new(seed() + u64::from(place));
    let mut model = Model::new();
    let first = work::next(&mut random, &model, Mix::DATABASE);
    let moment = Arc::new(Mutex::new((model.clone(), first)));
    let (send, images) = sync_channel(4);
    let half_hearted = std::thread::scope(|scope| {
        let (key, tally) = (&key, &tally);
        let examiner = scope.spawn(move || examine(&images, key, tally));
        let seen = Arc::clone(&moment);
        let (from_writes, at_the_end) = (send.clone(), send);
        disk.power(step, ways, lying, move |taken| {
            let moment = seen.lock().unwrap().clone();
            for image in taken {
                from_writes.send((image, moment.clone())).unwrap();
            }
        });
        for session in 0..3 {
            model.begin_session();
            let mut shop = work::open(&path, key).unwrap();
            for number in 0..operations / 3 {
                let operation = if (session, number) == (0, 0) {
                    moment.lock().unwrap().1.clone()
                } else {
                    work::next(&mut random, &model, Mix::DATABASE)
                };
                *moment.lock().unwrap() = (model.clone(), operation.clone());
                let receipt = work::perform(&mut shop, &model, &operation, &places).unwrap();
                model.confirm(&operation, receipt).unwrap();
                // From now on it is confirmed: what is under way after it is what comes next.
                let next = work::next(&mut random.clone(), &model, Mix::DATABASE);
                *moment.lock().unwrap() = (model.clone(), next);
            }
            for image in disk.images() {
                at_the_end.send((image, moment.lock().unwrap().clone())).unwrap();
            }
            drop(shop);
        }
        let half_hearted = disk.half_hearted();
        drop(disk);
        drop(at_the_end);
        examiner.join().unwrap();
        tally.lock().unwrap().confirm(model.confirmed);
        half_hearted
    });
    (tally.into_inner().unwrap(), half_hearted)
}

#[test]
fn nothing_confirmed_is_missing_whenever_the_power_goes() {
    let ways = vec![Survives::Nothing, Survives::AnySectors, Survives::AllButTorn];
    let (tally, half_hearted) = cut_power(
        20,
        "power cut at a write; unsynchronised writes lost, torn or reordered",
        60 * rounds(),
        7,
        ways,
        false,
    );
    assert_eq!(half_hearted, 0, "every synchronisation asks the disk itself");
    tally.end_clean("images of the file and its log, 512-byte sectors");
}

#[test]
fn a_disk_that_lies_is_noticed() {
    let (tally, _) =
        cut_power(21, "power cut, and the disk had lied about synchronising", 30, 40, vec![Survives::Nothing], true);
    assert!(tally.missing() > 0, "a disk that synchronises nothing loses what was confirmed: the test cannot fail");
    tally.end("expected to lose: shows that the test can fail");
}

/// The header is written by the system's own calls, which no disk of SQLite's sees: each state in which a power cut can
/// leave its sectors is made here.
#[test]
fn a_change_of_passphrase_is_whole_or_not_made_whichever_sectors_were_written() {
    const OTHER: &str = "Vitrine+2025! autre";
    install();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin");
    let key = work::make_shop(&path);
    let old = header(&path);
    work::open(&path, &key).unwrap().change_passphrase(OTHER).unwrap();
    let new = header(&path);
    let mut tally = Tally::begin(22, "power cut while the header is written");
    tally.confirm(1);
    let changed: Vec<usize> =
        (0..old.len() / 512).filter(|at| old[at * 512..][..512] != new[at * 512..][..512]).collect();
    assert!(
        !changed.is_empty() && (changed.iter().all(|at| *at < 8) || changed.iter().all(|at| *at >= 8)),
        "one copy only"
    );
    let opens = |bytes: &[u8]| {
        let whole = std::fs::read(&path).unwrap();
        let trial = folder.path().join("essai.ecrin");
        std::fs::write(&trial, [bytes, &whole[bytes.len()..]].concat()).unwrap();
        [ecrin_durability::PASSPHRASE, OTHER].map(|passphrase| {
            let unlock = ecrin_core::Unlock::Passphrase(passphrase);
            ecrin_core::shop::Shop::open(&trial, unlock, Box::new(ecrin_core::clock::SystemClock)).is_ok()
        })
    };
    for subset in 0..1_u32 << changed.len() {
        let mut mixed = old.clone();
        for (_, at) in changed.iter().enumerate().filter(|(bit, _)| subset >> bit & 1 == 1) {
            mixed[at * 512..][..512].copy_from_slice(&new[at * 512..][..512]);
        }
        let whole = subset + 1 == 1 << changed.len();
        tally.inject();
        if opens(&mixed) != [!whole, whole] {
            tally.add(&format!("sectors {subset:b}"), &examination::missing("neither the old nor the new passphrase"));
        }
    }
    // A byte at a time, as a disk that tears within a sector would.
    let first = changed[0] * 512;
    for len in (0..new.len() - first).step_by(397) {
        let mut mixed = old.clone();
        mixed[first..first + len].copy_from_slice(&new[first..first + len]);
        tally.inject();
        if !opens(&mixed).contains(&true) {
            tally.add(&format!("{len} bytes"), &examination::missing("neither the old nor the new passphrase"));
        }
    }
    tally.end_clean("every subset of sectors, and prefixes of bytes");
}

fn header(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()[..8192].to_vec()
}
