//! SQLite without Écrin: what somebody would write in an afternoon on the same data, measured in the same run.
//!
//! One plain table, one FTS5 index beside it, the SQLite that Écrin is compiled with, and the same size of cache. No second index for
//! the inactive, no folding beyond FTS5's own, no counting of matches, no telephone rules, no typing errors. The same file also exists
//! encrypted by SQLCipher, so that the price of encryption can be told from the price of Écrin.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, csv_table, folder, shop_file};
use ecrin_core::consents::ChainLine;
use ecrin_core::shop::Shop;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, params, params_from_iter};

/// The table of [`csv_table::HEADER`], each column as text.
pub(crate) const CLIENT_TABLE: &str = "CREATE TABLE client (
    civility TEXT, last_name TEXT, first_name TEXT, company TEXT, address_1 TEXT, address_2 TEXT, address_3 TEXT, postcode TEXT,
    town TEXT, country TEXT, email TEXT, phone TEXT, mobile TEXT, origins TEXT, type TEXT, professional TEXT, inactive TEXT,
    reason TEXT, updated TEXT);";
/// The index over what Écrin searches too, and its filling.
pub(crate) const WORDS_TABLE: &str = "CREATE VIRTUAL TABLE words USING fts5 (
    last_name, first_name, company, postcode, town, email, phone, mobile,
    content = 'client', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
    INSERT INTO words (words) VALUES ('rebuild');";
const SEARCHED: [&str; 8] = ["last_name", "first_name", "company", "postcode", "town", "email", "phone", "mobile"];
/// What a list shows of a client, and Écrin reads too.
pub(crate) const LISTED: &str = "client.rowid, civility, client.last_name, client.first_name, client.company, client.postcode, \
    client.town, client.phone, client.mobile, client.email, type, professional, inactive";
/// Any 32 bytes: nothing is derived from a passphrase.
const KEY: &str = "PRAGMA key = \"x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'\"";
const SETTINGS: &str = "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";

/// How the file is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    Plain,
    Encrypted,
}

/// How a search is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The index, and the matches in order of their names, as Écrin answers.
    ByName,
    /// The index, and whatever matches come first.
    AsFound,
    /// No index: every row is looked at.
    Scan,
}

/// The clients of this seed in a file of their own, made if it is missing.
pub(crate) fn clients(seed: u64, count: u64, kept: Kept) -> Result<PathBuf> {
    made(&format!("bare-{count}-{}-", if kept == Kept::Plain { "plain" } else { "encrypted" }), seed, |partial| {
        let mut connection = open(partial, kept)?;
        connection.execute_batch(CLIENT_TABLE)?;
        let writing = connection.transaction()?;
        {
            let row = format!("INSERT INTO client VALUES (?{})", ", ?".repeat(csv_table::HEADER.len() - 1));
            let mut insert = writing.prepare(&row)?;
            for person in shop_file::people(seed, count) {
                insert.execute(params_from_iter(csv_table::cells(&person)))?;
            }
        }
        writing.execute_batch(WORDS_TABLE)?;
        Ok(writing.commit()?)
    })
}

/// A file whose name begins like this, made by `make` if there is none of these sources.
fn made(beginning: &str, seed: u64, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let digest = shop_file::digest(&["tests/benches/src/bare.rs", "tests/benches/src/csv_table.rs"])?;
    let path = folder()?.join(format!("{beginning}{seed}-{digest}.sqlite"));
    if !path.exists() {
        shop_file::remove_older(beginning)?;
        let partial = path.with_extension("partial");
        make(&partial)?;
        fs::rename(&partial, &path)?;
    }
    Ok(path)
}

/// Opens such a file.
pub(crate) fn open(path: &Path, kept: Kept) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    if kept == Kept::Encrypted {
        connection.execute_batch(KEY)?;
    }
    connection.execute_batch(SETTINGS)?;
    Ok(connection)
}

