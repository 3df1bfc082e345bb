//! The chain under attack: no statement rewrites it, and whoever removes the triggers first is found out.

use std::path::PathBuf;

use crate::clients::ClientInput;
use crate::clock::Clock;
use crate::consents::{Answer, Broken, ChainReport, Channel, ModeLabel, NewDecision, NewEvidence, Purpose, Target};
use crate::shop::{NewShop, Shop};

/// A clock that moves by a minute at every look.
struct Minutes(std::sync::atomic::AtomicI64);

impl Clock for Minutes {
    fn now(&self) -> i64 {
        self.0.fetch_add(60_000, std::sync::atomic::Ordering::SeqCst)
    }
}

/// A shop with seven decisions of two clients, the fourth with a piece of evidence.
struct Attacked {
    shop: Shop,
    _folder: tempfile::TempDir,
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR signature";

impl Attacked {
    fn new() -> Attacked {
        let folder = tempfile::tempdir().unwrap();
        let path: PathBuf = folder.path().join("boutique.ecrin");
        let clock = Minutes(std::sync::atomic::AtomicI64::new(1_537_252_500_000));
        let new = NewShop { name: "Boutique", passphrase: "Vitrine+2024!", demonstration: false };
        let mut shop = Shop::create(&path, new, Box::new(clock)).unwrap();
        for name in ["DUPONT", "MARTIN"] {
            shop.create_client(&ClientInput { last_name: name.into(), ..ClientInput::default() }).unwrap();
        }
        let written = || Answer::Granted { mode: ModeLabel::new("Accord écrit").unwrap(), wordings: Vec::new() };
        let sms = |purposes: &[Purpose]| Target::Purposes(Channel::Sms, purposes.to_vec());
        let mut decide = |client, target, answer, evidence: &[NewEvidence]| {
            let decision = NewDecision {
                detail: "au « comptoir »".into(),
                evidence: evidence.to_vec(),
                ..NewDecision::now(target, answer)
            };
            shop.decide(client, &decision).unwrap();
        };
        let signature = NewEvidence { name: String::new(), content: PNG.to_vec() };
        decide(1, Target::Channel(Channel::Postal), Answer::Refused, &[]);
        decide(1, sms(&[Purpose::Technical]), written(), &[]);
        decide(2, sms(&[Purpose::Technical, Purpose::Commercial]), written(), &[]);
        decide(1, sms(&[Purpose::Commercial]), written(), &[signature]);
        decide(1, Target::Channel(Channel::Sms), Answer::Withdrawn, &[]);
        decide(2, Target::Channel(Channel::Sms), Answer::Withdrawn, &[]);
        decide(1, sms(&[Purpose::Technical]), written(), &[]);
        Attacked { shop, _folder: folder }
    }

    /// Runs SQL as somebody with the key and a database tool would.
    fn sql(&self, sql: &str) -> rusqlite::Result<()> {
        self.shop.store().writer.execute_batch(sql)
    }

    /// The same, after removing everything that stands in the way.
    fn force(&self, sql: &str) {
        let triggers: Vec<String> = self
            .shop
            .store()
            .writer
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        self.sql("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").unwrap();
        for trigger in triggers {
            self.sql(&format!("DROP TRIGGER {trigger}")).unwrap();
        }
        self.sql(sql).unwrap();
    }

    fn check(&self) -> ChainReport {
        self.shop.check_chain(None).unwrap()
    }
}

/// Where the chain breaks after `sql`, and why.
fn broken_by(sql: &str) -> Option<(i64, String)> {
    let attacked = Attacked::new();
    attacked.force(sql);
    attacked.check().broken.map(|Broken { decision, why }| (decision, why))
}

#[allow(clippy::unnecessary_wraps, reason = "compared with what a check answers")]
fn at(decision: i64, why: &str) -> Option<(i64, String)> {
    Some((decision, why.to_owned()))
}

#[test]
fn an_untouched_chain_holds() {
    let attacked = Attacked::new();
    let report = attacked.check();
    assert_eq!((report.decisions, report.broken.as_ref()), (7, None));
    assert_eq!(attacked.shop.check_chain(Some(&report.head)).unwrap(), report);
    attacked.force("SELECT 1");
    assert_eq!(attacked.check().broken, None, "removing the triggers alters no decision");
}

#[test]
fn no_statement_rewrites_the_chain() {
    let attacked = Attacked::new();
    // With and without the setting that makes REPLACE ask the triggers of deletions.
    for pragma in ["PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers = OFF"] {
        attacked.sql(pragma).unwrap();
        for sql in [
            "UPDATE decision SET mode = 'Accord oral' WHERE id = 2",
            "UPDATE OR REPLACE decision SET id = 3 WHERE id = 2",
            "DELETE FROM decision WHERE id = 7",
            "DELETE FROM decision",
            "INSERT OR REPLACE INTO decision SELECT * FROM decision WHERE id = 4",
            "REPLACE INTO decision SELECT * FROM decision WHERE id = 7",
            "INSERT INTO decision SELECT 99, client, channel, answer, mode, detail, label, at, recorded_at, operator, source,
             import_batch, items, evidence, seal FROM decision WHERE id = 7",
            "INSERT INTO decision SELECT 8, client, channel, 'granted', '', detail, label, at, recorded_at, operator, source,
             import_batch, items, evidence, seal FROM decision WHERE id = 5",
            "INSERT INTO decision (id, client, channel, answer, mode, detail, label, at, recorded_at, operator, source, items,
             evidence, seal) VALUES (8, 1, 'sms', 'granted', ' ', '', 'x', 1, 1, 'x', 'counter', '[]', '[]', zeroblob(32))",
            "INSERT INTO decision (id, client, channel, answer, mode, detail, label, at, recorded_at, operator, source, items,
             evidence, seal) VALUES (8, 1, 'sms', 'refused', '', '', 'x', 2, 1, 'x', 'counter', '[]', '[]', zeroblob(32))",
            "UPDATE evidence SET content = x'00'",
            "DELETE FROM evidence",
            "INSERT OR REPLACE INTO evidence SELECT * FROM evidence",
            "UPDATE wording SET text = 'autre chose'",
            "DELETE FROM wording WHERE indicator = 1",
            "INSERT OR REPLACE INTO wording SELECT * FROM wording WHERE id = 1",
            "REPLACE INTO wording (indicator, version, text, effective_from, created_at) VALUES (1, 1, 'x', 1, 1)",
            "UPDATE indicator SET code = 'X' WHERE id = 1",
            "UPDATE indicator SET kind = 'opt_out' WHERE id = 5",
            "DELETE FROM client WHERE number = 1",
        ] {
            assert!(attacked.sql(sql).is_err(), "{pragma}: {sql}");
        }
    }
    assert_eq!((attacked.check().decisions, attacked.check().broken), (7, None));
}

