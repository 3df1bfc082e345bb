//! What cannot be seen from outside: records that were removed, and how SQLite goes about it.

use rusqlite::{Connection, params_from_iter};

use super::add_functions;
use super::sql::Sql;
use crate::clients::ClientField;
use crate::consents::{Channel, Purpose};
use crate::lists::{Condition, ContactUse, ListField, ListItem, ListPageRequest, ListQuery, ListSort, Operator};
use crate::store::{Rows, Schema, pieces};

/// A client with nothing but a name, created and changed at a moment.
fn insert(file: &Connection, name: &str, at: i64) {
    file.execute(
        "INSERT INTO client (type, professional, civility, last_name, first_name, company, address_1, address_2, address_3,
            postcode, town, country, email, phone, phone_readable, mobile, mobile_readable, origins, name_fold, created_at, updated_at)
         VALUES ('client', 0, '', ?1, '', '', '', '', '', '', '', '', '', '', 1, '', 1, '', lower(?1), ?2, ?2)",
        (name, at),
    )
    .unwrap();
}

/// Clients 1 to 6: 3 was removed, 4 is inactive, 5 was merged while it was inactive.
fn file() -> Connection {
    let mut file = Connection::open_in_memory().unwrap();
    add_functions(&file).unwrap();
    Schema::default().apply(&mut file).unwrap();
    for number in 1..=6 {
        insert(&file, &format!("N{number}"), number);
    }
    file.execute("UPDATE client SET postcode = '19200', town = 'USSEL', mobile = '+33639987110'", []).unwrap();
    file.execute_batch(
        "INSERT INTO client_contact SELECT number, contact_facts FROM client;
         INSERT INTO active_words (rowid, words) SELECT number, 'ussel 19200' FROM client;
         UPDATE client SET removed_at = 9 WHERE number IN (3, 5);
         UPDATE client SET inactive_at = 8 WHERE number IN (4, 5);
         INSERT INTO shop (id, name, created_at, clients, inactive_clients) VALUES (1, '', 0, 4, 1);",
    )
    .unwrap();
    file
}

/// How SQLite goes about a statement.
fn plan_of(file: &Connection, sql: &Sql) -> String {
    let mut explain = file.prepare(&format!("EXPLAIN QUERY PLAN {}", sql.text)).unwrap();
    let lines = explain.query_map(params_from_iter(sql.values.iter()), |row| row.get::<_, String>(3)).unwrap();
    lines.map(Result::unwrap).collect::<Vec<_>>().join("; ")
}

fn everybody(by: ListField) -> ListQuery {
    ListQuery {
        conditions: Vec::new(),
        any: false,
        include_inactive: false,
        contact: None,
        columns: vec![ListField::Number],
        sort: ListSort { by, descending: false },
    }
}

#[test]
fn a_removed_record_figures_in_no_list_and_no_count() {
    let file = file();
    let rows = Rows(&file);
    let in_ussel =
        Condition { field: ListField::Record(ClientField::Town), operator: Operator::Is, values: vec!["ussel".into()] };
    let offers = ContactUse { channel: Channel::Sms, purpose: Purpose::Commercial };
    for by in ListField::ALL.iter().copied().filter(|field| field.is_compared()) {
        for (conditions, contact, include_inactive) in [
            (vec![], None, false),
            (vec![], Some(offers), true),
            (vec![in_ussel.clone()], Some(offers), false),
            (vec![in_ussel.clone()], None, true),
        ] {
            let query = ListQuery { conditions, include_inactive, contact, ..everybody(by) };
            let mut numbers = Vec::new();
            rows.each_of_list(&query, 0, &mut |item| {
                numbers.push(match item {
                    ListItem::Kept(line) | ListItem::Excluded { line, .. } => line.client,
                });
                Ok(())
            })
            .unwrap();
            numbers.sort_unstable();
            let expected = if include_inactive { &[1, 2, 4, 6][..] } else { &[1, 2, 6] };
            assert_eq!(numbers, expected, "{query:?}");
            let count = rows.list_count(&query, 0).unwrap();
            assert_eq!(count.matching, expected.len() as u64, "{query:?}");
            assert_eq!(count.hidden_inactive, u64::from(!include_inactive), "{query:?}");
        }
    }
}

#[test]
fn an_order_that_has_an_index_is_walked_without_sorting_the_file() {
    let file = file();
    for (by, index) in [
        (ListField::Record(ClientField::LastName), "active_client_by_name"),
        (ListField::Record(ClientField::Postcode), "client_by_postcode"),
        (ListField::Record(ClientField::Town), "client_by_town"),
        (ListField::Record(ClientField::Email), "client_by_email"),
        (ListField::CreatedAt, "client_by_creation"),
        (ListField::UpdatedAt, "client_by_update"),
    ] {
        let plan = Rows(&file).plan(&everybody(by), 0).unwrap();
        let lines = plan_of(&file, &plan.lines(plan.populations()[0], None, true));
        // Not even namesakes are sorted among themselves: of who has no name there may be thousands.
        assert!(lines.contains(index) && !lines.contains("TEMP B-TREE"), "{lines}");
    }
    let plan = Rows(&file).plan(&everybody(ListField::Number), 0).unwrap();
    assert_eq!(plan_of(&file, &plan.lines(plan.populations()[0], None, true)), "SCAN c");
    let sorted = ListQuery { include_inactive: true, ..everybody(ListField::Record(ClientField::Town)) };
    let plan = Rows(&file).plan(&sorted, 0).unwrap();
    for counted in plan.matching(true).iter().map(|counted| plan_of(&file, counted)) {
        assert!(counted.contains("COVERING INDEX"), "{counted}");
    }
}

