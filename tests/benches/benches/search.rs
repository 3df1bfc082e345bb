//! The forty searches one by one, each with its spread: `cargo bench -p ecrin-benches`.
//!
//! On a million generated clients, or as many as `ECRIN_BENCH_CLIENTS` says; the file is made if it is missing, and kept.
#![allow(clippy::print_stderr, reason = "this program talks to a terminal")]
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "it is const; clippy for Windows cannot see it through the macro"
)]

use std::cell::RefCell;
use std::{env, fmt};

use divan::Bencher;
use ecrin_benches::queries::QUERIES;
use ecrin_benches::{Result, limits, shop_file};
use ecrin_core::Reader;
use ecrin_core::search::SearchRequest;

fn main() -> Result<()> {
    open()?;
    divan::main();
    Ok(())
}

thread_local! {
    static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
}

/// One of the queries, by its place among them, so that they are shown in their order.
#[derive(Debug, Clone, Copy)]
struct Numbered(usize);

impl fmt::Display for Numbered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02} {}", self.0 + 1, QUERIES[self.0].text)
    }
}

fn numbered() -> impl Iterator<Item = Numbered> {
    (0..QUERIES.len()).map(Numbered)
}

/// The reading connection of this thread; divan measures on the main one.
fn open() -> Result<()> {
    let clients = env::var("ECRIN_BENCH_CLIENTS").map_or(Ok(1_000_000), |count| count.parse())?;
    let path = shop_file::of(shop_file::SEED, clients, &mut |written| {
        if written % 100_000 == 0 {
            eprintln!("making the file: {written} of {clients} clients");
        }
    })?;
    let reader = shop_file::unlock(&path)?.reader()?;
    READER.set(Some(reader));
    Ok(())
}

fn measure(bencher: Bencher<'_, '_>, query: Numbered, include_inactive: bool, limit: Result<u32>) {
    let limit = limit.expect("a number of rows");
    let request = SearchRequest::of(QUERIES[query.0].text, include_inactive, limit);
    READER.with_borrow_mut(|reader| {
        let reader = reader.as_mut().expect("opened before the first bench");
        bencher.bench_local(|| reader.search(&request));
    });
}

/// As the window asks.
#[divan::bench(args = numbered())]
fn window(bencher: Bencher<'_, '_>, query: Numbered) {
    measure(bencher, query, false, limits::window());
}

/// As the window asks with « Afficher les inactifs ».
#[divan::bench(args = numbered())]
fn window_with_inactive(bencher: Bencher<'_, '_>, query: Numbered) {
    measure(bencher, query, true, limits::window());
}

/// As `ecrin-cli` asks when nothing is said.
#[divan::bench(args = numbered())]
fn terminal(bencher: Bencher<'_, '_>, query: Numbered) {
    measure(bencher, query, false, limits::terminal());
}
