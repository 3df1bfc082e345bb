//! One figure: what was measured, what it should be, and what an empty window has instead.

use std::time::Duration;

use serde::Serialize;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    Milliseconds,
    RowsPerSecond,
    /// Of 1,000,000 bytes.
    Megabytes,
}

/// What the figure should be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    Under(f64),
    Above(f64),
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Figure {
    pub(crate) name: String,
    /// On a file of so many clients; `None` where no file matters.
    pub(crate) clients: Option<u64>,
    pub(crate) unit: Unit,
    pub(crate) target: Option<Target>,
    pub(crate) measured: f64,
    /// The same in an empty window.
    pub(crate) baseline: Option<f64>,
}

impl Figure {
    /// A duration.
    pub(crate) fn duration(name: impl Into<String>, measured: Duration) -> Self {
        Self::of(name, Unit::Milliseconds, measured.as_secs_f64() * 1000.0)
    }

    /// A size in memory.
    #[allow(clippy::cast_precision_loss, reason = "memory in bytes fits 53 bits")]
    pub(crate) fn bytes(name: impl Into<String>, measured: u64) -> Self {
        Self::of(name, Unit::Megabytes, measured as f64 / 1e6)
    }

    /// Anything.
    pub(crate) fn of(name: impl Into<String>, unit: Unit, measured: f64) -> Self {
        Self { name: name.into(), clients: None, unit, target: None, measured, baseline: None }
    }

    /// The same on a file of so many clients.
    pub(crate) fn on(self, clients: u64) -> Self {
        Self { clients: Some(clients), ..self }
    }

    /// The same with what it should be.
    pub(crate) fn target(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }

    /// The same beside an empty window's.
    pub(crate) fn beside(self, empty: &Figure) -> Self {
        Self { baseline: Some(empty.measured), ..self }
    }

    /// Whether it is what it should be; true where nothing is asked.
    pub(crate) fn is_met(&self) -> bool {
        match self.target {
            Some(Target::Under(most)) => self.measured < most,
            Some(Target::Above(least)) => self.measured > least,
            None => true,
        }
    }

    /// Its cells: name, clients, target, measured, baseline.
    pub(crate) fn cells(&self) -> [String; 5] {
        let target = match self.target {
            Some(Target::Under(most)) => format!("< {}", self.unit.show(most)),
            Some(Target::Above(least)) => format!("> {}", self.unit.show(least)),
            None => String::new(),
        };
        let missed = if self.is_met() { "" } else { " (missed)" };
        let baseline = self.baseline.map(|baseline| self.unit.show(baseline)).unwrap_or_default();
        let clients = self.clients.map(grouped).unwrap_or_default();
        [self.name.clone(), clients, target, self.unit.show(self.measured) + missed, baseline]
    }
}

impl Unit {
    fn show(self, value: f64) -> String {
        match self {
            Self::Milliseconds if value.fract() == 0.0 || value >= 100.0 => format!("{value:.0} ms"),
            Self::Milliseconds if value >= 10.0 => format!("{value:.1} ms"),
            Self::Milliseconds if value >= 1.0 => format!("{value:.2} ms"),
            Self::Milliseconds => format!("{value:.3} ms"),
            Self::RowsPerSecond => format!("{} rows/s", grouped(whole(value))),
            Self::Megabytes => format!("{value:.0} MB"),
        }
    }
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
        let met =
            Figure::duration("search, median", Duration::from_micros(64)).target(Target::Under(1.0)).on(1_000_000);
        assert_eq!(met.cells(), ["search, median", "1,000,000", "< 1 ms", "0.064 ms", ""]);
        let import = Figure::of("import", Unit::RowsPerSecond, 29_999.6).target(Target::Above(30_000.0));
        assert_eq!(import.cells(), ["import", "", "> 30,000 rows/s", "30,000 rows/s (missed)", ""]);
        let empty = Figure::bytes("memory", 206_400_000);
        let window = Figure::bytes("memory", 231_000_000).beside(&empty);
        assert_eq!(window.cells(), ["memory", "", "", "231 MB", "206 MB"]);
        assert_eq!(Figure::duration("paint", Duration::from_micros(313_700)).cells()[3], "314 ms");
    }
}
