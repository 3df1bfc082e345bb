//! A record's windows, and what leaves the file of them and of movements.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::documents::{language, write};
use super::exports::{issuer, run};
use super::settings::Language;
use super::{ApiError, Desk, SavedFile};
use crate::exports::{ExportReport, TableOrder, write_table};
use crate::windows::{
    DeliveriesPage, ExportedTable, InvoicesPage, PaymentsPage, SponsorshipsPage, SubscriptionsPage, Window,
    WindowRequest, WindowRows,
};

/// A table of a record that is to leave the file as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportTableRequest {
    /// Which, of whom, in what order.
    pub table: ExportedTable,
    /// In which language headings and words are.
    pub language: Language,
    /// Why: needed, at most 200 characters.
    pub purpose: String,
    /// Whom it is given to, or empty; at most 200 characters.
    #[serde(default)]
    pub recipient: String,
    /// Where; nothing is overwritten.
    pub path: String,
}

/// A table of a record to be printed.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveTablePdfRequest {
    /// Which, of whom, in what order.
    pub table: ExportedTable,
    /// In which language.
    pub language: Language,
    /// Where; nothing is overwritten.
    pub path: String,
}

fn page<P: From<WindowRows>>(desk: &Desk, window: Window, request: &WindowRequest) -> Result<P, ApiError> {
    Ok(desk.open_shop()?.reading().window_page(window, request, Desk::clock().now())?.into())
}

pub(super) fn subscriptions_page(desk: &Desk, request: WindowRequest) -> Result<SubscriptionsPage, ApiError> {
    page(desk, Window::Subscriptions, &request)
}

pub(super) fn invoices_page(desk: &Desk, request: WindowRequest) -> Result<InvoicesPage, ApiError> {
    page(desk, Window::Invoices, &request)
}

pub(super) fn payments_page(desk: &Desk, request: WindowRequest) -> Result<PaymentsPage, ApiError> {
    page(desk, Window::Payments, &request)
}

pub(super) fn deliveries_page(desk: &Desk, request: WindowRequest) -> Result<DeliveriesPage, ApiError> {
    page(desk, Window::Deliveries, &request)
}

pub(super) fn sponsorships_page(desk: &Desk, request: WindowRequest) -> Result<SponsorshipsPage, ApiError> {
    page(desk, Window::Sponsorships, &request)
}

pub(super) fn export_table(desk: &Desk, request: ExportTableRequest) -> Result<ExportReport, ApiError> {
    let order = TableOrder {
        table: request.table,
        language: language(request.language),
        purpose: request.purpose,
        recipient: request.recipient,
        path: PathBuf::from(request.path),
    };
    run(desk, |reader, issuer, telling| write_table(reader, &order, issuer, telling))
}

pub(super) fn save_table_pdf(desk: &Desk, request: SaveTablePdfRequest) -> Result<SavedFile, ApiError> {
    let open = desk.open_shop()?;
    let table = open.reading().record_table(request.table, language(request.language), Desk::clock().now())?;
    let issuer = issuer(&open, &open.reading())?;
    write(request.path, &table.pdf(&issuer)?)
}
