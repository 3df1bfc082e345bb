//! A list page by page for the window, and from end to end for whoever writes it into a file.

use super::cursor::Cursor;
use super::plan::Plan;
use super::walk::{Batch, Found};
use crate::lists::{ExcludedLine, ExcludedPage, ListItem, ListLine, ListPage, ListPageRequest, ListQuery, ListTotals};
use crate::store::Rows;
use crate::{Reader, Result};

impl Reader {
    /// Some of those whom a list keeps, as the guard judges at a moment (UTC milliseconds).
    ///
    /// # Errors
    /// `ListInvalid`; `Interrupted` by [`crate::Interrupter`]; what the database may say.
    pub fn list_page(&self, request: &ListPageRequest, at: i64) -> Result<ListPage> {
        let of = |found: Found| if found.reasons.is_empty() { Ok(found.line) } else { Err(found) };
        let plan = self.rows().plan(&request.query, at)?;
        let (lines, next) = self.rows().page(&plan, request, of)?;
        Ok(ListPage { lines, next })
    }

    /// Some of those who are left out at a moment (UTC milliseconds): by the guard, or, where the list serves no contact, because their data
    /// are restricted.
    ///
    /// # Errors
    /// As [`Reader::list_page`].
    pub fn list_excluded(&self, request: &ListPageRequest, at: i64) -> Result<ExcludedPage> {
        let mut plan = self.rows().plan(&request.query, at)?;
        if request.query.contact.is_none() {
            plan = plan.of_the_restricted();
        }
        let (lines, next) = self.rows().page(&plan, request, |found| {
            if found.reasons.is_empty() {
                return Err(found);
            }
            Ok(ExcludedLine { reasons: found.reasons.iter().collect(), line: found.line })
        })?;
        Ok(ExcludedPage { lines, next })
    }

    /// Calls `each` with every client of a list, kept or left out, in its order, as the guard judges at a moment (UTC milliseconds). Memory
    /// does not grow with the file.
    ///
    /// # Errors
    /// `ListInvalid`; `Interrupted` by [`crate::Interrupter`]; what the database or `each` may say.
    pub fn each_of_list(
        &self,
        query: &ListQuery,
        at: i64,
        each: &mut dyn FnMut(ListItem) -> Result<()>,
    ) -> Result<ListTotals> {
        // As the file is now, whatever is written meanwhile.
        let _moment = self.connection.unchecked_transaction()?;
        self.rows().each_of_list(query, at, each)
    }
}

impl Rows<'_> {
    /// See [`Reader::each_of_list`].
    ///
    /// # Errors
    /// As there.
    pub(crate) fn each_of_list(
        &self,
        query: &ListQuery,
        at: i64,
        each: &mut dyn FnMut(ListItem) -> Result<()>,
    ) -> Result<ListTotals> {
        let plan = self.plan(query, at)?;
        let mut totals = ListTotals::default();
        self.walk(&plan, None, Batch::All, &mut |found| {
            totals.count(found.reasons);
            each(if found.reasons.is_empty() {
                ListItem::Kept(found.line)
            } else {
                ListItem::Excluded { line: found.line, reasons: found.reasons }
            })?;
            Ok(true)
        })?;
        Ok(totals)
    }

    /// Calls `each` with those whom a list keeps and whose number is greater than `after`, in the order of their numbers, until it says
    /// `false` or so many clients were looked at; returns the last number that was looked at, or nothing at the end of the list.
    ///
    /// # Errors
    /// As [`Reader::each_of_list`].
    pub(crate) fn kept_after(
        &self,
        query: &ListQuery,
        after: i64,
        at: i64,
        most: u64,
        each: &mut dyn FnMut(&ListLine) -> Result<bool>,
    ) -> Result<Option<i64>> {
        let plan = self.plan(query, at)?;
        let (mut looked_at, mut last) = (0, None);
        let mut ended = true;
        self.walk(&plan, Some(Cursor::after_number(after)), Batch::Page, &mut |found| {
            looked_at += 1;
            last = Some(found.line.client);
            let more = (!found.reasons.is_empty() || each(&found.line)?) && looked_at < most;
            ended = more;
            Ok(more)
        })?;
        Ok(last.filter(|_| !ended))
    }

    /// Some of the clients whom `of` takes, and where the next page begins. Whether anybody follows whom it takes is not looked into.
    ///
    /// # Errors
    /// As [`Reader::list_page`].
    pub(super) fn page<T>(
        &self,
        plan: &Plan,
        request: &ListPageRequest,
        of: impl Fn(Found) -> Result<T, Found>,
    ) -> Result<(Vec<T>, Option<String>)> {
        let after = request.cursor.as_deref().map(Cursor::heard).transpose()?;
        let limit = request.limit.clamp(1, 500) as usize;
        let (mut lines, mut last, mut next) = (Vec::new(), None, None);
        self.walk(plan, after, Batch::Page, &mut |found| {
            if lines.len() == limit {
                next = last.take();
                return Ok(false);
            }
            let place = found.place();
            if let Ok(line) = of(found) {
                lines.push(line);
                last = Some(place);
            }
            Ok(true)
        })?;
        Ok((lines, next.map(|place: Cursor| place.told())))
    }
}
