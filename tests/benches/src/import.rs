//! Importing a table into a new file: from the choice of the table to the last row on the disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use chrono::DateTime;
use ecrin_benches::sample::Sample;
use ecrin_benches::shop_file::{self, StillClock};
use ecrin_benches::{Result, folder};
use ecrin_core::demonstration::{DEMONSTRATION_PASSPHRASE, DEMONSTRATION_SHOP_NAME, DemoClient};
use ecrin_core::imports::{self, ImportOptions, ImportRequest};
use ecrin_core::shop::{NewShop, Shop};

use crate::figure::{Figure, Target, Unit, grouped};
use crate::report::Report;

/// How many rows the table has.
pub(crate) const ROWS: u64 = 100_000;
const TIMES: usize = 3;

const HEADER: [&str; 19] = [
    "Civilité",
    "Nom",
    "Prénom",
    "Société",
    "Adresse 1",
    "Adresse 2",
    "Adresse 3",
    "Code postal",
    "Ville",
    "Pays",
    "E-mail",
    "Téléphone",
    "Portable",
    "Origine",
    "Type",
    "Professionnel",
    "Inactif",
    "Motif",
    "Date MAJ",
];

/// Imports the same table several times, each time into a new file.
#[allow(clippy::cast_precision_loss, reason = "a count of rows fits 53 bits")]
pub(crate) fn measure(report: &mut Report, rows: u64) -> Result<()> {
    let table = table(rows)?;
    let durations: Result<Vec<Duration>> = (0..TIMES).map(|_| import(&table, rows)).collect();
    let took = Sample::of(durations?);
    let name = format!("import of {} rows, CSV, into a new file: median of {TIMES}", grouped(rows));
    let figure = Figure::of(name, Unit::RowsPerSecond, rows as f64 / took.median().as_secs_f64());
    report.add(figure.target(Target::Above(30_000.0)));
    Ok(())
}

/// Looks at the table as the window does before it asks, then imports it. Every row must arrive.
fn import(table: &Path, rows: u64) -> Result<Duration> {
    shop_file::remove_older("import.ecrin")?;
    let file = folder()?.join("import.ecrin");
    let new = NewShop { name: DEMONSTRATION_SHOP_NAME, passphrase: DEMONSTRATION_PASSPHRASE, demonstration: true };
    let mut shop = Shop::create(&file, new, Box::new(StillClock))?;
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

/// The table, made if it is missing: `;`, UTF-8, as other programs write it.
fn table(rows: u64) -> Result<PathBuf> {
    let path = folder()?.join(format!("table-{rows}-{}.csv", shop_file::digest()?));
    if path.exists() {
        return Ok(path);
    }
    shop_file::remove_older(&format!("table-{rows}-"))?;
    let partial = path.with_extension("partial");
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_path(&partial)?;
    writer.write_record(HEADER)?;
    for person in shop_file::people(rows) {
        writer.write_record(cells(&person))?;
    }
    writer.into_inner().map_err(|error| error.to_string())?.sync_all()?;
    fs::rename(&partial, &path)?;
    Ok(path)
}

fn cells(person: &DemoClient) -> [String; HEADER.len()] {
    let input = person.input.clone();
    let yes = |yes: bool| if yes { "oui" } else { "non" }.to_owned();
    let (inactive, reason) = match &person.inactive {
        Some((_, reason)) => (yes(true), reason.clone()),
        None => (yes(false), String::new()),
    };
    [
        input.civility,
        input.last_name,
        input.first_name,
        input.company,
        input.address_1,
        input.address_2,
        input.address_3,
        input.postcode,
        input.town,
        input.country,
        input.email,
        input.phone,
        input.mobile,
        input.origins,
        input.r#type.code().to_owned(),
        yes(input.professional),
        inactive,
        reason,
        day(person.updated_at),
    ]
}

/// UTC milliseconds as "18/09/2018".
fn day(at: i64) -> String {
    DateTime::from_timestamp_millis(at).map(|at| at.format("%d/%m/%Y").to_string()).unwrap_or_default()
}
