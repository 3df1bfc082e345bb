//! Lists that leave the file, the register of them, and a record on paper.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::desk::OpenShop;
use super::documents::{attestation_of, language, write};
use super::settings::Language;
use super::{ApiError, ClientRequest, Desk, Empty, Progress, SavedFile};
use crate::clients::ClientNumber;
use crate::documents::record_sheet;
use crate::exports::{
    ExcludedOrder, ExportForm, ExportOrder, ExportPage, ExportReport, ExportsOfClient, Telling, WrittenExport,
};
use crate::lists::ListQuery;
use crate::{Error, Reader, Result};

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
