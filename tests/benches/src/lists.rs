//! Lists: the first page of many kinds of filters, counts by the gate, and a list read from end to end.
//!
//! A first page is what the window asks for: fifty lines with the columns of its table. Each filter is asked on a connection of its own,
//! nothing prepared and nothing in its cache, and then again and again.

use std::path::Path;
use std::time::{Duration, Instant};

use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, shop_file};
use ecrin_core::clients::ClientField as C;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::lists::{Condition, ContactUse, ListField as F, ListPageRequest, ListQuery, ListSort, Operator as O};

use crate::figure::{Figure, Target};
use crate::report::Report;

/// A Tuesday at 11:00 in France.
const WORKING_HOURS: i64 = 1_764_064_800_000;
/// How often each page is asked for on one connection.
const ROUNDS: usize = 5;
/// Lines of a page.
const LINES: u32 = 50;

/// All of it.
pub(crate) fn measure(report: &mut Report, clients: u64, file: &Path) -> Result<()> {
    let shop = shop_file::unlock(file)?;
    let (mut firsts, mut again) = (Vec::new(), Vec::new());
    for (name, query) in filters() {
        let reader = shop.reader()?;
        let request = ListPageRequest { query, cursor: None, limit: LINES };
        let page = || -> Result<(Duration, usize)> {
            let started = Instant::now();
            let page = reader.list_page(&request, WORKING_HOURS)?;
            Ok((started.elapsed(), page.lines.len()))
        };
        let (first, lines) = page()?;
        let rounds = (0..ROUNDS).map(|_| Ok(page()?.0)).collect::<Result<Vec<_>>>()?;
        eprintln!("  list « {name} »: {lines} lines, first {first:?}, then {:?}", Sample::of(rounds.clone()).median());
        firsts.push((name, first));
        again.push((name, Sample::of(rounds).median()));
    }
    for (when, pages) in [("first of a connection", &firsts), ("asked again", &again)] {
        let median = Sample::of(pages.iter().map(|(_, took)| *took)).median();
        report.add(Figure::duration(format!("list, first page, {when}: median filter"), median).on(clients));
        if let Some((name, took)) = pages.iter().max_by_key(|(_, took)| *took) {
            let slowest = Figure::duration(format!("list, first page, {when}: slowest filter"), *took).on(clients);
            report.add(slowest.target(Target::Under(100.0)).detail(format!("« {name} »")));
        }
    }
    let reader = shop.reader()?;
    for (name, query) in [
        ("everybody, for offers by SMS", by_sms(Vec::new())),
        ("a frequent condition, for offers by SMS", by_sms(vec![is(F::Record(C::Type), "client")])),
        ("a third of all by a day, for no contact", list(vec![condition(F::UpdatedAt, O::Until, &["2022-12-31"])])),
    ] {
        let started = Instant::now();
        let count = reader.list_count(&query, WORKING_HOURS)?;
        let took = started.elapsed();
        if count.kept == 0 {
            return Err("a list of nobody: this measures nothing".into());
        }
        report.add(Figure::duration(format!("list, exact count and guard: {name}"), took).on(clients));
    }
    for (name, by) in [("name", F::Record(C::LastName)), ("number", F::Number), ("town", F::Record(C::Town))] {
        let query = ListQuery { sort: ListSort { by, descending: false }, ..by_sms(Vec::new()) };
        let started = Instant::now();
        let mut lines = 0;
        reader.each_of_list(&query, WORKING_HOURS, &mut |_| {
            lines += 1;
            Ok(())
        })?;
        report.add(Figure::rate(format!("list, read from end to end by {name}"), lines, started.elapsed()).on(clients));
    }
    Ok(())
}

fn is(field: F, value: &str) -> Condition {
    condition(field, O::Is, &[value])
}

fn condition(field: F, operator: O, values: &[&str]) -> Condition {
    Condition { field, operator, values: values.iter().map(|&value| value.to_owned()).collect() }
}

fn list(conditions: Vec<Condition>) -> ListQuery {
    let columns = [C::Civility, C::LastName, C::FirstName, C::Postcode, C::Town, C::Mobile, C::Email].map(F::Record);
    ListQuery {
        conditions,
        any: false,
        include_inactive: false,
        contact: None,
        columns: [&[F::Number][..], &columns].concat(),
        sort: ListSort { by: F::Record(C::LastName), descending: false },
    }
}

fn by_sms(conditions: Vec<Condition>) -> ListQuery {
    ListQuery { contact: Some(ContactUse { channel: Channel::Sms, purpose: Purpose::Commercial }), ..list(conditions) }
}

fn sorted(by: F, descending: bool) -> ListQuery {
    ListQuery { sort: ListSort { by, descending }, ..list(Vec::new()) }
}

/// Frequent conditions and rare ones, with an index and without, all orders of the table, and nobody.
fn filters() -> Vec<(&'static str, ListQuery)> {
    let record = F::Record;
    let all = |conditions: &[Condition]| list(conditions.to_vec());
    vec![
        ("everybody", list(Vec::new())),
        ("for offers by SMS", by_sms(Vec::new())),
        ("town is USSEL", all(&[is(record(C::Town), "Ussel")])),
        ("town is PARIS", all(&[is(record(C::Town), "Paris")])),
        ("postcode 19000 to 19999", all(&[condition(record(C::Postcode), O::Between, &["19000", "19999"])])),
        ("postcode begins with 750", all(&[condition(record(C::Postcode), O::Begins, &["750"])])),
        ("name begins with MART", all(&[condition(record(C::LastName), O::Begins, &["mart"])])),
        ("a mobile number", all(&[is(record(C::Mobile), "06 39 98 71 10")])),
        ("email holds boutique", all(&[condition(record(C::Email), O::Contains, &["boutique"])])),
        ("email holds what nobody has", all(&[condition(record(C::Email), O::Contains, &["zzqx"])])),
        ("address holds what nobody has", all(&[condition(record(C::Address1), O::Contains, &["zzqx"])])),
        ("created this month", all(&[condition(F::CreatedAt, O::From, &["2025-12-01"])])),
        ("not changed for three years", all(&[condition(F::UpdatedAt, O::Until, &["2022-12-31"])])),
        ("prospects", all(&[is(record(C::Type), "prospect")])),
        ("professionals of Lyon", all(&[is(record(C::Professional), "professional"), is(record(C::Town), "Lyon")])),
        ("restricted", all(&[condition(F::RestrictedAt, O::Filled, &[])])),
        ("withdrew offers by SMS", all(&[is(F::Consent(2), "withdrawn")])),
        ("agreed to offers by SMS in writing", all(&[is(F::ConsentMode(2), "Accord écrit")])),
        ("agreed this month", all(&[condition(F::ConsentDate(2), O::From, &["2025-12-01"])])),
        ("by postcode", sorted(record(C::Postcode), false)),
        ("by town", sorted(record(C::Town), false)),
        ("the newest first", sorted(F::CreatedAt, true)),
        ("by e-mail", sorted(record(C::Email), false)),
        ("inactive ones too", ListQuery { include_inactive: true, ..list(Vec::new()) }),
    ]
}
