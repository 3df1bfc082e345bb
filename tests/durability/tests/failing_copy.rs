//! Copies and upgrades on a disk that fails: the file is as it was or upgraded, and what bears a copy's name is whole.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use ecrin_core::Error;
use ecrin_durability::disk::{Call, Fault, Lasting, watch};
use ecrin_durability::examination::{self, Findings, Scope};
use ecrin_durability::model::Operation;
use ecrin_durability::table::Tally;
use ecrin_durability::template::Template;
use ecrin_durability::work::{self, Places};
use ecrin_durability::{old_file, rounds};

/// SQLite's codes: the disk is full, writing fails, synchronising fails.
const FAULTS: [(Call, i32); 3] = [(Call::Write, 13), (Call::Write, 778), (Call::Sync, 1034)];

/// Injects each fault at some tens of calls, once and from then on.
fn at_each_call(tally: &mut Tally, run: impl Fn(Call, Option<Fault>, &str) -> (Findings, u64)) {
    for (call, code) in FAULTS {
        let (findings, calls) = run(call, None, "healthy");
        assert!(findings.is_empty(), "without a fault: {findings:?}");
        assert!(calls > 1, "hardly any {call:?}: the test says nothing");
        let step = usize::try_from(calls).unwrap().div_ceil(15 * rounds());
        for at in (1..=calls).step_by(step) {
            for lasting in [Lasting::Once, Lasting::FromThenOn] {
                let when = format!("{call:?} {at}, code {code}, {lasting:?}");
                let (findings, _) = run(call, Some(Fault { call, at, code, lasting }), &when);
                tally.inject();
                tally.add(&when, &findings);
            }
        }
    }
}

/// A failure that says what happened.
fn expect_said(error: &Error, when: &str) {
    assert!(matches!(error, Error::DiskFull | Error::Io(_)), "{when}: {error:?}");
}

#[test]
fn a_copy_on_a_failing_disk_is_whole_or_not_there() {
    let template = Template::new();
    let mut tally = Tally::begin(50, "a copy is made on a disk that fails");
    at_each_call(&mut tally, |call, fault, when| {
        let (own, path) = template.copy();
        let places = Places::within(own.path());
        let mut model = template.model.clone();
        let disk = watch(own.path());
        let mut shop = work::open(&path, &template.key).unwrap();
        disk.arm(fault);
        match work::perform(&mut shop, &model, &Operation::BackUp, &places) {
            Ok(receipt) => model.confirm(&Operation::BackUp, receipt).unwrap(),
            Err(error) => expect_said(&error, when),
        }
        let calls = disk.calls(call);
        disk.arm(None);
        drop(shop);
        let unfinished =
            std::fs::read_dir(&places.copies).unwrap().flatten().filter(|file| is_unfinished(&file.path()));
        assert_eq!(unfinished.count(), 0, "{when}: an unfinished copy stayed behind");
        let (_, mut findings) = examination::examine_copies(&places.copies, &template.key, &mut model);
        findings.0.extend(examination::examine(&path, &template.key, &model, &Scope::Whole).0);
        (findings, calls)
    });
    tally.end_clean("full, failing to write, failing to synchronise; each once and from then on");
}

fn is_unfinished(path: &Path) -> bool {
    path.to_string_lossy().contains(".partiel")
}

#[test]
fn an_upgrade_on_a_failing_disk_is_made_again_and_keeps_everything() {
    let folder = tempfile::tempdir().unwrap();
    drop(watch(folder.path()));
    let template = folder.path().join("modèle.ecrin");
    let key = old_file::make(&template, 1);
    let mut tally = Tally::begin(51, "a file of version 1 is upgraded on a disk that fails");
    at_each_call(&mut tally, |call, fault, when| {
        let own = tempfile::tempdir_in(folder.path()).unwrap();
        let path = own.path().join("boutique.ecrin");
        std::fs::copy(&template, &path).unwrap();
        let disk = watch(own.path());
        disk.arm(fault);
        let opened = work::open(&path, &key);
        if let Err(error) = &opened {
            expect_said(error, when);
        }
        drop(opened);
        let calls = disk.calls(call);
        disk.arm(None);
        let kept = work::open(&path, &key).and_then(|shop| {
            Ok((shop.verify()?, shop.client(1)?.client.last_name, shop.journal(1, None, 9)?.entries.len()))
        });
        let findings = match kept {
            Ok((problems, name, 2)) if name == "DUPONT" && problems.is_empty() => Findings::default(),
            other => examination::missing(&format!("{:?}", other.map(|(problems, _, entries)| (problems, entries)))),
        };
        (findings, calls)
    });
    tally.end_clean("full, failing to write, failing to synchronise; each once and from then on");
}
