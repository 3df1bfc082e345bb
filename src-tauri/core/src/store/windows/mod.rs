//! Pages of a record's windows, by key.
//!
//! A window's rows belong to a record by one of one or two columns (a subscription by its recipient or its payer). Each record of the
//! family is asked for its first rows by each of these columns, which an index answers in the order of days, and what comes is put
//! together: families are small, pages too.

mod keys;
mod rows;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, named_params};

use crate::clients::{ClientNumber, ContactType};
use crate::store::Rows;
use crate::store::clients::contact_type;
use crate::windows::{ExportedWindow, Window, WindowRow, WindowRows, WindowSort};
use crate::{Error, Result};
use keys::{Owner, key, owners, table};

/// A row's place in an order.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    key: Value,
    id: i64,
}

/// Where to begin, and how far to go.
#[derive(Clone, Debug)]
struct Span {
    after: Option<Place>,
    /// Below zero: to the end.
    limit: i64,
}

impl Rows<'_> {
    /// Some rows of a window. States are those of `today`.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`; `BadRequest` for a column that the window does not have.
    pub(crate) fn window_page(
        &self,
        whose: &ExportedWindow,
        after: Option<i64>,
        limit: u32,
        today: NaiveDate,
    ) -> Result<WindowRows> {
        let number = self.living(whose.number)?;
        let family = self.family(number)?;
        let after = after.map(|id| self.place(whose, &family, id, today)).transpose()?.flatten();
        let mut ids = self.places(whose, &family, &Span { after, limit: i64::from(limit) + 1 }, today)?;
        let more = ids.len() > limit as usize;
        ids.truncate(limit as usize);
        let next = ids.last().filter(|_| more).copied();
        let rows =
            ids.into_iter().map(|id| self.window_row(whose.window, id, &family, today)).collect::<Result<_>>()?;
        let total = self.window_total(whose.window, &family)?;
        Ok(WindowRows { rows, total, next, barred: whose.window.barred_to(self.contact_type_of(number)?) })
    }

    /// Calls `each` with every row of a window.
    ///
    /// # Errors
    /// As [`Rows::window_page`]; what `each` says.
    pub(crate) fn each_of_window(
        &self,
        whose: &ExportedWindow,
        today: NaiveDate,
        mut each: impl FnMut(WindowRow) -> Result<()>,
    ) -> Result<()> {
        let family = self.family(self.living(whose.number)?)?;
        for id in self.places(whose, &family, &Span { after: None, limit: -1 }, today)? {
            each(self.window_row(whose.window, id, &family, today)?)?;
        }
        Ok(())
    }

    fn contact_type_of(&self, number: ClientNumber) -> Result<ContactType> {
        let mut select = self.0.prepare_cached("SELECT type FROM client WHERE number = ?1")?;
        Ok(select.query_row([number], contact_type)?)
    }

    /// A record and all that went into it.
    pub(in crate::store) fn family(&self, number: ClientNumber) -> Result<Vec<ClientNumber>> {
        Ok(std::iter::once(number).chain(self.merged_into(number)?).collect())
    }

    /// How many rows a window has.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn window_total(&self, window: Window, family: &[ClientNumber]) -> Result<i64> {
        let owners = owners(window);
        if let ([_, _], [_, _, ..]) = (owners, family) {
            // Two of a family may have to do with the same row.
            let mut ids = Vec::new();
            for (owner, number) in owners.iter().flat_map(|owner| family.iter().map(move |number| (owner, number))) {
                let sql = format!("SELECT id FROM {} WHERE {} = ?1", table(window), owner.column);
                let mut select = self.0.prepare_cached(&sql)?;
                for id in select.query_map([number], |row| row.get::<_, i64>(0))? {
                    ids.push(id?);
                }
            }
            ids.sort_unstable();
            ids.dedup();
            return Ok(i64::try_from(ids.len()).unwrap_or(i64::MAX));
        }
        let sql = format!("SELECT {} FROM holding WHERE client = ?1", keys::counter(window));
        let mut select = self.0.prepare_cached(&sql)?;
        family.iter().try_fold(0, |sum, number| {
            Ok(sum + select.query_row([number], |row| row.get::<_, i64>(0)).optional()?.unwrap_or(0))
        })
    }

    /// The identities of rows in the order asked for.
    fn places(
        &self,
        whose: &ExportedWindow,
        family: &[ClientNumber],
        span: &Span,
        today: NaiveDate,
    ) -> Result<Vec<i64>> {
        let mut places: Vec<Place> = Vec::new();
        for owner in owners(whose.window) {
            let sql = page(whose, owner, span.after.is_some())?;
            let mut select = self.0.prepare_cached(&sql)?;
            for number in family {
                let (key, id) = span.after.as_ref().map_or((&Value::Null, 0), |place| (&place.key, place.id));
                let values = named_params! {
                    ":owner": number, ":today": today, ":key": key, ":id": id, ":limit": span.limit,
                };
                let found = select.query_map(values, |row| Ok(Place { id: row.get(0)?, key: row.get(1)? }))?;
                for place in found {
                    places.push(place?);
                }
            }
        }
        if owners(whose.window).len() > 1 || family.len() > 1 {
            places.sort_by(|a, b| {
                let order = compare(&a.key, &b.key).then(a.id.cmp(&b.id));
                if whose.sort.descending { order.reverse() } else { order }
            });
            places.dedup_by_key(|place| place.id);
        }
        if span.limit >= 0 {
            places.truncate(usize::try_from(span.limit).unwrap_or(usize::MAX));
        }
        Ok(places.into_iter().map(|place| place.id).collect())
    }

    /// The place of a row, if it is still there.
    fn place(
        &self,
        whose: &ExportedWindow,
        family: &[ClientNumber],
        id: i64,
        today: NaiveDate,
    ) -> Result<Option<Place>> {
        for owner in owners(whose.window) {
            let sql = format!(
                "SELECT {}, t.{} FROM {} AS t WHERE t.id = :id AND coalesce(:today, '') <> ''",
                key_of(whose, owner)?,
                owner.column,
                table(whose.window)
            );
            let found: Option<(Value, Option<ClientNumber>)> = self
                .0
                .prepare_cached(&sql)?
                .query_row(named_params! { ":id": id, ":today": today }, |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            if let Some((key, Some(number))) = found
                && family.contains(&number)
            {
                return Ok(Some(Place { key, id }));
            }
        }
        Ok(None)
    }
}