/// The rows found for what was typed, all columns of them read, at most `limit`; inactive clients are left out.
pub(crate) fn search(connection: &Connection, way: Way, typed: &str, limit: u32) -> Result<Vec<Vec<String>>> {
    let words: Vec<String> = typed.split_whitespace().map(|word| word.replace('"', "")).collect();
    let (sql, texts) = match way {
        Way::ByName | Way::AsFound => (indexed(way), vec![match_expression(&words)]),
        Way::Scan => {
            let any = |at: usize| SEARCHED.map(|column| format!("{column} LIKE ?{}", at + 2)).join(" OR ");
            let all = (0..words.len()).map(|at| format!("({})", any(at))).collect::<Vec<_>>().join(" AND ");
            let sql = format!(
                "SELECT {LISTED} FROM client WHERE inactive = 'non' AND {all} ORDER BY last_name, first_name LIMIT ?1"
            );
            (sql, words.iter().map(|word| format!("%{word}%")).collect())
        }
    };
    let mut select = connection.prepare_cached(&sql)?;
    select.raw_bind_parameter(1, limit)?;
    for (at, text) in texts.iter().enumerate() {
        select.raw_bind_parameter(at + 2, text)?;
    }
    let columns = select.column_count();
    let (mut rows, mut found) = (select.raw_query(), Vec::new());
    while let Some(row) = rows.next()? {
        let cell = |at| match row.get_ref(at) {
            Ok(ValueRef::Text(text)) => String::from_utf8_lossy(text).into_owned(),
            Ok(ValueRef::Integer(number)) => number.to_string(),
            _ => String::new(),
        };
        found.push((0..columns).map(cell).collect());
    }
    Ok(found)
}

/// The statement of a search in the index, `?1` the number of rows and `?2` the expression.
pub(crate) fn indexed(way: Way) -> String {
    let order = if way == Way::ByName { "ORDER BY client.last_name, client.first_name " } else { "" };
    format!(
        "SELECT {LISTED} FROM words JOIN client ON client.rowid = words.rowid \
         WHERE words MATCH ?2 AND client.inactive = 'non' {order}LIMIT ?1"
    )
}

/// Each word quoted, and the beginning of one.
pub(crate) fn match_expression<W: AsRef<str>>(words: &[W]) -> String {
    words.iter().map(|word| format!("\"{}\"*", word.as_ref())).collect::<Vec<_>>().join(" ")
}

/// A shop's decisions, its standing answers about commercial SMS and a row of facts for each client, in plain tables; made if missing.
pub(crate) fn decisions(seed: u64, count: u64, shop: &Shop) -> Result<PathBuf> {
    made(&format!("bare-{count}-decisions-"), seed, |partial| {
        let mut connection = open(partial, Kept::Plain)?;
        connection.execute_batch(
            "CREATE TABLE decision (
                decision INTEGER PRIMARY KEY, client INTEGER, channel TEXT, answer TEXT, mode TEXT, detail TEXT, label TEXT, at INTEGER,
                recorded_at INTEGER, operator TEXT, source TEXT, import INTEGER, items TEXT, evidence TEXT, previous TEXT, seal TEXT);
             CREATE TABLE facts (client INTEGER PRIMARY KEY, facts INTEGER);
             CREATE TABLE standing (client INTEGER PRIMARY KEY, answer INTEGER, unproven INTEGER, decision INTEGER);",
        )?;
        let writing = connection.transaction()?;
        {
            let mut decision = writing.prepare(
                "INSERT INTO decision VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            )?;
            let mut standing = writing.prepare("INSERT OR REPLACE INTO standing VALUES (?1, ?2, 0, ?3)")?;
            shop.export_chain::<Box<dyn std::error::Error>>(&mut |line| {
                let ChainLine::Link(link) = line else { return Ok(()) };
                let sealed = &link.sealed;
                decision.execute(params![
                    sealed.decision,
                    sealed.client,
                    sealed.channel,
                    sealed.answer,
                    sealed.mode,
                    sealed.detail,
                    sealed.label,
                    sealed.at,
                    sealed.recorded_at,
                    sealed.operator,
                    sealed.source,
                    sealed.import,
                    sealed.items,
                    sealed.evidence,
                    link.previous,
                    link.seal,
                ])?;
                if sealed.items.contains("\"SMS-COM\"") {
                    standing.execute(params![sealed.client, i64::from(sealed.answer == "granted"), sealed.decision])?;
                }
                Ok(())
            })?;
            let mut facts = writing.prepare("INSERT INTO facts VALUES (?1, ?2)")?;
            for client in 1..=i64::try_from(count)? {
                facts.execute([client, client % 256])?;
            }
        }
        Ok(writing.commit()?)
    })
}

