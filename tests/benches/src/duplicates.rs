//! Looking for duplicates over a whole file.

use std::path::Path;
use std::time::Instant;

use ecrin_benches::{Result, shop_file};

use crate::figure::{Figure, Target};
use crate::report::Report;

/// Once: it takes seconds, and reads all there is.
pub(crate) fn measure(report: &mut Report, clients: u64, file: &Path) -> Result<()> {
    let shop = shop_file::unlock(file)?;
    let started = Instant::now();
    let page = shop.duplicates(0, 1)?;
    let took = started.elapsed();
    if page.total == 0 {
        return Err("no duplicate was found: this measures nothing".into());
    }
    let figure = Figure::duration(format!("duplicates of the whole file ({} pairs)", page.total), took).on(clients);
    report.add(if clients == 1_000_000 { figure.target(Target::Under(60_000.0)) } else { figure });
    Ok(())
}
