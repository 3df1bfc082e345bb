//! Pages of windows, and what they cost.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;

use super::keys::{owners, table};
use super::page;
use crate::store::{Rows, Schema};
use crate::windows::{ExportedWindow, Window, WindowRow, WindowRows, WindowSort};

const TODAY: &str = "2026-11-29";

/// A file with three clients: the first has `many` rows in each window, the second has five, the third is somebody else.
fn file(many: u32) -> Connection {
    let mut file = Connection::open_in_memory().unwrap();
    crate::store::lists::add_functions(&file).unwrap();
    Schema::default().apply(&mut file).unwrap();
    for number in 1..=3 {
        file.execute(&include_str!("fill_client.sql").replace("{rows}", "VALUES (?1, 'DUPONT', 'dupont')"), [number])
            .unwrap();
    }
    file.execute_batch(
        "INSERT INTO offer (id, name, medium, position) VALUES (1, 'Revue', 'print', 1), (2, 'Atelier', 'print', 2);
         INSERT INTO tariff (id, offer, version, price, vat, months, issues, effective_from, created_at)
         VALUES (1, 1, 1, 4900, 210, 12, 4, '2020-01-01', 0), (2, 2, 1, 900, 2000, 1, 0, '2020-01-01', 0);",
    )
    .unwrap();
    fill(&file, 1, many);
    fill(&file, 2, 5);
    file
}

/// Rows in each window of a client, of all states and on days that repeat.
fn fill(file: &Connection, client: i64, many: u32) {
    let sponsored = "SELECT {client} * 1000000 + i AS column1, 'REY' AS column2, 'rey ' || (i % 40) AS column3
        FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) SELECT i FROM n)";
    let clients = include_str!("fill_client.sql").replace("{rows}", sponsored);
    let sql = format!("{clients};\n{}", include_str!("fill.sql"));
    let sql = sql.replace("{client}", &client.to_string()).replace("{many}", &many.to_string());
    file.execute_batch(&sql).unwrap();
}

fn whose(window: Window, number: i64) -> ExportedWindow {
    ExportedWindow { window, number, sort: window.usual_sort() }
}

fn first_page(file: &Connection, whose: &ExportedWindow) -> WindowRows {
    Rows(file).window_page(whose, None, 50, TODAY.parse().unwrap()).unwrap()
}

fn id(row: &WindowRow) -> i64 {
    match row {
        WindowRow::Subscription(row) => row.id,
        WindowRow::Invoice(row) => row.id,
        WindowRow::Payment(row) => row.id,
        WindowRow::Delivery(row) => row.id,
        WindowRow::Sponsorship(row) => row.id,
    }
}

#[test]
fn the_order_of_days_comes_from_an_index() {
    let file = file(5);
    for window in Window::ALL {
        for owner in owners(window) {
            for descending in [true, false] {
                let sort = WindowSort { descending, ..window.usual_sort() };
                for follows in [false, true] {
                    let sql = page(&ExportedWindow { sort, ..whose(window, 1) }, owner, follows).unwrap();
                    let mut explain = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
                    let plan: Vec<String> =
                        explain.raw_query().mapped(|row| row.get(3)).collect::<rusqlite::Result<_>>().unwrap();
                    let plan = plan.join("; ");
                    assert!(plan.starts_with("SEARCH t USING"), "{window:?} by {}: {plan}", owner.column);
                    assert!(!plan.contains("TEMP B-TREE"), "{window:?} by {}: {plan}", owner.column);
                }
            }
        }
    }
}

