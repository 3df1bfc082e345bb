//! The shape of the file, and the steps by which an older one becomes a current one.
//!
//! A migration is never edited once released: it is what old files have been through.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite_migration::{HookError, M, Migrations};

use super::{lists, pieces, search};
use crate::{Error, Result};

/// Marks the database as ours (`PRAGMA application_id`): « Ecrn ».
pub(super) const APPLICATION_ID: i32 = 0x4563_726e;

const STEPS: &[Step] = &[
    Step::of(include_str!("migrations/0001_counter.sql")),
    // A shop that exists gets its first wordings here; one that is being made, when it has a name.
    Step::of(concat!(include_str!("migrations/0002_consents.sql"), include_str!("migrations/wordings.sql"))),
    Step::of(include_str!("migrations/0003_messages.sql")),
    Step::of(include_str!("migrations/0004_manager.sql")),
    Step { sql: include_str!("migrations/0005_lists.sql"), fill: Some(fill_lists) },
    Step::of(include_str!("migrations/0006_labels.sql")),
    Step::of(include_str!("migrations/0007_subscriptions.sql")),
    Step::of(include_str!("migrations/0008_movements.sql")),
    Step { sql: include_str!("migrations/0009_search.sql"), fill: Some(search::add_all) },
];

/// One version to the next.
#[derive(Clone, Copy, Debug)]
struct Step {
    sql: &'static str,
    /// What SQL alone cannot write of what the records say, in the same transaction.
    fill: Option<fn(&Connection) -> Result<()>>,
}

impl Step {
    const fn of(sql: &'static str) -> Step {
        Step { sql, fill: None }
    }

    fn migration(self, failed: &Failed) -> M<'static> {
        let Some(fill) = self.fill else { return M::up(self.sql) };
        let failed = Arc::clone(failed);
        M::up_with_hook(self.sql, move |transaction| {
            fill(transaction).map_err(|error| {
                *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                HookError::Hook(String::new())
            })
        })
    }
}

/// What went wrong while a step filled in what its SQL left open.
type Failed = Arc<Mutex<Option<Error>>>;

/// The towns as lists are sorted by them, and the pieces of texts.
fn fill_lists(connection: &Connection) -> Result<()> {
    lists::add_functions(connection)?;
    connection.execute("UPDATE client SET town_fold = folded(town) WHERE town <> ''", [])?;
    pieces::write_all(connection)
}

/// The steps from an empty file to the current one. Tests add a step of their own to see an upgrade happen.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    steps: Vec<Step>,
}

impl Default for Schema {
    fn default() -> Schema {
        Schema { steps: STEPS.to_vec() }
    }
}

impl Schema {
    /// The current schema with one more step, as the next version of the program will have.
    #[cfg(test)]
    pub(crate) fn with_step(mut self, step: &'static str) -> Schema {
        self.steps.push(Step::of(step));
        self
    }

    /// The version of a current file (`PRAGMA user_version`).
    pub(crate) fn version(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    /// Takes the database from any older version to the current one, all or nothing.
    ///
    /// # Errors
    /// `FileNewer`, and what the database may say.
    pub(super) fn apply(&self, connection: &mut Connection) -> Result<()> {
        let found = version_of(connection)?;
        if found > self.version() {
            return Err(Error::FileNewer { found, supported: self.version() });
        }
        let failed = Failed::default();
        let migrations = Migrations::new(self.steps.iter().map(|step| step.migration(&failed)).collect());
        migrations.to_latest(connection).map_err(|error| {
            let failed = failed.lock().unwrap_or_else(PoisonError::into_inner).take();
            failed.unwrap_or_else(|| match error {
                rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
                other => Error::Database(format!("migration: {other:?}").chars().take(120).collect()),
            })
        })
    }
}

/// The version that a database says it has; 0 is an empty one.
pub(super) fn version_of(connection: &Connection) -> Result<u32> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use expect_test::expect_file;

    use super::*;

    /// A file as each released version left it, with data.
    const RELEASED: &[&str] = &[
        include_str!("migrations/fixtures/version_1.sql"),
        include_str!("migrations/fixtures/version_2.sql"),
        include_str!("migrations/fixtures/version_3.sql"),
        include_str!("migrations/fixtures/version_4.sql"),
        include_str!("migrations/fixtures/version_5.sql"),
    ];
    /// The newest steps, which no file outside has been through yet.
    const UNRELEASED: usize = 4;

