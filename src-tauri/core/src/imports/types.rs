//! What the window and the terminal say to an import and hear from it: plain values, the same names on the wire.
//!
//! Codes of reasons and notes are stable words (see [`super::RejectCode`] and [`super::NoteCode`]); who shows them, words them.

use serde::{Deserialize, Serialize};

use super::ImportField;

/// How to read the file; what is `None` is detected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct ImportOptions {
    /// A WHATWG encoding label (`UTF-8`, `windows-1252`, `macintosh` …), or `IBM850`.
    pub encoding: Option<String>,
    /// One ASCII character; `\t` for a tabulation.
    pub separator: Option<String>,
    /// Whether the first row holds the names of the columns.
    pub has_header: Option<bool>,
    /// The name of the sheet, of a workbook.
    pub sheet: Option<String>,
}

/// The two families of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportFormat {
    /// Separated text, whatever its separator.
    Csv,
    /// A workbook: XLSX, and also XLSB, XLS and ODS.
    Xlsx,
}

/// One column of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportColumn {
    /// Its position, from 0.
    #[ts(type = "number")]
    pub index: usize,
    /// Its name in the file, empty where there is none.
    pub header: String,
    /// Its first different values, at most five, cut at 80 characters.
    pub samples: Vec<String>,
    /// The field that it seems to hold. `None`: not imported, unless the person maps it.
    pub field: Option<ImportField>,
}

/// A remark that rejects nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportNote {
    /// See [`super::NoteCode`].
    pub code: String,
    /// How many rows it is about; columns with `columns_ignored` and `refusal_columns`, agreements with `not_resubscribed`,
    /// answers with `question_not_asked`.
    #[ts(type = "number")]
    pub count: u64,
    /// The first hundred of their lines in the file, from 1.
    #[ts(type = "number[]")]
    pub lines: Vec<u64>,
}

/// A file read with some options, before anything is imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportPreview {
    /// Where the file is.
    pub path: String,
    /// The last part of the path.
    pub file_name: String,
    /// Told by its content, not by its name.
    pub format: ImportFormat,
    /// Of separated text.
    pub encoding: Option<String>,
    /// Of separated text: one character.
    pub separator: Option<String>,
    /// Whether a row holds the names of the columns.
    pub has_header: bool,
    /// The sheet that was read, of a workbook.
    pub sheet: Option<String>,
    /// All its sheets.
    pub sheets: Vec<String>,
    /// All columns, those that are not imported included.
    pub columns: Vec<ImportColumn>,
    /// Rows of data, without the header and without blank rows.
    #[ts(type = "number")]
    pub rows: u64,
    /// The cells of the first twenty rows, cut at 200 characters.
    pub sample: Vec<Vec<String>>,
    /// What is remarkable about the file as a whole. Remarks about values need a mapping: see a dry run.
    pub notes: Vec<ImportNote>,
}

impl ImportPreview {
    /// The mapping as it was detected, ready for an [`ImportRequest`].
    pub fn mapping(&self) -> Vec<Option<ImportField>> {
        self.columns.iter().map(|column| column.field).collect()
    }
}

/// The order to import a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportRequest {
    /// Where the file is.
    pub path: String,
    /// As they were for the preview.
    pub options: ImportOptions,
    /// One entry a column; `None` is not imported.
    pub mapping: Vec<Option<ImportField>>,
    /// Goes through everything and writes nothing in the shop.
    pub dry_run: bool,
    /// Where rejected rows go; `None` is beside the source. A dry run writes them only where a path is given.
    pub rejects_path: Option<String>,
}

/// How many rows were rejected for one reason. A row may have several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportReasonCount {
    /// See [`super::RejectCode`].
    pub code: String,
    /// Rows.
    #[ts(type = "number")]
    pub count: u64,
}

/// What became of the answers of a file, one for each client and question: together they are the cells that say yes or no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportConsents {
    /// Agreements, « sans preuve ».
    #[ts(type = "number")]
    pub granted: u64,
    /// Refusals.
    #[ts(type = "number")]
    pub refused: u64,
    /// Agreements recorded as refusals, since whoever is reached at the same address had said no.
    #[ts(type = "number")]
    pub not_resubscribed: u64,
}

/// What became of every row: `imported + rejected == rows`, unless it was cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportReport {
    /// Rows of data in the file, blank rows not counted.
    #[ts(type = "number")]
    pub rows: u64,
    /// Written (with a dry run: that would be).
    #[ts(type = "number")]
    pub imported: u64,
    /// Kept out, with the reason of each in the file of rejects.
    #[ts(type = "number")]
    pub rejected: u64,
    /// Imported, though another record of the file or the shop has the same e-mail, number, or name and postcode.
    #[ts(type = "number")]
    pub duplicates_suspected: u64,
    /// What the imported rows say of consents.
    pub consents: ImportConsents,
    /// The file of rejects, if one was written.
    pub rejects_path: Option<String>,
    /// The person stopped it: nothing was kept, and every count is 0.
    pub cancelled: bool,
    /// Milliseconds.
    #[ts(type = "number")]
    pub elapsed_ms: u64,
    /// The most frequent first.
    pub reasons: Vec<ImportReasonCount>,
    /// Remarks that rejected nothing.
    pub notes: Vec<ImportNote>,
}

/// What an import is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportPhase {
    /// Opening the file and counting its rows; the total is not known yet.
    Reading,
    /// Writing records, none of which is kept until all are.
    Writing,
    /// Everything is written and is being made durable; it cannot be stopped any more.
    Finishing,
}

impl ImportPhase {
    /// Its name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            ImportPhase::Reading => "reading",
            ImportPhase::Writing => "writing",
            ImportPhase::Finishing => "finishing",
        }
    }
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportProgress {
    /// What it is doing.
    pub phase: ImportPhase,
    /// Rows gone through.
    pub done: u64,
    /// Rows in all.
    pub total: u64,
}
