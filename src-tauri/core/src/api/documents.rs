//! Writing what the shop hands over into files.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::settings::Language;
use super::{ApiError, Desk, Empty};
use crate::Error;
use crate::clients::ClientNumber;
use crate::consents::{HistoryColumn, HistoryRequest};
use crate::documents::{self, Attestation, HistoryFormat, consent_record, history_file, write_new};
use crate::shop::ShopIdentity;

/// What an attestation is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum AttestationFormat {
    /// A4.
    Pdf,
    /// By the field list of ISO/IEC TS 27560.
    Json,
}

/// An attestation to be written.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveAttestationRequest {
    /// Of whom.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// As what.
    pub format: AttestationFormat,
    /// In which language.
    pub language: Language,
    /// Where; nothing is overwritten.
    pub path: String,
}

/// A history to be written.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveHistoryRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Sorted by.
    pub column: HistoryColumn,
    /// Last first.
    pub descending: bool,
    /// As what.
    pub format: HistoryFormat,
    /// In which language.
    pub language: Language,
    /// Where; nothing is overwritten.
    pub path: String,
}

/// The list of a day's decisions to be written.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveDailyListRequest {
    /// Which day, as an ISO 8601 date, by the shop's computer.
    pub day: String,
    /// In which language.
    pub language: Language,
    /// Where; nothing is overwritten.
    pub path: String,
}

/// A file that was written.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SavedFile {
    /// Where it is.
    pub path: String,
}

pub(super) fn save_attestation(desk: &Desk, request: SaveAttestationRequest) -> Result<SavedFile, ApiError> {
    let attestation = attestation_of(desk, request.number)?;
    let language = language(request.language);
    let content = match request.format {
        AttestationFormat::Pdf => attestation.pdf(language)?,
        AttestationFormat::Json => {
            let record = consent_record(&attestation, language);
            format!("{record:#}\n").into_bytes()
        }
    };
    write(request.path, &content)
}

pub(super) fn save_history(desk: &Desk, request: SaveHistoryRequest) -> Result<SavedFile, ApiError> {
    let SaveHistoryRequest { number, column, descending, .. } = request;
    let all = HistoryRequest { number, column, descending, offset: 0, limit: u32::MAX };
    let rows = desk.open_shop()?.reading().rows().history(&all)?.rows;
    let whose = attestation_of(desk, number)?;
    write(request.path, &history_file(&whose, &rows, request.format, language(request.language))?)
}

pub(super) fn save_daily_list(desk: &Desk, request: SaveDailyListRequest) -> Result<SavedFile, ApiError> {
    let day = request.day.parse().map_err(|_| Error::DecisionDate)?;
    let open = desk.open_shop()?;
    let list = open.reading().daily_list(day, &open.file_id, Desk::clock().now())?;
    write(request.path, &list.pdf(language(request.language))?)
}

pub(super) fn shop_identity(desk: &Desk, _: Empty) -> Result<ShopIdentity, ApiError> {
    Ok(desk.open_shop()?.reading().rows().identity()?)
}

pub(super) fn set_shop_identity(desk: &Desk, request: ShopIdentity) -> Result<ShopIdentity, ApiError> {
    let open = desk.open_shop()?;
    let outcome = open.writing().set_identity(&request)?;
    tell(desk, outcome);
    Ok(open.reading().rows().identity()?)
}

pub(super) fn attestation_of(desk: &Desk, number: ClientNumber) -> Result<Attestation, ApiError> {
    let open = desk.open_shop()?;
    Ok(open.reading().attestation(number, &open.file_id, &open.operator(), Desk::clock().now())?)
}

pub(super) fn write(path: String, content: &[u8]) -> Result<SavedFile, ApiError> {
    write_new(Path::new(&path), content)?;
    Ok(SavedFile { path })
}

pub(super) fn language(language: Language) -> documents::Language {
    match language {
        Language::Fr => documents::Language::French,
        Language::En => documents::Language::English,
    }
}