    /// Everything that the schema holds, in a stable order.
    fn shape(connection: &Connection) -> String {
        let mut lines = String::new();
        let mut select =
            connection.prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name").unwrap();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (kind, name, sql): (String, String, String) =
                (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
            let _ = writeln!(lines, "-- {kind} {name}\n{sql}\n");
        }
        lines
    }

    fn new_file() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        Schema::default().apply(&mut connection).unwrap();
        connection
    }

    #[test]
    fn a_new_file_has_the_golden_schema() {
        expect_file!["migrations/golden.sql"].assert_eq(&shape(&new_file()));
    }

    #[test]
    fn every_released_file_becomes_a_current_one_and_keeps_its_data() {
        for (index, released) in RELEASED.iter().enumerate() {
            let mut old = Connection::open_in_memory().unwrap();
            old.execute_batch(released).unwrap();
            assert_eq!(version_of(&old).unwrap() as usize, index + 1);
            Schema::default().apply(&mut old).unwrap();
            assert_eq!(shape(&old), shape(&new_file()), "version {}", index + 1);
            let record = crate::store::Rows(&old).client(1).unwrap();
            assert_eq!(
                (record.client.last_name.as_str(), record.inactive.unwrap().reason.as_str()),
                ("DUPONT", "déménagée")
            );
            assert_eq!(crate::store::Rows(&old).journal(1, None, 9).unwrap().entries.len(), 2);
            let found = |index: &str, words: &str| -> bool {
                let matching = format!("SELECT EXISTS (SELECT 1 FROM {index} WHERE {index} MATCH ?1 AND rowid = 1)");
                old.query_row(&matching, [words], |row| row.get(0)).unwrap()
            };
            let with_type = format!("dup* AND \"{}\"", crate::store::search::mark(record.client.r#type));
            assert!(found("inactive_words", &with_type) && !found("active_words", "dupont"), "version {}", index + 1);
            let rows = crate::store::Rows(&old);
            assert!(rows.wordings().unwrap()[0].text.contains("Maison d’essai"), "a shop gets its wordings");
            assert_eq!(rows.templates().unwrap().len(), 12, "and its templates");
            let chain = rows.check_chain("essai", None).unwrap();
            assert_eq!(
                (chain.decisions, chain.broken),
                (if index == 0 { 0 } else { 3 }, None),
                "version {}",
                index + 1
            );
            if index >= 5 {
                let faces = rows.label_faces(1, "2018-12-14".parse().unwrap()).unwrap();
                assert_eq!((faces.codes.count, faces.bank.iban_end.as_deref()), (2, Some("0189")));
                assert_eq!((faces.incidents.total, faces.follow_ups.what.as_str()), (1, "Rappeler, bracelet"));
                assert_eq!(rows.panel_layout().unwrap().labels.len(), 10);
                assert_eq!(rows.incidents(2).unwrap().len(), 1, "that of the record that went into it");
            }
        }
    }

    #[test]
    fn each_released_version_has_its_fixture() {
        assert_eq!(RELEASED.len() + UNRELEASED, STEPS.len(), "keep the schema that you release as SQL with data");
    }

    #[test]
    fn a_failing_step_leaves_the_file_as_it_was() {
        let mut connection = new_file();
        let before = shape(&connection);
        let next =
            Schema::default().with_step("CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);");
        assert!(next.apply(&mut connection).is_err());
        assert_eq!((shape(&connection), version_of(&connection).unwrap()), (before, Schema::default().version()));
    }

    #[test]
    fn a_newer_schema_is_refused() {
        let mut connection = new_file();
        Schema::default().with_step("CREATE TABLE later (id INTEGER) STRICT;").apply(&mut connection).unwrap();
        let version = Schema::default().version();
        let refused = Schema::default().apply(&mut connection);
        assert!(
            matches!(refused, Err(Error::FileNewer { found, supported }) if (found, supported) == (version + 1, version))
        );
    }

    #[test]
    fn the_guard_reads_narrow_tables_only() {
        let file = new_file();
        let plan = |sql: &str| -> String {
            let mut explain = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let nothing = vec![0; explain.parameter_count()];
            let lines = explain.query_map(rusqlite::params_from_iter(nothing), |row| row.get::<_, String>(3)).unwrap();
            lines.map(Result::unwrap).collect::<Vec<_>>().join("; ")
        };
        assert_eq!(plan(include_str!("consents/judged.sql")), "SCAN client_contact");
        let answers = plan(include_str!("consents/answers_of_indicator.sql"));
        assert_eq!(answers, "SEARCH consent USING PRIMARY KEY (indicator=?)");
    }
}