#[test]
fn fifty_thousand_rows_open_like_five() {
    const MANY: u32 = 50_000;
    let file = file(MANY);
    for window in Window::ALL {
        let steps = |number| {
            let steps = Arc::new(AtomicU64::new(0));
            let counted = Arc::clone(&steps);
            // Statements are ready, as they are at the counter from the second record on.
            first_page(&file, &whose(window, number));
            let count = move || {
                counted.fetch_add(1, Ordering::Relaxed);
                false
            };
            file.progress_handler(1, Some(count)).unwrap();
            let WindowRows { rows, total, next, .. } = first_page(&file, &whose(window, number));
            file.progress_handler(1, None::<fn() -> bool>).unwrap();
            (steps.load(Ordering::Relaxed), rows.len(), total, next.is_some())
        };
        let (few, many) = (steps(2), steps(1));
        assert_eq!((few.1, few.2, few.3), (5, 5, false), "{window:?}");
        assert_eq!((many.1, many.2, many.3), (50, i64::from(MANY), true), "{window:?}");
        // Ten times the rows on the page, twice where they belong to a record in two ways; not ten thousand times.
        assert!(
            few.0 > 0 && many.0 < few.0 * 16 + 300,
            "{window:?}: {} steps for 5 rows, {} for 50,000",
            few.0,
            many.0
        );
    }
}

#[test]
fn pages_hold_every_row_once_in_the_order_of_any_column() {
    let file = file(137);
    for window in Window::ALL {
        let everything = {
            let mut ids = Vec::new();
            Rows(&file)
                .each_of_window(&whose(window, 1), TODAY.parse().unwrap(), |row| {
                    ids.push(id(&row));
                    Ok(())
                })
                .unwrap();
            ids.sort_unstable();
            ids
        };
        assert_eq!(everything.len(), 137, "{window:?} of {}", table(window));
        for column in window.columns() {
            for descending in [false, true] {
                let whose = ExportedWindow { sort: WindowSort { column: *column, descending }, ..whose(window, 1) };
                let (mut walked, mut after) = (Vec::new(), None);
                loop {
                    let WindowRows { rows, total, next, .. } =
                        Rows(&file).window_page(&whose, after, 10, TODAY.parse().unwrap()).unwrap();
                    assert_eq!(total, 137);
                    walked.extend(rows.iter().map(id));
                    after = next;
                    if after.is_none() {
                        break;
                    }
                }
                let mut at_once = Vec::new();
                let push = |row: WindowRow| {
                    at_once.push(id(&row));
                    Ok(())
                };
                Rows(&file).each_of_window(&whose, TODAY.parse().unwrap(), push).unwrap();
                assert_eq!(walked, at_once, "{window:?} by {column:?}");
                at_once.sort_unstable();
                assert_eq!(at_once, everything, "{window:?} by {column:?}");
            }
        }
    }
}

#[test]
fn a_family_has_the_rows_of_all_of_it_and_each_once() {
    let file = file(20);
    // 2 goes into 1, and 1 pays for a subscription of 2.
    file.execute_batch(
        "INSERT INTO subscription (recipient, payer, tariff, copies, starts_on, ends_on, created_at, operator)
         VALUES (2, 1, 1, 1, '2026-01-01', '2026-12-31', 0, 'Comptoir');
         UPDATE client SET removed_at = 1, merged_into = 1 WHERE number = 2;",
    )
    .unwrap();
    for (window, expected) in [
        (Window::Subscriptions, 26),
        (Window::Invoices, 25),
        (Window::Payments, 25),
        (Window::Deliveries, 25),
        (Window::Sponsorships, 25),
    ] {
        let WindowRows { rows, total, .. } = first_page(&file, &whose(window, 1));
        assert_eq!((rows.len(), total), (usize::try_from(expected).unwrap(), expected), "{window:?}");
    }
    let rows = first_page(&file, &whose(Window::Subscriptions, 2)).rows;
    assert_eq!(rows.len(), 26, "the old number leads to the record that stayed");
}

#[test]
fn a_window_has_no_order_by_the_columns_of_another() {
    let file = file(5);
    let sort = WindowSort { column: crate::windows::WindowColumn::Reward, descending: false };
    let wrong = ExportedWindow { sort, ..whose(Window::Invoices, 1) };
    assert!(matches!(
        Rows(&file).window_page(&wrong, None, 10, TODAY.parse().unwrap()),
        Err(crate::Error::BadRequest(_))
    ));
}
