//! One figure: what was measured, what it should be, and what others need for the same.

use std::time::Duration;

use serde::Serialize;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    Milliseconds,
    RowsPerSecond,
    MessagesPerSecond,
    /// Of 1,000,000 bytes.
    Megabytes,
    /// Of the forty.
    Queries,
}

/// What the figure should be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    Under(f64),
    Above(f64),
    /// So many times the first of its baselines at most.
    Times(f64),
}

/// What something else than Écrin was measured to need, in the same run, on the same data and in the same unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Baseline {
    pub(crate) name: String,
    pub(crate) measured: f64,
}

/// One measurement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Figure {
    pub(crate) name: String,
    /// On a file of so many clients; `None` where no file matters.
    pub(crate) clients: Option<u64>,
    pub(crate) unit: Unit,
    pub(crate) target: Option<Target>,
    pub(crate) measured: f64,
    /// What a reader may want to know of this one measurement; empty where there is nothing.
    pub(crate) detail: String,
    pub(crate) baselines: Vec<Baseline>,
}

impl Figure {
    /// A duration.
    pub(crate) fn duration(name: impl Into<String>, measured: Duration) -> Self {
        Self::of(name, Unit::Milliseconds, milliseconds(measured))
    }

    /// A size in memory.
    pub(crate) fn bytes(name: impl Into<String>, measured: u64) -> Self {
        Self::of(name, Unit::Megabytes, megabytes(measured))
    }

    /// How many rows were gone through in a second.
    pub(crate) fn rate(name: impl Into<String>, rows: u64, took: Duration) -> Self {
        Self::of(name, Unit::RowsPerSecond, per_second(rows, took))
    }

    /// Anything.
    pub(crate) fn of(name: impl Into<String>, unit: Unit, measured: f64) -> Self {
        Self {
            name: name.into(),
            clients: None,
            unit,
            target: None,
            measured,
            detail: String::new(),
            baselines: Vec::new(),
        }
    }

    /// The same on a file of so many clients.
    pub(crate) fn on(self, clients: u64) -> Self {
        Self { clients: Some(clients), ..self }
    }

    /// The same with what it should be.
    pub(crate) fn target(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }

    /// The same with a word more.
    pub(crate) fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    /// The same beside an empty window's.
    pub(crate) fn beside(self, empty: &Figure) -> Self {
        self.against("an empty window", empty.measured)
    }

    /// The same beside somebody else's, in the figure's own unit.
    pub(crate) fn against(mut self, name: impl Into<String>, measured: f64) -> Self {
        self.baselines.push(Baseline { name: name.into(), measured });
        self
    }

    /// Whether it is what it should be; true where nothing is asked.
    pub(crate) fn is_met(&self) -> bool {
        match self.target {
            Some(Target::Under(most)) => self.measured < most,
            Some(Target::Above(least)) => self.measured > least,
            Some(Target::Times(most)) => {
                self.baselines.first().is_some_and(|baseline| self.measured < most * baseline.measured)
            }
            None => true,
        }
    }

    /// What should be, for a reader.
    pub(crate) fn aim(&self) -> String {
        match self.target {
            Some(Target::Under(most)) => format!("< {}", self.unit.show(most)),
            Some(Target::Above(least)) => format!("> {}", self.unit.show(least)),
            Some(Target::Times(most)) => format!("< {most} ×"),
            None => String::new(),
        }
    }

    /// What is, for a reader.
    pub(crate) fn shown(&self) -> String {
        self.unit.show(self.measured) + if self.is_met() { "" } else { " (missed)" }
    }
}

impl Unit {
    pub(crate) fn show(self, value: f64) -> String {
        match self {
            Self::Milliseconds if value.fract() == 0.0 || value >= 100.0 => format!("{} ms", grouped(whole(value))),
            Self::Milliseconds if value >= 10.0 => format!("{value:.1} ms"),
            Self::Milliseconds if value >= 1.0 => format!("{value:.2} ms"),
            Self::Milliseconds if value >= 0.01 => format!("{value:.3} ms"),
            Self::Milliseconds => format!("{value:.5} ms"),
            Self::RowsPerSecond => format!("{} rows/s", grouped(whole(value))),
            Self::MessagesPerSecond => format!("{} messages/s", grouped(whole(value))),
            Self::Megabytes => format!("{value:.0} MB"),
            Self::Queries => format!("{value:.0} of 40"),
        }
    }
}

/// In the unit of durations.
pub(crate) fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// In the unit of sizes.
#[allow(clippy::cast_precision_loss, reason = "memory in bytes fits 53 bits")]
pub(crate) fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// In the unit of rates.
#[allow(clippy::cast_precision_loss, reason = "a count of rows fits 53 bits")]
pub(crate) fn per_second(rows: u64, took: Duration) -> f64 {
    rows as f64 / took.as_secs_f64()
}

/// 30000 as "30,000".
pub(crate) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of rows")]
fn whole(value: f64) -> u64 {
    value.round() as u64
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Figure, Target, Unit};

    #[test]
    fn a_figure_shows_what_it_should_be_and_whether_it_is() {
        let met = Figure::duration("search, median", Duration::from_micros(64)).target(Target::Under(1.0));
        assert_eq!((met.aim(), met.shown()), ("< 1 ms".into(), "0.064 ms".into()));
        let import = Figure::of("import", Unit::RowsPerSecond, 29_999.6).target(Target::Above(30_000.0));
        assert_eq!((import.aim(), import.shown()), ("> 30,000 rows/s".into(), "30,000 rows/s (missed)".into()));
        assert_eq!(Figure::duration("paint", Duration::from_micros(313_700)).shown(), "314 ms");
        assert_eq!(Figure::duration("scan", Duration::from_millis(1_250)).shown(), "1,250 ms");
        assert_eq!(Figure::rate("import", 500, Duration::from_millis(250)).shown(), "2,000 rows/s");
    }

    #[test]
    fn an_empty_window_is_a_baseline_like_others() {
        let window = Figure::bytes("memory", 231_000_000).beside(&Figure::bytes("memory", 206_400_000));
        assert_eq!((window.baselines[0].name.as_str(), window.baselines[0].measured), ("an empty window", 206.4));
    }
}
