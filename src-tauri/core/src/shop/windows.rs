//! A record's windows, read for the screen, for paper and for spreadsheets.

use std::sync::atomic::AtomicBool;

use super::{Outcome, Shop};
use crate::documents::{Language, day_of};
use crate::exports::{self, ExportReport, Telling, WindowOrder};
use crate::store::Rows;
use crate::windows::{ExportedWindow, PAGE_SIZES, Setting, Window, WindowRequest, WindowRow, WindowTable};
use crate::{Error, Reader, Result};

impl Shop {
    /// Writes a window as a CSV table, registers it and gives it its name.
    ///
    /// # Errors
    /// As [`Shop::export`]; `ClientNotFound`, `ClientRemoved`; `BadRequest` for a column that the window does not have.
    pub fn export_window(
        &mut self,
        order: &WindowOrder,
        progress: &mut dyn FnMut(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Outcome<ExportReport>> {
        let telling = &mut Telling::new(progress, cancel);
        let written = exports::write_window(&self.reader()?, order, &self.issuer()?, telling)?;
        self.finish_export(written)
    }
}

impl Shop {
    /// A page of a window, how many rows there are, and what to ask for next.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`; `BadRequest` for another size than a page has, or a column that the window does not have.
    pub fn window_page(&self, window: Window, request: &WindowRequest) -> Result<(Vec<WindowRow>, i64, Option<i64>)> {
        window_page(self.store.rows(), window, request, self.now())
    }
}

fn window_page(
    rows: Rows<'_>,
    window: Window,
    request: &WindowRequest,
    now: i64,
) -> Result<(Vec<WindowRow>, i64, Option<i64>)> {
    if !PAGE_SIZES.contains(&request.limit) {
        return Err(Error::BadRequest("window".into()));
    }
    let whose = ExportedWindow { window, number: request.number, sort: request.sort };
    rows.window_page(&whose, request.after, request.limit, day_of(now))
}

impl Reader {
    /// A page of a window, how many rows there are, and what to ask for next; as it is at `now` (UTC milliseconds).
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`; `BadRequest` for another size than a page has, or a column that the window does not have.
    pub(crate) fn window_page(
        &self,
        window: Window,
        request: &WindowRequest,
        now: i64,
    ) -> Result<(Vec<WindowRow>, i64, Option<i64>)> {
        window_page(self.rows(), window, request, now)
    }

    /// A whole window for paper.
    ///
    /// # Errors
    /// As [`Reader::window_page`]; `ExportTooLong` for more than is printed.
    pub(crate) fn window_table(&self, window: &ExportedWindow, language: Language, now: i64) -> Result<WindowTable> {
        let number = self.rows().living(window.number)?;
        let mut rows = Vec::new();
        self.rows().each_of_window(window, day_of(now), |row| {
            if rows.len() as u64 == exports::PRINTED_MAX {
                return Err(Error::ExportTooLong(exports::PRINTED_MAX));
            }
            rows.push(row.cells(Setting::Paper, language));
            Ok(())
        })?;
        let window = ExportedWindow { number, ..*window };
        Ok(WindowTable { window, name: self.rows().client(number)?.name(), language, rows })
    }
}
