//! A client with fifty thousand movements is read as one with five: each page is one walk along an index, and so is a record's last contact.
#![allow(clippy::print_stdout, reason = "figures for whoever asks for them")]

use std::fmt::Write as _;
use std::time::Instant;

use rusqlite::Connection;

use crate::movements::{MovementAfter, MovementColumn, MovementKind, MovementRequest, MovementSort, MovementState};
use crate::store::{Rows, Schema};

const MANY: u32 = 50_000;

/// Client 1 has fifty thousand movements of each kind and state, client 2 has five.
fn file() -> Connection {
    let mut file = Connection::open_in_memory().unwrap();
    Schema::default().apply(&mut file).unwrap();
    let client = "INSERT INTO client (type, professional, civility, last_name, first_name, company, address_1, address_2, address_3, postcode,
        town, country, email, phone, phone_readable, mobile, mobile_readable, origins, name_fold, created_at, updated_at)
        VALUES ('client', 0, '', 'DUPONT', '', '', '', '', '', '', '', '', '', '', 1, '', 1, '', 'dupont', 0, 0);";
    file.execute_batch(&client.repeat(2)).unwrap();
    let movements = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
        INSERT INTO movement (client, kind, state, what, note, day, amount, ready_on, returned_on, created_at)
        SELECT ?1,
            CASE i % 3 WHEN 0 THEN 'purchase' WHEN 1 THEN 'repair' ELSE 'deposit' END,
            CASE i % 3 WHEN 0 THEN 'bought' WHEN 1 THEN iif(i % 2, 'ready', 'returned') ELSE 'held' END,
            'Montre', '', date('2000-01-01', (i % 9000) || ' days'), 100,
            iif(i % 3 = 1, '2026-11-02', NULL), iif(i % 3 = 1 AND i % 2 = 0, '2026-11-10', NULL), 0
        FROM n";
    file.execute(movements, (1, MANY)).unwrap();
    file.execute(movements, (2, 5)).unwrap();
    file
}

#[test]
fn a_page_of_fifty_thousand_is_a_walk_along_an_index() {
    let file = file();
    let rows = Rows(&file);
    let mut told = String::new();
    for column in [MovementColumn::Day, MovementColumn::Kind, MovementColumn::State] {
        for kind in [None, Some(MovementKind::Repair)] {
            let after =
                MovementAfter { id: 25_000, day: "2012-06-01".parse().unwrap(), state: MovementState::Returned };
            for after in [None, Some(after)] {
                let read = |number| {
                    let sort = MovementSort { column, descending: true };
                    let request = MovementRequest { number, kind, sort, after, limit: 50 };
                    let began = Instant::now();
                    let page = rows.movements(&request).unwrap();
                    (page, began.elapsed())
                };
                let (page, many) = read(1);
                let (_, few) = read(2);
                assert_eq!((page.movements.len(), page.next.is_some()), (50, true));
                let _ = writeln!(told, "{column:?} {kind:?}: {many:?} for fifty thousand, {few:?} for five");
            }
        }
    }
    // What cargo shows with --nocapture; the plans below are what is promised.
    println!("{told}");
    for (condition, index) in [
        ("true", "movement_by_day"),
        ("m.kind = 'repair'", "movement_by_kind"),
        ("m.state = 'ready'", "movement_by_state"),
    ] {
        let plan = plan(
            &file,
            &format!(
                "SELECT m.id FROM {} WHERE m.client = 1 AND {condition} AND (m.day, m.id) < ('2012-06-01', 9)
                 ORDER BY m.day DESC, m.id DESC LIMIT 50",
                super::SOURCE
            ),
        );
        assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{plan}");
    }
}

#[test]
fn a_record_looks_at_the_ends_of_indexes_only() {
    let file = file();
    let began = Instant::now();
    let life = Rows(&file).life(1).unwrap();
    println!("the last contact among fifty thousand movements: {:?}", began.elapsed());
    assert_eq!(life.last, Some("2026-11-10".parse().unwrap()), "what was collected counts");
    let steps = |client: i64| {
        let mut select = file.prepare(super::life::LIFE).unwrap();
        assert_eq!(select.query_map([client], |_| Ok(())).unwrap().count(), 1);
        select.get_status(rusqlite::StatementStatus::VmStep)
    };
    assert!(steps(1) <= steps(2) + 20, "{} steps rather than {}", steps(1), steps(2));
}

fn plan(file: &Connection, sql: &str) -> String {
    let mut explain = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let lines = explain.query_map([], |row| row.get::<_, String>(3)).unwrap();
    lines.map(Result::unwrap).collect::<Vec<_>>().join("; ")
}
