//! Printing: JSON for programs, short lines for people. A closed pipe is an ending, not a crash.

use std::io::{self, Write};

use chrono::{Local, TimeZone, Utc};
use serde_json::Value;

/// Prints one line.
pub(crate) fn line(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")
}

/// Prints one JSON value on one line.
pub(crate) fn json(value: &Value) -> io::Result<()> {
    line(&value.to_string())
}

/// UTC milliseconds as RFC 3339, for programs.
pub(crate) fn timestamp(at: i64) -> String {
    Utc.timestamp_millis_opt(at)
        .single()
        .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
        .unwrap_or_default()
}

/// UTC milliseconds as a local date, for people.
pub(crate) fn date(at: i64) -> String {
    Local.timestamp_millis_opt(at).single().map(|at| at.format("%d/%m/%Y").to_string()).unwrap_or_default()
}

/// UTC milliseconds as a local date and time, for people.
pub(crate) fn date_time(at: i64) -> String {
    Local.timestamp_millis_opt(at).single().map(|at| at.format("%d/%m/%Y %H:%M").to_string()).unwrap_or_default()
}

/// Prints rows in columns that are as wide as their longest cell.
pub(crate) fn table<T: AsRef<str>, const N: usize>(rows: &[[T; N]]) -> io::Result<()> {
    let width = |column: usize| rows.iter().map(|row| row[column].as_ref().chars().count()).max().unwrap_or_default();
    let widths: [usize; N] = std::array::from_fn(width);
    for row in rows {
        let cells: Vec<String> =
            row.iter().zip(widths).map(|(cell, width)| format!("{:<width$}", cell.as_ref())).collect();
        line(cells.join("  ").trim_end())?;
    }
    Ok(())
}