/// Reads the two narrow tables that a guard must read, and does nothing with them.
pub(crate) fn read_standings(connection: &Connection) -> Result<u64> {
    Ok(read(connection, "SELECT client, facts FROM facts ORDER BY client")?
        + read(connection, "SELECT client, answer, unproven, decision FROM standing ORDER BY client")?)
}

/// Reads what a verification must read, and does nothing with it.
pub(crate) fn read_decisions(connection: &Connection) -> Result<u64> {
    read(
        connection,
        "SELECT decision, client, channel, answer, mode, detail, label, at, recorded_at, operator, source, import, items, evidence, \
         seal FROM decision ORDER BY decision",
    )
}

fn read(connection: &Connection, select: &str) -> Result<u64> {
    let mut select = connection.prepare(select)?;
    let columns = select.column_count();
    let (mut rows, mut count) = (select.query([])?, 0);
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            black_box(row.get_ref(column)?);
        }
        count += 1;
    }
    Ok(count)
}

/// Rows of the size of a decision, one transaction each, as durable as Écrin's: a write-ahead log, flushed at every commit.
pub(crate) fn write_rows(times: usize) -> Result<Sample> {
    shop_file::remove_older("bare-written")?;
    let connection = open(&folder()?.join("bare-written.sqlite"), Kept::Plain)?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection
        .execute_batch("PRAGMA synchronous = FULL; CREATE TABLE written (id INTEGER PRIMARY KEY, content TEXT);")?;
    let (content, mut durations) = ("x".repeat(400), Vec::<Duration>::new());
    for _ in 0..times {
        let started = Instant::now();
        connection.prepare_cached("INSERT INTO written (content) VALUES (?1)")?.execute([&content])?;
        durations.push(started.elapsed());
    }
    drop(connection);
    shop_file::remove_older("bare-written")?;
    Ok(Sample::of(durations))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{CLIENT_TABLE, WORDS_TABLE, Way, search};

    #[test]
    fn every_way_finds_the_same_people() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(CLIENT_TABLE).unwrap();
        for (name, town, inactive) in
            [("GUÉRIN", "USSEL", "non"), ("GUERIN", "LYON", "non"), ("GUÉRIN", "USSEL", "oui")]
        {
            let insert = "INSERT INTO client (last_name, first_name, town, inactive) VALUES (?1, 'Laura', ?2, ?3)";
            connection.execute(insert, [name, town, inactive]).unwrap();
        }
        connection.execute_batch(WORDS_TABLE).unwrap();
        let found = |way, typed| {
            search(&connection, way, typed, 10).unwrap().into_iter().map(|row| row[6].clone()).collect::<Vec<_>>()
        };
        assert_eq!(found(Way::ByName, "guér"), ["LYON", "USSEL"]);
        assert_eq!(found(Way::AsFound, "guér"), ["USSEL", "LYON"]);
        assert_eq!(found(Way::ByName, "laura uss"), ["USSEL"]);
        assert_eq!(found(Way::Scan, "gu lyo"), ["LYON"]);
        assert_eq!(found(Way::Scan, "laura"), ["LYON", "USSEL"]);
        assert_eq!(search(&connection, Way::ByName, "gu", 1).unwrap().len(), 1);
    }
}
