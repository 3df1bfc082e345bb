//! A record's windows, and what leaves the file of them.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::documents::{language, write};
use super::exports::{issuer, run};
use super::settings::Language;
use super::{ApiError, Desk, SavedFile};
use crate::clients::ClientNumber;
use crate::exports::{ExportReport, WindowOrder, write_window};
use crate::windows::{
    DeliveriesPage, ExportedWindow, InvoicesPage, PaymentsPage, SponsorshipsPage, SubscriptionsPage, Window,
    WindowRequest, WindowSort,
};

/// A window that is to leave the file as a CSV table.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportWindowRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which.
    pub window: Window,
    /// In which order.
    pub sort: WindowSort,
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

/// A window to be printed.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveWindowPdfRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which.
    pub window: Window,
    /// In which order.
    pub sort: WindowSort,
    /// In which language.
    pub language: Language,
    /// Where; nothing is overwritten.
    pub path: String,
}

fn page<P: From<(Vec<crate::windows::WindowRow>, i64, Option<i64>)>>(
    desk: &Desk,
    window: Window,
    request: &WindowRequest,
) -> Result<P, ApiError> {
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

pub(super) fn export_window(desk: &Desk, request: ExportWindowRequest) -> Result<ExportReport, ApiError> {
    let order = WindowOrder {
        window: ExportedWindow { window: request.window, number: request.number, sort: request.sort },
        language: language(request.language),
        purpose: request.purpose,
        recipient: request.recipient,
        path: PathBuf::from(request.path),
    };
    run(desk, |reader, issuer, telling| write_window(reader, &order, issuer, telling))
}

pub(super) fn save_window_pdf(desk: &Desk, request: SaveWindowPdfRequest) -> Result<SavedFile, ApiError> {
    let open = desk.open_shop()?;
    let window = ExportedWindow { window: request.window, number: request.number, sort: request.sort };
    let table = open.reading().window_table(&window, language(request.language), Desk::clock().now())?;
    let issuer = issuer(&open, &open.reading())?;
    write(request.path, &table.pdf(&issuer)?)
}
