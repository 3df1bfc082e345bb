//! What a list can be written as.

use serde::{Deserialize, Serialize};

use crate::print::LabelSheet;

/// What a list is written as, with what is to be chosen about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "format", rename_all = "snake_case")]
pub enum ExportForm {
    /// Separated by semicolons, as French spreadsheets open it.
    Csv {
        /// Which characters it can hold.
        encoding: CsvEncoding,
    },
    /// An Excel workbook of one sheet.
    Xlsx,
    /// A4 pages.
    Pdf,
    /// Addresses on a sheet of labels; the columns of the list do not matter.
    Labels {
        /// Which sheet.
        sheet: LabelSheet,
        /// The first label that is free, from 1, row by row.
        start: u8,
    },
    /// Address cards (vCard 4, RFC 6350); the columns of the list do not matter.
    Vcard,
    /// One JSON object a line, after one that says what the file is.
    Jsonl,
}

/// What an export was written as, in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "see ExportForm")]
pub enum ExportFormat {
    Csv,
    Xlsx,
    Pdf,
    Labels,
    Vcard,
    Jsonl,
}

/// The characters that a CSV file can hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CsvEncoding {
    /// All of them: UTF-8 with a byte order mark.
    #[default]
    Utf8,
    /// Those of western Europe, for old programs: Windows-1252. The others are replaced with « ? » and reported.
    Windows1252,
}

impl ExportForm {
    /// Without what was chosen about it.
    pub const fn format(self) -> ExportFormat {
        match self {
            ExportForm::Csv { .. } => ExportFormat::Csv,
            ExportForm::Xlsx => ExportFormat::Xlsx,
            ExportForm::Pdf => ExportFormat::Pdf,
            ExportForm::Labels { .. } => ExportFormat::Labels,
            ExportForm::Vcard => ExportFormat::Vcard,
            ExportForm::Jsonl => ExportFormat::Jsonl,
        }
    }
}

impl ExportFormat {
    /// All of them.
    pub const ALL: [ExportFormat; 6] = [
        ExportFormat::Csv,
        ExportFormat::Xlsx,
        ExportFormat::Pdf,
        ExportFormat::Labels,
        ExportFormat::Vcard,
        ExportFormat::Jsonl,
    ];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            ExportFormat::Csv => "csv",
            ExportFormat::Xlsx => "xlsx",
            ExportFormat::Pdf => "pdf",
            ExportFormat::Labels => "labels",
            ExportFormat::Vcard => "vcard",
            ExportFormat::Jsonl => "jsonl",
        }
    }

    /// The format with this code, if there is one.
    pub fn from_code(code: &str) -> Option<ExportFormat> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }
}
