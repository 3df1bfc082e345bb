//! Lists that leave the file, the register of them, and a record on paper.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::desk::OpenShop;
use super::documents::{attestation_of, language, write};
use super::one_at_a_time::Running;
use super::settings::Language;
use super::{ApiError, Desk, Empty, Progress, SavedFile};
use crate::clients::ClientNumber;
use crate::documents::{HistoryFormat, record_sheet};
use crate::exports::{
    self, ExcludedOrder, ExportForm, ExportOrder, ExportPage, ExportReport, ExportsOfClient, Issuer, Telling,
    WrittenExport,
};
use crate::lists::ListQuery;
use crate::{Error, Reader};

/// A list that is to leave the file.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportListRequest {
    /// Which clients, in what order, with which columns, what for.
    pub query: ListQuery,
    /// As what.
    pub form: ExportForm,
    /// In which language headings and words are.
    pub language: Language,
    /// Why: needed, at most 200 characters.
    pub purpose: String,
    /// Whom it is given to, or empty; at most 200 characters.
    pub recipient: String,
    /// What the list is called, for what is printed, or empty.
    pub title: String,
    /// Where; nothing is overwritten.
    pub path: String,
}

/// Those whom the guard leaves out of a list, to be written as a CSV table with the reasons.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportExcludedRequest {
    /// The list.
    pub query: ListQuery,
    /// In which language headings and reasons are.
    pub language: Language,
    /// Why: needed, at most 200 characters.
    pub purpose: String,
    /// Whom it is given to, or empty; at most 200 characters.
    pub recipient: String,
    /// Where; nothing is overwritten.
    pub path: String,
}

/// Some of the register of exports.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportsRequest {
    /// What the previous page gave as `next`; `null` for the newest.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// At most so many, 1 to 500.
    pub limit: u32,
    /// In which language filters and columns are said.
    pub language: Language,
}

/// The exports that a client figures in.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportsOfClientRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// In which language filters and columns are said.
    pub language: Language,
}

/// The register of exports to be written.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveExportRegisterRequest {
    /// In which language.
    pub language: Language,
    /// Where, a .csv or a .pdf; nothing is overwritten.
    pub path: String,
}

/// A record to be printed.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveRecordSheetRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// In which language.
    pub language: Language,
    /// Where; nothing is overwritten.
    pub path: String,
}

pub(super) fn export_list(desk: &Desk, request: ExportListRequest) -> Result<ExportReport, ApiError> {
    let order = ExportOrder {
        query: request.query,
        form: request.form,
        language: language(request.language),
        purpose: request.purpose,
        recipient: request.recipient,
        title: request.title,
        path: PathBuf::from(request.path),
    };
    run(desk, |reader, issuer, telling| exports::write(reader, &order, issuer, telling))
}

pub(super) fn export_excluded(desk: &Desk, request: ExportExcludedRequest) -> Result<ExportReport, ApiError> {
    let order = ExcludedOrder {
        query: request.query,
        language: language(request.language),
        purpose: request.purpose,
        recipient: request.recipient,
        path: PathBuf::from(request.path),
    };
    run(desk, |reader, issuer, telling| exports::write_excluded(reader, &order, issuer, telling))
}

/// Writes with a connection of its own, so that the counter goes on; the right to write is taken for the register alone.
pub(super) fn run(
    desk: &Desk,
    write: impl FnOnce(&Reader, &Issuer, &mut Telling<'_>) -> crate::Result<WrittenExport>,
) -> Result<ExportReport, ApiError> {
    let open = desk.open_shop()?;
    let running = open.exporting.begin(Error::ExportRunning)?;
    let written = write_beside(desk, &open, &running, write)?;
    let outcome = open.writing().finish_export(written)?;
    drop(running);
    Ok(tell(desk, outcome))
}

fn write_beside(
    desk: &Desk,
    open: &OpenShop,
    running: &Running<'_>,
    write: impl FnOnce(&Reader, &Issuer, &mut Telling<'_>) -> crate::Result<WrittenExport>,
) -> crate::Result<WrittenExport> {
    let reader = open.reading().another()?;
    running.reads(&reader);
    let issuer = issuer(open, &reader)?;
    let mut progress = |done, total| desk.events().progress(&Progress::Export { done, total });
    write(&reader, &issuer, &mut Telling::new(&mut progress, running.stop()))
}

/// Who writes, when.
pub(super) fn issuer(open: &OpenShop, reader: &Reader) -> crate::Result<Issuer> {
    Ok(Issuer {
        shop: reader.rows().identity()?.name,
        file_id: open.file_id.clone(),
        operator: open.operator(),
        at: Desk::clock().now(),
    })
}

pub(super) fn cancel_export(desk: &Desk, _: Empty) -> Result<Empty, ApiError> {
    desk.open_shop()?.exporting.stop();
    Ok(Empty {})
}

pub(super) fn exports(desk: &Desk, request: ExportsRequest) -> Result<ExportPage, ApiError> {
    Ok(desk.open_shop()?.reading().exports(request.before, request.limit, language(request.language))?)
}

/// Without the manager code: the counter must see, when somebody withdraws, which copies are to be cleaned.
pub(super) fn exports_of_client(desk: &Desk, request: ExportsOfClientRequest) -> Result<ExportsOfClient, ApiError> {
    let open = desk.open_shop()?;
    Ok(open.reading().exports_of_client(request.number, language(request.language), Desk::clock().now())?)
}

pub(super) fn save_export_register(desk: &Desk, request: SaveExportRegisterRequest) -> Result<SavedFile, ApiError> {
    let open = desk.open_shop()?;
    let language = language(request.language);
    let is_pdf = Path::new(&request.path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let format = if is_pdf { HistoryFormat::Pdf } else { HistoryFormat::Csv };
    let register = open.reading().export_register(&open.operator(), Desk::clock().now(), language)?;
    write(request.path, &register.file(format, language)?)
}

pub(super) fn save_record_sheet(desk: &Desk, request: SaveRecordSheetRequest) -> Result<SavedFile, ApiError> {
    let client = attestation_of(desk, request.number)?;
    let labels = desk.open_shop()?.reading().rows().record_labels(request.number)?;
    write(request.path, &record_sheet(&client, &labels, language(request.language))?)
}
