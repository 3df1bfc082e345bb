//! Opening a file of another version: upgraded after a copy was made, or refused.

use super::{Schema, Store, Unlock};
use crate::Error;
use crate::journal::{JournalChange, Operation};
use crate::store::Context;

const PASSPHRASE: &str = "Vitrine+2024!";

fn next() -> Schema {
    Schema::default().with_step("ALTER TABLE shop ADD COLUMN motto TEXT NOT NULL DEFAULT '';")
}

fn current() -> u32 {
    Schema::default().version()
}

fn make(path: &std::path::Path, schema: &Schema) {
    let context = Context { operation: Operation::CreateShop, operator: "essai", now: 1 };
    let named = |store: &mut Store| {
        let named = store.transact(context, |tx| {
            tx.name_shop("Boutique", tx.now())?;
            tx.journal(None, None, &[])
        });
        named.map(|_| ())
    };
    Store::create(path, PASSPHRASE, false, schema, named).unwrap();
}

#[test]
fn an_older_file_is_copied_then_upgraded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin");
    make(&path, &Schema::default());
    let upgraded = Store::open(&path, Unlock::Passphrase(PASSPHRASE), &next()).unwrap();
    assert_eq!(upgraded.rows().shop().unwrap().name, "Boutique");
    drop(upgraded);
    let copy = folder.path().join(format!("boutique avant mise à jour (version {}).ecrin", current()));
    let old = Store::open(&copy, Unlock::Passphrase(PASSPHRASE), &Schema::default()).unwrap();
    assert_eq!(old.rows().shop().unwrap().name, "Boutique", "the copy is of the version before");
    drop(old);
    Store::open(&path, Unlock::Passphrase(PASSPHRASE), &next()).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "opening again copies nothing");
}

#[test]
fn an_upgrade_that_was_killed_while_copying_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin");
    make(&path, &Schema::default());
    std::fs::write(
        folder.path().join(format!("boutique avant mise à jour (version {}).ecrin.partiel", current())),
        b"half",
    )
    .unwrap();
    assert!(Store::open(&path, Unlock::Passphrase(PASSPHRASE), &next()).is_ok());
    assert!(folder.path().join(format!("boutique avant mise à jour (version {}) (2).ecrin", current())).exists());
}

#[test]
fn a_file_of_a_later_version_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin");
    make(&path, &next());
    let before = std::fs::read(&path).unwrap();
    let refused = Store::open(&path, Unlock::Passphrase(PASSPHRASE), &Schema::default()).map(|_| ());
    assert!(
        matches!(refused, Err(Error::FileNewer { found, supported }) if (found, supported) == (current() + 1, current())),
        "{refused:?}"
    );
    assert!(before == std::fs::read(&path).unwrap());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_failing_upgrade_leaves_the_file_usable_by_the_version_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin");
    make(&path, &Schema::default());
    let broken = Schema::default().with_step("INSERT INTO nowhere VALUES (1);");
    assert!(Store::open(&path, Unlock::Passphrase(PASSPHRASE), &broken).is_err());
    assert!(Store::open(&path, Unlock::Passphrase(PASSPHRASE), &Schema::default()).is_ok());
}

#[test]
fn a_write_without_a_journal_entry_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin");
    make(&path, &Schema::default());
    let mut store = Store::open(&path, Unlock::Passphrase(PASSPHRASE), &Schema::default()).unwrap();
    let context = Context { operation: Operation::SaveClient, operator: "essai", now: 2 };
    let refused = store.transact(context, |tx| tx.count_clients(5, 0));
    assert!(matches!(refused, Err(Error::Database(_))));
    assert_eq!(store.rows().counts().unwrap().clients, 0, "and nothing of it was kept");
}

#[test]
fn the_journal_cannot_be_rewritten_even_by_sql() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin");
    make(&path, &Schema::default());
    let mut store = Store::open(&path, Unlock::Passphrase(PASSPHRASE), &Schema::default()).unwrap();
    let context = Context { operation: Operation::AddOperator, operator: "essai", now: 2 };
    let change = JournalChange { field: "operator".into(), old: String::new(), new: "Claire".into() };
    store.transact(context, |tx| tx.journal(None, None, &[change])).unwrap();
    for sql in [
        "UPDATE journal_change SET new_value = 'x'",
        "DELETE FROM journal_change",
        "INSERT OR REPLACE INTO journal_change SELECT entry, field, old_value, 'x' FROM journal_change",
        "UPDATE journal SET operator = 'x'",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal (id, at, operator, operation) VALUES (1, 2, 'x', 'y')",
    ] {
        assert!(store.writer.execute(sql, []).is_err(), "{sql}");
    }
}