fn key_of(whose: &ExportedWindow, owner: &Owner) -> Result<String> {
    let key = key(whose.window, whose.sort.column).ok_or_else(|| Error::BadRequest("window".into()))?;
    Ok(key.replace("{other}", owner.other))
}

/// The first rows of one owner that follow a place, with their keys.
fn page(whose: &ExportedWindow, owner: &Owner, follows: bool) -> Result<String> {
    let key = key_of(whose, owner)?;
    let WindowSort { descending, .. } = whose.sort;
    let (direction, beyond) = if descending { ("DESC", "<") } else { ("ASC", ">") };
    // Whatever is bound is named.
    let following =
        if follows { format!("({key}, t.id) {beyond} (:key, :id)") } else { ":key IS NULL AND :id = 0".into() };
    Ok(format!(
        "SELECT t.id, {key} FROM {} AS t WHERE t.{} = :owner AND :today <> '' AND {following}
         ORDER BY {key} {direction}, t.id {direction} LIMIT :limit",
        table(whose.window),
        owner.column,
    ))
}

/// Keys of one column are all numbers or all texts.
fn compare(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Integer(a), Value::Integer(b)) => a.cmp(b),
        (Value::Text(a), Value::Text(b)) => a.cmp(b),
        _ => Ordering::Equal,
    }
}
