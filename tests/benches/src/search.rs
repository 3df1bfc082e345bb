//! Search as you type, in the core: from the text to the rows in order.
//!
//! The rows are read and the counts made; turning them into JSON for the window is not in it (see [`crate::window`] for all of it).

use std::path::Path;
use std::time::{Duration, Instant};

use ecrin_benches::queries::{QUERIES, Query};
use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, limits, shop_file};
use ecrin_core::Reader;
use ecrin_core::search::SearchRequest;
use serde::{Serialize, Serializer};

use crate::figure::{Figure, Target};
use crate::report::Report;

/// How often each query is asked on one connection.
const ROUNDS: usize = 25;
/// How often each query is the first one of a new connection.
const FRESH_ROUNDS: usize = 5;

/// One query as it was answered.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Asked {
    query: &'static str,
    kind: &'static str,
    clients: u64,
    limit: u32,
    include_inactive: bool,
    /// Matches, at most as many as are counted.
    total: u32,
    total_exact: bool,
    rows: usize,
    #[serde(rename = "median_us", serialize_with = "micros")]
    median: Duration,
    #[serde(rename = "worst_us", serialize_with = "micros")]
    worst: Duration,
}

impl Asked {
    /// Its cells: query, clients, found, median, worst.
    pub(crate) fn cells(&self) -> [String; 5] {
        let more = if self.total_exact { "" } else { "+" };
        let how = format!("{}{}", self.limit, if self.include_inactive { ", with inactive" } else { "" });
        let took = |duration: Duration| format!("{:.3} ms", duration.as_secs_f64() * 1000.0);
        let clients = self.clients.to_string();
        let query = format!("{} ({how})", self.query);
        [query, clients, format!("{}{more}", self.total), took(self.median), took(self.worst)]
    }
}

/// Asks everything in every way.
pub(crate) fn measure(report: &mut Report, clients: u64, file: &Path) -> Result<()> {
    let shop = shop_file::unlock(file)?;
    let mut reader = shop.reader()?;
    // The first answers also fetch the file's pages into the system's cache: they are what « opening » is about.
    let (window, terminal) = (limits::window()?, limits::terminal()?);
    asked(&mut reader, clients, window, true, 1)?;
    for (limit, include_inactive, asks) in [
        (window, false, format!("the window's ({window} rows)")),
        (window, true, "the window's, inactive shown".to_owned()),
        (terminal, false, format!("ecrin-cli's ({terminal} rows)")),
    ] {
        let (each, all) = asked(&mut reader, clients, limit, include_inactive, ROUNDS)?;
        let figure = |what: &str, took| Figure::duration(format!("search, {asks}: {what}"), took).on(clients);
        report.add(figure("median", all.median()).target(Target::Under(1.0)));
        report.add(figure("95 in 100", all.at_most(95)));
        if let Some(slowest) = each.iter().max_by(|a, b| a.median.cmp(&b.median)) {
            let what = format!("slowest query, « {} »", slowest.query);
            report.add(figure(&what, slowest.median).target(Target::Under(10.0)));
        }
        let what = format!("worst of {} answers", all.count());
        report.add(figure(&what, all.worst()).target(Target::Under(10.0)));
        report.queries.extend(each);
    }
    let fresh = fresh(window, || Ok(shop.reader()?))?;
    let name = |what: &str| format!("search, the window's, first of a connection: {what}");
    report.add(Figure::duration(name("median"), fresh.median()).on(clients));
    report.add(Figure::duration(name("worst"), fresh.worst()).on(clients));
    Ok(())
}

/// Every query in turn, so many times.
fn asked(
    reader: &mut Reader,
    clients: u64,
    limit: u32,
    include_inactive: bool,
    rounds: usize,
) -> Result<(Vec<Asked>, Sample)> {
    let request = |query: &Query| SearchRequest { text: query.text.to_owned(), include_inactive, limit };
    let mut durations: Vec<Vec<Duration>> = vec![Vec::new(); QUERIES.len()];
    for _ in 0..rounds {
        for (query, durations) in QUERIES.iter().zip(&mut durations) {
            let request = request(query);
            let started = Instant::now();
            reader.search(&request)?;
            durations.push(started.elapsed());
        }
    }
    let mut each = Vec::new();
    for (query, durations) in QUERIES.iter().zip(&durations) {
        let found = reader.search(&request(query))?;
        let sample = Sample::of(durations.iter().copied());
        each.push(Asked {
            query: query.text,
            kind: query.kind,
            clients,
            limit,
            include_inactive,
            total: found.total,
            total_exact: found.total_exact,
            rows: found.clients.len(),
            median: sample.median(),
            worst: sample.worst(),
        });
    }
    Ok((each, Sample::of(durations.into_iter().flatten())))
}

/// Every query as the first one that a connection is asked: nothing prepared, no page in its own cache.
fn fresh(limit: u32, mut open: impl FnMut() -> Result<Reader>) -> Result<Sample> {
    let mut durations = Vec::new();
    for _ in 0..FRESH_ROUNDS {
        for query in QUERIES {
            let request = SearchRequest { text: query.text.to_owned(), include_inactive: false, limit };
            let mut reader = open()?;
            let started = Instant::now();
            reader.search(&request)?;
            durations.push(started.elapsed());
        }
    }
    Ok(Sample::of(durations))
}

fn micros<S: Serializer>(duration: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(duration.as_secs_f64() * 1e6)
}