#[test]
fn those_whom_an_index_knows_are_not_looked_up_one_by_one_where_they_are_many() {
    const DAY: i64 = 86_400_000;
    let mut file = file();
    let filling = file.transaction().unwrap();
    // Twelve thousand more, every third of them on the third day, in the opposite order of their names.
    for number in 7..12_007 {
        let (name, day) = (format!("z{:05}", 20_000 - number), if number % 3 == 0 { 2 * DAY } else { 9 * DAY });
        insert(&filling, &name, day);
    }
    filling.commit().unwrap();
    let on_the_third_day =
        Condition { field: ListField::CreatedAt, operator: Operator::Is, values: vec!["1970-01-03".into()] };
    for (by, index, first) in [
        (ListField::Record(ClientField::LastName), Some("active_client_by_name"), 12_006),
        (ListField::Number, None, 9),
        (ListField::Record(ClientField::FirstName), None, 9),
    ] {
        let query = ListQuery { conditions: vec![on_the_third_day.clone()], ..everybody(by) };
        let rows = Rows(&file);
        let plan = rows.plan(&query, 0).unwrap();
        let lines = plan.lines(plan.populations()[0], None, true);
        let explained = plan_of(&file, &lines);
        if let Some(index) = index {
            assert!(explained.contains(index) && !explained.contains("FOR ORDER BY"), "{explained}");
        }
        let mut numbers = Vec::new();
        rows.each_of_list(&query, 0, &mut |item| {
            if let ListItem::Kept(line) = item {
                numbers.push(line.client);
            }
            Ok(())
        })
        .unwrap();
        assert_eq!((numbers.len(), numbers[0]), (4_000, first), "{by:?}: {explained}");
        assert_eq!(rows.list_count(&query, 0).unwrap().matching, 4_000);
        let (mut paged, mut cursor) = (Vec::new(), None);
        loop {
            let request = ListPageRequest { query: query.clone(), cursor, limit: 500 };
            let (mut page, next) =
                rows.page(&rows.plan(&request.query, 0).unwrap(), &request, |found| Ok(found.line.client)).unwrap();
            paged.append(&mut page);
            cursor = next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(paged, numbers, "{by:?}");
    }
}

#[test]
fn a_text_that_few_have_is_found_without_looking_at_everybody() {
    let mut file = file();
    let filling = file.transaction().unwrap();
    for number in 7..5_007 {
        insert(&filling, &format!("z{number:05}"), 9);
    }
    filling
        .execute("UPDATE client SET email = 'n' || number || '@courriel.example', address_1 = '3 rue des Lilas'", [])
        .unwrap();
    filling.execute("UPDATE client SET address_1 = '3 rue du Zèbre' WHERE number IN (50, 4500)", []).unwrap();
    filling.commit().unwrap();
    pieces::write_all(&file).unwrap();
    let rows = Rows(&file);
    let (email, address) = (ListField::Record(ClientField::Email), ListField::Record(ClientField::Address1));
    let condition = |field, operator, value: &str| Condition { field, operator, values: vec![value.into()] };
    for (conditions, any, expected) in [
        (vec![condition(email, Operator::Contains, "zzqx")], false, &[][..]),
        (vec![condition(email, Operator::Contains, "n4321@")], false, &[4_321]),
        (vec![condition(address, Operator::Contains, "zebre")], false, &[50, 4_500]),
        (vec![condition(address, Operator::Is, "3, RUE DU ZÈBRE")], false, &[50, 4_500]),
        (
            vec![condition(email, Operator::Contains, "n50"), condition(address, Operator::Contains, "èbr")],
            false,
            &[50],
        ),
        (
            vec![condition(email, Operator::Begins, "n77@c"), condition(address, Operator::Contains, "zeb")],
            true,
            &[50, 77, 4_500],
        ),
    ] {
        let query = ListQuery { conditions, any, ..everybody(ListField::Record(ClientField::FirstName)) };
        let plan = rows.plan(&query, 0).unwrap();
        let lines = plan.lines(plan.populations()[0], None, true);
        // Whoever is looked up is in the array: few more than are found.
        let looked_up = lines.values.iter().find_map(|value| match value {
            rusqlite::types::Value::Text(text) if text.starts_with('[') => Some(text.split(',').count()),
            _ => None,
        });
        assert!(plan_of(&file, &lines).contains("SEARCH c USING INTEGER PRIMARY KEY"), "{query:?}");
        assert!(looked_up.is_some_and(|count| count < 300), "{looked_up:?} for {query:?}");
        let (found, _) = rows
            .page(&plan, &ListPageRequest { query, cursor: None, limit: 50 }, |found| Ok(found.line.client))
            .unwrap();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_days_of_decisions_are_looked_up_in_their_own_order() {
    let file = file();
    let day =
        Condition { field: ListField::ConsentDate(2), operator: Operator::From, values: vec!["2025-12-01".into()] };
    let query = ListQuery { conditions: vec![day], ..everybody(ListField::Number) };
    assert_eq!(Rows(&file).plan(&query, 0).unwrap().populations()[0].order, super::plan::Order::LookedUp);
    let select = Sql::new("SELECT client FROM decision WHERE at BETWEEN ").bind(1).and(" AND ").bind(2);
    assert!(plan_of(&file, &select).contains("COVERING INDEX decision_by_day"));
}