#[test]
fn each_column_of_a_row_is_sealed() {
    for (column, value) in [
        ("client", "2"),
        ("channel", "'mail'"),
        ("answer", "'refused'"),
        ("mode", "'Accord oral'"),
        ("detail", "detail || ' '"),
        ("label", "'Envoi de SMS techniques'"),
        ("at", "at - 1"),
        ("recorded_at", "recorded_at + 1"),
        ("operator", "'Quelqu’un'"),
        ("source", "'import'"),
        ("import_batch", "1"),
        ("items", "replace(items, 'SMS-COM', 'SMS-TECH')"),
        ("evidence", "'[]'"),
        ("seal", "zeroblob(32)"),
    ] {
        let sql = format!("UPDATE decision SET {column} = {value} WHERE id = 4");
        assert_eq!(broken_by(&sql), at(4, "altered"), "{column}");
    }
}

#[test]
fn rows_that_are_removed_swapped_or_renumbered_are_missed() {
    assert_eq!(broken_by("DELETE FROM decision WHERE id = 4"), at(4, "missing"));
    assert_eq!(broken_by("DELETE FROM decision WHERE id = 1"), at(1, "missing"));
    assert_eq!(
        broken_by("DELETE FROM decision WHERE id = 4; UPDATE decision SET id = id - 1 WHERE id > 4"),
        at(4, "altered")
    );
    let swap = "UPDATE decision SET id = -3 WHERE id = 3; UPDATE decision SET id = 3 WHERE id = 4;
                UPDATE decision SET id = 4 WHERE id = -3";
    assert_eq!(broken_by(swap), at(3, "altered"));
    assert_eq!(broken_by("UPDATE decision SET id = 70 WHERE id = 7"), at(7, "missing"));
}

#[test]
fn a_cut_tail_is_missed_by_the_file_itself_and_by_a_printed_head() {
    assert_eq!(broken_by("DELETE FROM decision WHERE id >= 6"), at(6, "missing"));
    let attacked = Attacked::new();
    let printed = attacked.check().head;
    // Whoever also sets the counter back leaves a shorter chain that holds, and answers that do not fit it.
    attacked.force(
        "DELETE FROM decision WHERE id = 7; UPDATE sqlite_sequence SET seq = 6 WHERE name = 'decision';
         UPDATE consent SET answer = 3, decision = 5 WHERE indicator = 1 AND client = 1",
    );
    let alone = attacked.check();
    assert_eq!((alone.decisions, alone.broken), (6, None), "nothing inside the file shows it");
    let held_against = |head: &str| attacked.shop.check_chain(Some(head)).unwrap().broken;
    assert_eq!(held_against(&printed).map(|broken| (broken.decision, broken.why)), at(7, "tail_cut"));
    let groups: Vec<&str> = printed.as_bytes().chunks(4).filter_map(|four| str::from_utf8(four).ok()).collect();
    let spaced = groups.join(" ");
    assert!(held_against(&spaced).is_some(), "as printed, in groups of four");
    assert_eq!(held_against(&alone.head), None);
}

#[test]
fn what_belongs_to_a_decision_is_sealed_with_it() {
    assert_eq!(broken_by("UPDATE evidence SET content = x'00'"), at(4, "evidence_altered"));
    assert_eq!(broken_by("UPDATE evidence SET sha256 = replace(sha256, 'a', 'b')"), at(4, "evidence_altered"));
    assert_eq!(broken_by("DELETE FROM evidence"), at(4, "evidence_missing"));
    assert_eq!(broken_by("UPDATE evidence SET decision = 5"), at(4, "evidence_missing"));
    assert_eq!(broken_by("UPDATE wording SET text = text || '.' WHERE indicator = 1"), at(2, "wording_altered"));
    assert_eq!(broken_by("UPDATE indicator SET code = 'AUTRE' WHERE id = 2"), at(3, "indicator_altered"));
}

#[test]
fn what_the_screens_show_is_what_was_decided() {
    assert_eq!(broken_by("UPDATE consent SET answer = 1 WHERE indicator = 2 AND client = 1"), at(5, "state_differs"));
    assert_eq!(broken_by("DELETE FROM consent WHERE indicator = 1 AND client = 1"), at(7, "state_differs"));
    assert_eq!(broken_by("INSERT INTO consent VALUES (3, 1, 1, 0, 4)"), at(4, "state_differs"));
}
