//! Walking through a list in its order, line by line.

use rusqlite::{Row, Rows as Lines, Statement, params_from_iter};

use super::cursor::{Cursor, Key};
use super::fields::cell;
use super::plan::{Order, Plan};
use super::sql::Sql;
use crate::clients::ClientNumber;
use crate::consents::Given;
use crate::contact::{Ground, Reason, Reasons, Verdict};
use crate::documents::day_of;
use crate::lists::{BY_DEFAULT, Cell, ListField, ListLine};
use crate::store::Rows;
use crate::{Error, Result};

/// How many lines are found at once where no index is in the order of the list: for each batch every client is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Batch {
    /// A page or two.
    Page,
    /// As many as memory allows without being felt (some ten megabytes).
    All,
}

/// One client of the list.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) line: ListLine,
    /// Everything against their being in the list, but for the hour; where it serves no contact, that their data are restricted.
    pub(super) reasons: Reasons,
    key: Key,
}

impl Found {
    /// The place after this line.
    pub(super) fn place(&self) -> Cursor {
        Cursor(self.key.clone(), self.line.client)
    }
}

impl Batch {
    const fn lines(self) -> usize {
        match self {
            Batch::Page => 1_000,
            Batch::All => 100_000,
        }
    }
}

impl Rows<'_> {
    /// Calls `each` with every client of the list after a place, in its order, until there is none or it says `false`.
    ///
    /// # Errors
    /// `Interrupted`; what the database or `each` may say.
    pub(super) fn walk(
        &self,
        plan: &Plan,
        after: Option<Cursor>,
        batch: Batch,
        each: &mut dyn FnMut(Found) -> Result<bool>,
    ) -> Result<()> {
        if plan.populations().iter().any(|population| matches!(population.order, Order::Sorted(_))) {
            return self.walk_in_batches(plan, after, batch.lines(), each);
        }
        let lines: Vec<Sql> =
            plan.populations().into_iter().map(|population| plan.lines(population, after.as_ref(), true)).collect();
        let mut statements: Vec<Statement<'_>> =
            lines.iter().map(|lines| self.0.prepare(&lines.text)).collect::<rusqlite::Result<_>>()?;
        let mut parts = Vec::with_capacity(lines.len());
        for (statement, lines) in statements.iter_mut().zip(lines) {
            parts.push(Part::of(self, plan, statement.query(params_from_iter(lines.values))?)?);
        }
        while let Some(first) = first(&parts, plan.sort.descending) {
            let Some(found) = parts[first].take(self, plan)? else { break };
            if !each(found)? {
                break;
            }
        }
        Ok(())
    }

    /// The same where nothing is in the order of the list.
    fn walk_in_batches(
        &self,
        plan: &Plan,
        mut after: Option<Cursor>,
        batch: usize,
        each: &mut dyn FnMut(Found) -> Result<bool>,
    ) -> Result<()> {
        let line = plan.line(0);
        let mut select = self.0.prepare(&line.text)?;
        let mut values = line.values;
        loop {
            let mut places = Vec::new();
            for population in plan.populations() {
                let limit = i64::try_from(batch).unwrap_or(i64::MAX);
                let lines = plan.lines(population, after.as_ref(), false).and(" LIMIT ").bind(limit);
                let mut statement = self.0.prepare(&lines.text)?;
                let mut rows = statement.query(params_from_iter(lines.values))?;
                while let Some(row) = rows.next()? {
                    places.push(Cursor(Key::of(row.get_ref(1)?)?, row.get(0)?));
                }
            }
            let ended = places.len() < batch;
            for Cursor(key, number) in places {
                // The number is the last value that is bound.
                if let Some(last) = values.last_mut() {
                    *last = number.into();
                }
                let mut rows = select.query(params_from_iter(values.iter()))?;
                if let Some(row) = rows.next()?
                    && !each(self.found(plan, row)?)?
                {
                    return Ok(());
                }
                after = Some(Cursor(key, number));
            }
            if ended {
                return Ok(());
            }
        }
    }

    /// Reads a line and asks the guard.
    fn found(&self, plan: &Plan, row: &Row<'_>) -> Result<Found> {
        let client: ClientNumber = row.get(0)?;
        let key = Key::of(row.get_ref(1)?)?;
        let mut cells = Vec::with_capacity(plan.columns.len());
        for (at, column) in plan.columns.iter().enumerate() {
            cells.push(cell(*column, row, at + 3)?);
        }
        let mut reasons = Reasons::default();
        if let Some(guard) = &plan.guard {
            let verdict = self.judge(guard, client, row.get::<_, Option<u8>>(2)?.ok_or(Error::FileCorrupt)?)?;
            reasons = verdict.reasons.without(Reason::OutsideHours);
            self.tell_contact(plan, &verdict, &mut cells)?;
        } else if plan.restricted.binary_search(&client).is_ok() {
            reasons = Reasons::only(Reason::Restricted);
        }
        Ok(Found { line: ListLine { client, cells }, reasons, key })
    }

    /// Fills in what is about the decision on which the guard's answer rests.
    fn tell_contact(&self, plan: &Plan, verdict: &Verdict, cells: &mut [Cell]) -> Result<()> {
        let told = |column: &ListField| !column.is_compared();
        if !plan.columns.iter().any(told) {
            return Ok(());
        }
        let Some(decision) = verdict.decision else {
            if verdict.ground == Ground::NotOpposed {
                for (column, cell) in plan.columns.iter().zip(cells) {
                    if *column == ListField::ContactConsent {
                        *cell = Cell::Code(BY_DEFAULT);
                    }
                }
            }
            return Ok(());
        };
        let (at, mode) = self.decision_day(decision)?.ok_or(Error::FileCorrupt)?;
        let answer = match verdict.ground {
            Ground::Objection if verdict.reasons.contains(Reason::Refused) => Given::Refused,
            Ground::Objection => Given::Withdrawn,
            _ => Given::Granted,
        };
        for (column, cell) in plan.columns.iter().zip(cells) {
            match column {
                ListField::ContactConsent => *cell = Cell::Code(answer.code()),
                ListField::ContactMode if !mode.is_empty() => *cell = Cell::Text(mode.clone()),
                ListField::ContactDate => *cell = Cell::Day(day_of(at)),
                _ => {}
            }
        }
        Ok(())
    }
}

/// A part of the list, in its order, with its next line.
struct Part<'a> {
    lines: Lines<'a>,
    next: Option<Found>,
}

impl<'a> Part<'a> {
    fn of(rows: &Rows<'_>, plan: &Plan, lines: Lines<'a>) -> Result<Part<'a>> {
        let mut part = Part { lines, next: None };
        part.take(rows, plan)?;
        Ok(part)
    }

    /// The next line; the one after it is read.
    fn take(&mut self, rows: &Rows<'_>, plan: &Plan) -> Result<Option<Found>> {
        let after = self.lines.next()?.map(|row| rows.found(plan, row)).transpose()?;
        Ok(std::mem::replace(&mut self.next, after))
    }
}

/// The part whose next line comes first.
fn first(parts: &[Part<'_>], descending: bool) -> Option<usize> {
    let mut first: Option<(usize, &Found)> = None;
    for (at, part) in parts.iter().enumerate() {
        let Some(next) = &part.next else { continue };
        let before = |other: &Found| {
            let by_key = if descending { other.key.cmp(&next.key) } else { next.key.cmp(&other.key) };
            by_key.then(next.line.client.cmp(&other.line.client)).is_lt()
        };
        if first.is_none_or(|(_, other)| before(other)) {
            first = Some((at, next));
        }
    }
    first.map(|(at, _)| at)
}
