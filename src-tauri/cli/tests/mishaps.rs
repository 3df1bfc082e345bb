//! Killed processes, full disks, read-only folders: what was confirmed stays, the rest was never there.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
#[cfg(target_os = "linux")]
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

#[cfg(target_os = "linux")]
use crate::support::PASSPHRASE;
use crate::support::Shop;

fn table(rows: u32) -> String {
    let mut table = String::from("nom;prenom;cp;ville;portable;email\r\n");
    for row in 0..rows {
        let _ = write!(
            table,
            "NOM{};Prénom{row};19200;USSEL;06 39 98 {:02} {:02};c{row}@boutique.example\r\n",
            row % 5000,
            row / 100 % 100,
            row % 100
        );
    }
    table
}

fn expect_whole(shop: &Shop) {
    assert_eq!(shop.json(&["verify"])["integrity"], "ok");
}

#[test]
fn an_import_killed_at_any_moment_left_nothing_or_everything() {
    const ROWS: u32 = 100_000;
    let shop = Shop::with_csv(&table(ROWS));
    shop.json(&["search", ""]); // warm
    let mut partway = 0;
    for attempt in 0..8_u64 {
        let mut import = shop.start(&["import", "clients.csv"]);
        // Later each time: while reading, while writing, about to commit.
        sleep(Duration::from_millis(150 + attempt * 350));
        if import.try_wait().unwrap().is_none() {
            import.kill().unwrap();
            partway += 1;
        }
        import.wait().unwrap();
        let clients = shop.json(&["verify"])["clients"].as_u64().unwrap();
        assert_eq!(clients % u64::from(ROWS), 0, "part of an import was kept");
        expect_whole(&shop);
        if clients > 0 {
            break;
        }
    }
    assert!(partway > 0, "no import was interrupted: the test says nothing");
    assert_eq!(shop.json(&["import", "clients.csv"])["imported"], ROWS);
}

#[test]
fn a_save_killed_at_any_moment_is_there_or_not_but_never_half() {
    let shop = Shop::with_csv("nom;prenom\r\nDUPONT;Laura\r\n");
    shop.json(&["import", "clients.csv"]);
    let started = Instant::now();
    shop.json(&["set-inactive", "1"]);
    let whole = started.elapsed();
    for attempt in 0..30_u32 {
        let command = if attempt % 2 == 0 { "set-active" } else { "set-inactive" };
        let mut save = shop.start(&[command, "1"]);
        sleep(whole * attempt / 25);
        let _ = save.kill();
        let confirmed = save.wait().unwrap().success();
        let inactive = shop.json(&["show", "1"])["inactive"].as_bool().unwrap();
        let found = shop.json(&["search", "laura"]);
        assert_eq!(found["hidden_inactive"].as_u64().unwrap() == 1, inactive, "the search and the record disagree");
        if confirmed {
            assert_eq!(inactive, command == "set-inactive", "a confirmed save was lost");
        }
    }
    expect_whole(&shop);
}

/// Runs a script in a mount namespace of its own, where a small disk or a read-only folder can be made without rights.
#[cfg(target_os = "linux")]
fn in_a_namespace(shop: &Shop, script: &str) -> (String, String) {
    let own = Command::new("unshare").args(["-rm", "true"]).status();
    assert!(own.is_ok_and(|status| status.success()), "unshare(1) is needed for this test");
    let output = Command::new("unshare")
        .args(["-rm", "sh", "-ec", script])
        .current_dir(shop.path())
        .env("CLI", env!("CARGO_BIN_EXE_ecrin-cli"))
        .env("ECRIN_PASSPHRASE", PASSPHRASE)
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let shop = Shop::with_csv(&table(30_000));
    let (out, error) = in_a_namespace(
        &shop,
        r#"mkdir disk && mount -t tmpfs -o size=3m none disk && cp boutique.ecrin disk/b.ecrin
           $CLI --file disk/b.ecrin import clients.csv || echo "exit $?"
           $CLI --file disk/b.ecrin --json verify
           dd if=/dev/zero of=disk/filler bs=1k count=4096 2>/dev/null || true
           $CLI --file disk/new.ecrin create || echo "exit $?"
           ls disk
           rm disk/filler && $CLI --file disk/b.ecrin --json verify"#,
    );
    assert!(error.contains("disk is full"), "{error}");
    let lines: Vec<_> = out.lines().collect();
    let [_, first, _, _, _, second] = lines[..] else { panic!("{out}{error}") };
    assert_eq!(lines, ["exit 1", first, "exit 1", "b.ecrin", "filler", first], "{error}");
    assert_eq!(first, second);
    let whole: serde_json::Value = serde_json::from_str(first).unwrap();
    assert_eq!((&whole["integrity"], &whole["clients"]), (&"ok".into(), &0.into()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_already_is_said_whatever_is_asked_and_nothing_stays_behind() {
    let shop = Shop::with_csv(&table(10));
    let (out, error) = in_a_namespace(
        &shop,
        r#"mkdir disk && mount -t tmpfs -o size=3m none disk && cp boutique.ecrin disk/b.ecrin
           $CLI --file disk/new.ecrin demo --clients 20000 || echo "exit $?"
           ls disk
           dd if=/dev/zero of=disk/filler bs=1k count=4096 2>/dev/null || true
           for command in 'search a' 'show 1' verify 'backup disk'; do $CLI --file disk/b.ecrin $command || echo "exit $?"; done"#,
    );
    assert_eq!(
        out.lines().collect::<Vec<_>>(),
        ["exit 1", "b.ecrin", "exit 1", "exit 1", "exit 1", "exit 1"],
        "{error}"
    );
    assert_eq!(error.matches("disk is full").count(), 5, "{error}");
}

#[cfg(unix)]
#[test]
fn a_file_locked_by_a_script_is_said_to_be_busy() {
    let shop = Shop::with_csv(&table(10));
    let held = std::fs::File::open(shop.file("boutique.ecrin")).unwrap();
    held.lock().unwrap();
    let (code, out, error) = shop.run(&["import", "clients.csv"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(error.contains("another program holds the file"), "{error}");
    held.unlock().unwrap();
    assert_eq!(shop.json(&["import", "clients.csv"])["imported"], 10);
}

#[test]
fn the_log_of_a_file_that_was_moved_away_is_not_replaced() {
    let shop = Shop::new();
    shop.write("ailleurs.ecrin-wal", "what the other file lacks");
    let (code, _, error) = shop.run(&["--file", "ailleurs.ecrin", "create"]);
    assert_eq!(code, 1);
    assert!(error.contains("exists already"), "{error}");
    assert_eq!(shop.read("ailleurs.ecrin-wal"), "what the other file lacks");
    assert!(!shop.file("ailleurs.ecrin").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_folder_is_said_and_changes_nothing() {
    let shop = Shop::with_csv(&table(10));
    let (out, error) = in_a_namespace(
        &shop,
        r#"mkdir locked && cp boutique.ecrin locked/b.ecrin && mount --bind locked locked && mount -o remount,ro,bind locked
           $CLI --file locked/b.ecrin import clients.csv || echo "exit $?"
           $CLI --file locked/new.ecrin create || echo "exit $?"
           $CLI --file boutique.ecrin backup locked || echo "exit $?"
           cmp boutique.ecrin locked/b.ecrin && ls locked"#,
    );
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(lines, ["exit 1", "exit 1", "exit 1", "b.ecrin"], "{error}");
    assert_eq!(error.matches("read-only").count(), 3, "{error}");
}
