//! Importing a table into a new file: from the choice of the table to the last row on the disk.

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use ecrin_benches::sample::Sample;
use ecrin_benches::shop_file::{self, STILL};
use ecrin_benches::{Result, csv_table, folder};
use ecrin_core::demonstration::{DEMONSTRATION_PASSPHRASE, DEMONSTRATION_SHOP_NAME};
use ecrin_core::imports::{self, ImportOptions, ImportRequest};
use ecrin_core::shop::{NewShop, Shop};

use crate::figure::{Figure, Target, Unit, per_second};
use crate::report::Report;
use crate::sqlite3::{self, Filled};

/// How often: the median counts. A million rows once, which takes long enough to be sure of.
const TIMES: u64 = 3;
const LONG: u64 = 300_000;

/// Imports the same table several times, each time into a new file; and so does sqlite3.
pub(crate) fn measure(report: &mut Report, seed: u64, rows: u64) -> Result<()> {
    let table = csv_table::of(seed, rows)?;
    report.data(rows, &csv_table::sha256(&table)?);
    let times = if rows > LONG { 1 } else { TIMES };
    let median = |import: &dyn Fn() -> Result<Duration>| -> Result<f64> {
        let durations: Result<Vec<Duration>> = (0..times).map(|_| import()).collect();
        Ok(per_second(rows, Sample::of(durations?).median()))
    };
    let own = median(&|| import(&table, rows))?;
    let name = "import of a CSV into a new file, duplicates looked for";
    let mut figure = Figure::of(name, Unit::RowsPerSecond, own).on(rows).target(Target::Above(30_000.0));
    if sqlite3::is_there() {
        let bare = median(&|| sqlite3::import(&table, rows, Filled::TableAndWords))?;
        figure = figure.against("sqlite3, .import and then an FTS5 index", bare);
        figure = figure.against("sqlite3, .import alone", median(&|| sqlite3::import(&table, rows, Filled::Table))?);
    }
    report.add(figure);
    Ok(())
}

/// Looks at the table as the window does before it asks, then imports it. Every row must arrive.
fn import(table: &Path, rows: u64) -> Result<Duration> {
    shop_file::remove_older("import.ecrin")?;
    let file = folder()?.join("import.ecrin");
    let new = NewShop { name: DEMONSTRATION_SHOP_NAME, passphrase: DEMONSTRATION_PASSPHRASE, demonstration: true };
    let mut shop = Shop::create(&file, new, Box::new(STILL))?;
    let started = Instant::now();
    let options = ImportOptions::default();
    let mapping = imports::preview(table, &options)?.mapping();
    let path = table.to_string_lossy().into_owned();
    let request = ImportRequest { path, options, mapping, dry_run: false, rejects_path: None };
    let done = imports::run(&mut shop, &request, &mut |_| {}, &AtomicBool::new(false))?;
    let took = started.elapsed();
    drop(shop);
    shop_file::remove_older("import.ecrin")?;
    if done.imported != rows || request.mapping.contains(&None) {
        let reasons = serde_json::to_string(&done.reasons)?;
        return Err(format!("{} of {rows} rows were imported, rejected for {reasons}", done.imported).into());
    }
    Ok(took)
}
