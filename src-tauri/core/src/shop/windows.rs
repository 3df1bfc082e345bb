//! A record's windows and movements, read for the screen, for paper and for spreadsheets.

use std::sync::atomic::AtomicBool;

use super::{Outcome, Shop};
use crate::documents::{Language, day_of};
use crate::exports::{self, ExportReport, TableOrder, Telling};
use crate::store::Rows;
use crate::windows::{
    ExportedTable, ExportedWindow, PAGE_SIZES, RecordTable, Setting, Window, WindowRequest, WindowRows,
};
use crate::{Error, Reader, Result};

impl Shop {
    /// Writes a table of a record as CSV, registers it and gives it its name.
    ///
    /// # Errors
    /// As [`Shop::export`]; `ClientNotFound`, `ClientRemoved`; `BadRequest` for a column that the window does not have.
    pub fn export_table(
        &mut self,
        order: &TableOrder,
        progress: &mut dyn FnMut(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Outcome<ExportReport>> {
        let telling = &mut Telling::new(progress, cancel);
        let written = exports::write_table(&self.reader()?, order, &self.issuer()?, telling)?;
        self.finish_export(written)
    }
}

impl Shop {
    /// A page of a window.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`; `BadRequest` for another size than a page has, or a column that the window does not have.
    pub fn window_page(&self, window: Window, request: &WindowRequest) -> Result<WindowRows> {
        window_page(self.store.rows(), window, request, self.now())
    }
}

fn window_page(rows: Rows<'_>, window: Window, request: &WindowRequest, now: i64) -> Result<WindowRows> {
    if !PAGE_SIZES.contains(&request.limit) {
        return Err(Error::BadRequest("window".into()));
    }
    let whose = ExportedWindow { window, number: request.number, sort: request.sort };
    rows.window_page(&whose, request.after, request.limit, day_of(now))
}

impl Reader {
    /// A page of a window as it is at `now` (UTC milliseconds).
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`; `BadRequest` for another size than a page has, or a column that the window does not have.
    pub(crate) fn window_page(&self, window: Window, request: &WindowRequest, now: i64) -> Result<WindowRows> {
        window_page(self.rows(), window, request, now)
    }

    /// Calls `each` with the cells of every row of a record's table, as it is at `now` (UTC milliseconds).
    ///
    /// # Errors
    /// As [`Reader::window_page`]; what `each` says.
    pub(crate) fn each_of_table(
        &self,
        table: ExportedTable,
        (setting, language): (Setting, Language),
        now: i64,
        mut each: impl FnMut(Vec<String>) -> Result<()>,
    ) -> Result<()> {
        match table {
            ExportedTable::Window(window) => {
                self.rows().each_of_window(&window, day_of(now), |row| each(row.cells(setting, language)))
            }
            ExportedTable::Movements(movements) => {
                self.rows().each_movement(&movements, |movement| each(movement.cells(setting, language)))
            }
        }
    }

    /// A whole table of a record for paper.
    ///
    /// # Errors
    /// As [`Reader::window_page`]; `ExportTooLong` for more than is printed.
    pub(crate) fn record_table(&self, table: ExportedTable, language: Language, now: i64) -> Result<RecordTable> {
        let number = self.rows().living(table.number())?;
        let mut rows = Vec::new();
        self.each_of_table(table, (Setting::Paper, language), now, |cells| {
            if rows.len() as u64 == exports::PRINTED_MAX {
                return Err(Error::ExportTooLong(exports::PRINTED_MAX));
            }
            rows.push(cells);
            Ok(())
        })?;
        Ok(RecordTable { table: table.of(number), name: self.rows().client(number)?.name(), language, rows })
    }
}
