//! A glance at a client with fifty thousand rows in every table costs what one at a client with five does.
#![allow(clippy::print_stdout, reason = "figures for whoever asks for them")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use rusqlite::Connection;

use super::glance::{NEWEST, TO_DO};
use crate::clients::Exchanged;
use crate::store::{Rows, Schema};

const MANY: u32 = 50_000;

/// So many rows of a client in every table that a glance looks at, done and undone, left and not left.
const FILL: &str = "
    INSERT INTO follow_up (client, revision, what, due_on, done_on, operator)
    SELECT {client}, 1, 'Rappeler', date('2000-01-01', i || ' days'), iif(i = {many}, NULL, '2026-01-01'), '' FROM n;
    INSERT INTO movement (client, kind, state, what, note, day, amount, returned_on, created_at)
    SELECT {client}, 'repair', iif(i % 2, 'received', 'returned'), 'Montre', '', date('2000-01-01', (i % 9000) || ' days'), 100,
        iif(i % 2, NULL, date('2000-01-09', (i % 9000) || ' days')), 0 FROM n;
    INSERT INTO decision (id, client, channel, answer, mode, detail, label, at, recorded_at, operator, source, items, evidence, seal)
    SELECT (SELECT coalesce(max(id), 0) FROM decision) + i, {client}, 'sms', 'refused', '', '', 'Refus', i, i, '', 'counter', '[]', '[]',
        zeroblob(32) FROM n;
    INSERT INTO invoice (kind, year, sequence, payer, issued_on, total, vat_total, addressee, operator)
    SELECT 'invoice', 2000 + {client}, i, {client}, date('2000-01-01', (i % 9000) || ' days'), 4900, 0, '', '' FROM n;
    INSERT INTO message (client, channel, context, purpose, template, address, subject, body, state, queued_at, due_at, operator)
    SELECT {client}, 'sms', 'selection', 'technical', 'Prêt', '', '', 'Bonjour', 'failed', i, i, '' FROM n;";

fn file() -> Connection {
    let mut file = Connection::open_in_memory().unwrap();
    Schema::default().apply(&mut file).unwrap();
    // These are rows to look among, not a chain.
    file.execute_batch("DROP TRIGGER decision_is_next; DROP TRIGGER IF EXISTS invoice_is_next").unwrap();
    for (client, many) in [(1, MANY), (2, 5)] {
        let row = include_str!("../windows/fill_client.sql").replace("{rows}", "VALUES (?1, 'DUPONT', 'dupont')");
        file.execute(&row, [client]).unwrap();
        for statement in FILL.split(';').filter(|statement| !statement.trim().is_empty()) {
            let rows = format!("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})");
            let statement = statement.replace("{client}", &client.to_string()).replace("{many}", &many.to_string());
            let at = statement.find("SELECT").unwrap();
            file.execute_batch(&format!("{} {rows} {}", &statement[..at], &statement[at..])).unwrap();
        }
    }
    file
}

#[test]
fn a_long_history_costs_no_more_than_a_short_one() {
    let file = file();
    let steps = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&steps);
    file.progress_handler(1, Some(move || counted.fetch_add(1, Ordering::Relaxed) == u64::MAX)).unwrap();
    let read = |number| {
        Rows(&file).client_glance(number).unwrap();
        let (began, before) = (Instant::now(), steps.load(Ordering::Relaxed));
        let glance = Rows(&file).client_glance(number).unwrap();
        (glance, began.elapsed(), steps.load(Ordering::Relaxed) - before)
    };
    let (glance, took, many) = read(1);
    let (_, _, few) = read(2);
    // What cargo shows with --nocapture.
    println!("{took:?} and {many} steps among {MANY} rows a table, {few} steps among five");
    assert_eq!((glance.exchanges.len(), glance.to_do.map(|to_do| to_do.what)), (3, Some("Rappeler".to_owned())));
    assert!(
        glance
            .exchanges
            .iter()
            .all(|exchange| matches!(exchange.what, Exchanged::Movement { .. } | Exchanged::Invoice { .. }))
    );
    assert!(many < few + 1500, "{many} steps, {few} for five rows: the newest hundred messages are all that differs");
}

#[test]
fn each_part_of_a_glance_walks_along_an_index() {
    let file = file();
    let indexes = [
        "follow_up_open",
        "movement_by_day",
        "movement_by_return",
        "decision_by_client",
        "invoice_by_payer",
        "message_by_client",
    ];
    let statements = std::iter::once(TO_DO).chain(NEWEST.map(|(sql, _)| sql));
    for (index, sql) in indexes.into_iter().zip(statements) {
        let mut explain = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let nothing = vec![1; explain.parameter_count()];
        let lines = explain.query_map(rusqlite::params_from_iter(nothing), |row| row.get::<_, String>(3)).unwrap();
        let plan = lines.map(Result::unwrap).collect::<Vec<_>>().join("; ");
        assert!(plan.contains(index), "{plan}");
        assert!(index == "message_by_client" || !plan.contains("TEMP B-TREE"), "{plan}");
    }
}
