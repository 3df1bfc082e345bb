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
