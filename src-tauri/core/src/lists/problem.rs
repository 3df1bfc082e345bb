//! What is wrong with a list that somebody asks for.

use serde::{Deserialize, Serialize};

/// Why a list cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ListProblem {
    /// It shows no column.
    NoColumns,
    /// More conditions, values or columns than one list may have.
    TooMany,
    /// The field is not compared in this way.
    OperatorUnsuited,
    /// The field can be shown, not searched or sorted by.
    ColumnOnly,
    /// Too few values, or too many.
    ValueCount,
    /// Not a day (`2016-01-31`).
    NotADay,
    /// Not a whole number.
    NotANumber,
    /// No such choice.
    NotAChoice,
    /// Nothing to compare with: neither a letter nor a digit.
    NotAText,
    /// The file knows no such indicator.
    NoIndicator,
    /// A column about the contact that the list serves for, in a list that serves for none, or a channel that does not serve the purpose.
    NoContact,
    /// What is said of the place of a page is not what a page said.
    NotACursor,
}

impl ListProblem {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            ListProblem::NoColumns => "no_columns",
            ListProblem::TooMany => "too_many",
            ListProblem::OperatorUnsuited => "operator_unsuited",
            ListProblem::ColumnOnly => "column_only",
            ListProblem::ValueCount => "value_count",
            ListProblem::NotADay => "not_a_day",
            ListProblem::NotANumber => "not_a_number",
            ListProblem::NotAChoice => "not_a_choice",
            ListProblem::NotAText => "not_a_text",
            ListProblem::NoIndicator => "no_indicator",
            ListProblem::NoContact => "no_contact",
            ListProblem::NotACursor => "not_a_cursor",
        }
    }
}
