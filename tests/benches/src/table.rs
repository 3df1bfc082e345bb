//! The one table: a line for each figure, a column for each size of file, and under each figure what others need for the same.

use crate::figure::{Figure, Unit, grouped};

/// All figures in the order in which they were first measured. One that no file matters for stands in the last size's column.
pub(crate) fn of(figures: &[Figure]) -> String {
    let mut sizes: Vec<u64> = figures.iter().filter_map(|figure| figure.clients).collect();
    sizes.sort_unstable();
    sizes.dedup();
    let last = sizes.last().copied();
    let mut head = vec!["figure".to_owned(), "target".to_owned()];
    head.extend(sizes.iter().map(|&size| grouped(size)));
    if sizes.is_empty() {
        head.push("measured".to_owned());
    }
    head.push("Écrin ÷ this".to_owned());

    let mut names: Vec<&str> = Vec::new();
    for figure in figures {
        if !names.contains(&figure.name.as_str()) {
            names.push(&figure.name);
        }
    }
    let mut lines = Vec::new();
    for name in names {
        let own: Vec<&Figure> = figures.iter().filter(|figure| figure.name == name).collect();
        let of_size = |size: Option<u64>| own.iter().copied().find(|figure| figure.clients.or(last) == size);
        let columns: Vec<Option<&Figure>> = if sizes.is_empty() {
            vec![of_size(None)]
        } else {
            sizes.iter().map(|&size| of_size(Some(size))).collect()
        };
        let aim = own.iter().map(|figure| figure.aim()).find(|aim| !aim.is_empty()).unwrap_or_default();
        let mut line = vec![name.to_owned(), aim];
        line.extend(columns.iter().map(|figure| figure.map(Figure::shown).unwrap_or_default()));
        line.push(String::new());
        lines.push(line);
        lines.extend(beside(&columns));
    }
    lay_out(&head, &lines)
}

/// The lines under a figure.
fn beside(columns: &[Option<&Figure>]) -> Vec<Vec<String>> {
    let mut names: Vec<&str> = Vec::new();
    for baseline in columns.iter().flatten().flat_map(|figure| &figure.baselines) {
        if !names.contains(&baseline.name.as_str()) {
            names.push(&baseline.name);
        }
    }
    let line = |name: &&str| {
        let mut line = vec![format!("↳ {name}"), String::new()];
        let mut ratio = String::new();
        for figure in columns {
            let found = figure.and_then(|figure| {
                let baseline = figure.baselines.iter().find(|baseline| baseline.name == *name)?;
                Some((figure, baseline.measured))
            });
            line.push(found.map(|(figure, measured)| figure.unit.show(measured)).unwrap_or_default());
            if let Some((figure, measured)) = found {
                ratio = times(figure, measured);
            }
        }
        line.push(ratio);
        line
    };
    names.iter().map(line).collect()
}

/// "0.31", or nothing where dividing says nothing.
fn times(figure: &Figure, measured: f64) -> String {
    if measured <= 0.0 || figure.unit == Unit::Queries {
        return String::new();
    }
    match figure.measured / measured {
        ratio if ratio >= 9.95 => format!("{ratio:.0}"),
        ratio if ratio >= 0.1 => format!("{ratio:.2}"),
        ratio => format!("{ratio:.4}"),
    }
}

/// Aligned for a terminal, and a table in Markdown too.
pub(crate) fn lay_out(head: &[String], rows: &[Vec<String>]) -> String {
    let width = |at: usize| {
        let cells = std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).filter_map(|row| row.get(at));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let show = |row: &[String]| {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:<width$}"));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = widths.iter().map(|width| "-".repeat(width + 2)).collect::<Vec<_>>().join("|");
    let lines = [show(head), format!("|{rule}|")].into_iter().chain(rows.iter().map(|row| show(row)));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::of;
    use crate::figure::{Figure, Target};

    #[test]
    fn sizes_stand_side_by_side_and_baselines_below() {
        let search = |clients, micros, bare| {
            let figure = Figure::duration("search", Duration::from_micros(micros)).on(clients);
            figure.target(Target::Under(1.0)).against("bare", bare)
        };
        let figures = [search(1_000, 250, 0.5), Figure::bytes("memory", 7_000_000), search(20_000, 1_500, 30.0)];
        let expected = "\
| figure | target | 1,000    | 20,000           | Écrin ÷ this |
|--------|--------|----------|------------------|--------------|
| search | < 1 ms | 0.250 ms | 1.50 ms (missed) |              |
| ↳ bare |        | 0.500 ms | 30 ms            | 0.0500       |
| memory |        |          | 7 MB             |              |
";
        assert_eq!(of(&figures), expected);
    }
}
