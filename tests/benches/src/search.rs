//! Search as you type, in the core: from the text to the rows in order.
//!
//! The rows are read and the counts made; turning them into JSON for the window is not in it (see [`crate::window`] for all of it).
//! Beside it the same texts are looked for in bare SQLite, as many rows of the same columns.

use std::path::Path;
use std::time::{Duration, Instant};

use ecrin_benches::queries::{QUERIES, Query};
use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, limits, shop_file};
use ecrin_core::Reader;
use ecrin_core::search::SearchRequest;
use serde::{Serialize, Serializer};

use crate::bare::{self, Kept, Way};
use crate::figure::{Figure, Target, Unit, milliseconds};
use crate::report::Report;

/// How often each query is asked on one connection.
const ROUNDS: usize = 25;
/// How long bare SQLite may go on asking, in rounds of all queries; at least one. Looking at every row of a million takes that long.
const PATIENCE: Duration = Duration::from_secs(8);
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
pub(crate) fn measure(report: &mut Report, seed: u64, clients: u64, file: &Path) -> Result<()> {
    let shop = shop_file::unlock(file)?;
    let mut reader = shop.reader()?;
    // The first answers also fetch the file's pages into the system's cache: they are what « opening » is about.
    let (window, terminal) = (limits::window()?, limits::terminal()?);
    asked(&mut reader, clients, window, true, 1)?;
    for (limit, include_inactive, asks) in [
        (window, false, format!("the window's {window} rows")),
        (window, true, "inactive shown".to_owned()),
        (terminal, false, format!("ecrin-cli's {terminal} rows")),
    ] {
        let (each, all) = asked(&mut reader, clients, limit, include_inactive, ROUNDS)?;
        let others = if asks.starts_with("the window's") { others(seed, clients, limit)? } else { Vec::new() };
        let figure = |what: &str, of: &dyn Fn(&Sample) -> Duration, own: Duration| {
            let figure = Figure::duration(format!("search, {asks}: {what}"), own).on(clients);
            others.iter().fold(figure, |figure, other| figure.against(other.name, milliseconds(of(&other.sample))))
        };
        report.add(figure("median", &Sample::median, all.median()).target(Target::Under(1.0)));
        report.add(figure("95 in 100", &|sample| sample.at_most(95), all.at_most(95)));
        if let Some(slowest) = each.iter().max_by(|a, b| a.median.cmp(&b.median)) {
            let figure = Figure::duration(format!("search, {asks}: slowest query"), slowest.median).on(clients);
            let figure =
                others.iter().fold(figure, |figure, other| figure.against(other.name, milliseconds(other.slowest)));
            report.add(figure.target(Target::Under(10.0)).detail(format!("« {} »", slowest.query)));
        }
        report.add(figure("worst answer", &Sample::worst, all.worst()).target(Target::Under(10.0)));
        if !others.is_empty() {
            let found = each.iter().filter(|asked| asked.rows > 0).count();
            let figure = Figure::of("search: queries that find somebody", Unit::Queries, counted(found)).on(clients);
            report.add(others.iter().fold(figure, |figure, other| figure.against(other.name, counted(other.found))));
        }
        report.queries.extend(each);
    }
    let fresh = fresh(window, || Ok(shop.reader()?))?;
    let name = |what: &str| format!("search, first of a connection: {what}");
    report.add(Figure::duration(name("median"), fresh.median()).on(clients));
    report.add(Figure::duration(name("worst"), fresh.worst()).on(clients));
    Ok(())
}

/// How something else answered the same queries.
struct Other {
    name: &'static str,
    sample: Sample,
    /// The highest median of a query.
    slowest: Duration,
    /// How many of the queries found anybody.
    found: usize,
}

/// Bare SQLite, asked for as many rows.
fn others(seed: u64, clients: u64, limit: u32) -> Result<Vec<Other>> {
    let ways = [
        ("bare SQLite, FTS5, by name", Kept::Plain, Way::ByName),
        ("the same in SQLCipher", Kept::Encrypted, Way::ByName),
        ("bare SQLite, FTS5, in no order", Kept::Plain, Way::AsFound),
        ("bare SQLite, LIKE '%…%'", Kept::Plain, Way::Scan),
    ];
    let mut others = Vec::new();
    for (name, kept, way) in ways {
        let file = bare::clients(seed, clients, kept)?;
        let connection = bare::open(&file, kept)?;
        let mut durations: Vec<Vec<Duration>> = vec![Vec::new(); QUERIES.len()];
        let mut found = 0;
        // Looking at every row warms itself up, and a round of it is long.
        if way != Way::Scan {
            for query in QUERIES {
                bare::search(&connection, way, query.text, limit)?;
            }
        }
        let begun = Instant::now();
        for round in 0..ROUNDS {
            for (query, durations) in QUERIES.iter().zip(&mut durations) {
                let started = Instant::now();
                let rows = bare::search(&connection, way, query.text, limit)?;
                durations.push(started.elapsed());
                found += usize::from(round == 0 && !rows.is_empty());
            }
            if begun.elapsed() > PATIENCE {
                break;
            }
        }
        let slowest = durations.iter().map(|own| Sample::of(own.iter().copied()).median()).max().unwrap_or_default();
        others.push(Other { name, sample: Sample::of(durations.into_iter().flatten()), slowest, found });
    }
    Ok(others)
}

#[allow(clippy::cast_precision_loss, reason = "at most forty")]
fn counted(queries: usize) -> f64 {
    queries as f64
}

/// Every query in turn, so many times.
fn asked(
    reader: &mut Reader,
    clients: u64,
    limit: u32,
    include_inactive: bool,
    rounds: usize,
) -> Result<(Vec<Asked>, Sample)> {
    let request = |query: &Query| SearchRequest::of(query.text, include_inactive, limit);
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
            let request = SearchRequest::of(query.text, false, limit);
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
