//! « Édition des clients »: lists against a comparison with every client, and what is promised of them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod held;
mod model;
mod properties;
mod saved;
mod sentences;

use ecrin_core::clients::{ClientField, ClientNumber};
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::lists::{
    Condition, ContactUse, ExcludedLine, ListField, ListItem, ListLine, ListPageRequest, ListQuery, ListSort, Operator,
};
use ecrin_core_tests::TestShop;

/// Tuesday, 24 November 2026, at noon in France, when no hour speaks against anything.
const NOON: i64 = 1_795_518_000_000;

/// Everybody who is active, by number.
fn everybody() -> ListQuery {
    ListQuery {
        conditions: Vec::new(),
        any: false,
        include_inactive: false,
        contact: None,
        columns: vec![ListField::Number],
        sort: ListSort { by: ListField::Number, descending: false },
    }
}

fn condition(field: ListField, operator: Operator, values: &[&str]) -> Condition {
    Condition { field, operator, values: values.iter().map(|&value| value.to_owned()).collect() }
}

fn by_sms(purpose: Purpose) -> ContactUse {
    ContactUse { channel: Channel::Sms, purpose }
}

const TOWN: ListField = ListField::Record(ClientField::Town);
const LAST_NAME: ListField = ListField::Record(ClientField::LastName);
const MOBILE: ListField = ListField::Record(ClientField::Mobile);

/// Reads a list to its end, so many lines a page.
fn pages(shop: &mut TestShop, query: &ListQuery, limit: u32) -> Vec<ListLine> {
    let (mut lines, mut cursor) = (Vec::new(), None);
    loop {
        let request = ListPageRequest { query: query.clone(), cursor, limit };
        let page = shop.reader().list_page(&request, NOON).unwrap();
        assert!(page.lines.len() <= limit as usize);
        assert!(
            page.next.is_none() || page.lines.len() == limit as usize,
            "a page that is followed by another is full"
        );
        lines.extend(page.lines);
        cursor = page.next;
        if cursor.is_none() {
            return lines;
        }
    }
}

/// The same of those who are left out.
fn excluded(shop: &mut TestShop, query: &ListQuery, limit: u32) -> Vec<ExcludedLine> {
    let (mut lines, mut cursor) = (Vec::new(), None);
    loop {
        let request = ListPageRequest { query: query.clone(), cursor, limit };
        let page = shop.reader().list_excluded(&request, NOON).unwrap();
        lines.extend(page.lines);
        cursor = page.next;
        if cursor.is_none() {
            return lines;
        }
    }
}

/// Reads a list from end to end, as exports do.
fn items(shop: &mut TestShop, query: &ListQuery) -> Vec<ListItem> {
    let mut items = Vec::new();
    let totals = shop
        .reader()
        .each_of_list(query, NOON, &mut |item| {
            items.push(item);
            Ok(())
        })
        .unwrap();
    let kept = items.iter().filter(|item| matches!(item, ListItem::Kept(_))).count();
    assert_eq!((totals.kept, totals.excluded()), (kept as u64, (items.len() - kept) as u64));
    items
}

/// The numbers of those whom a list keeps.
fn kept(shop: &mut TestShop, query: &ListQuery) -> Vec<ClientNumber> {
    pages(shop, query, 500).into_iter().map(|line| line.client).collect()
}
