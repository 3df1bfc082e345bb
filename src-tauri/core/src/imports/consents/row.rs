//! The cells of one row that say something of consents, put together.

use super::said::{self, Said};
use super::{ImportedConsents, Question, QuestionSet};
use crate::clients::FieldProblem;
use crate::imports::mapping::Mapping;
use crate::imports::{ImportField, NoteCode, RejectCode, RejectReason, dates};
use crate::text::fold;

/// The longest words for a way of agreeing, in characters; see [`ModeLabel`](crate::consents::ModeLabel).
const MODE_MAX: usize = 80;
/// A date without a time is noon: today's is at most this far ahead, in milliseconds.
const HALF_A_DAY: i64 = 12 * 3_600_000;

/// What was read of a row so far.
#[derive(Debug, Default)]
pub(in crate::imports) struct ConsentCells {
    said: ImportedConsents,
    dated: Option<i64>,
}

impl ConsentCells {
    /// Reads one cell that is not empty, if its field is about consents.
    ///
    /// # Errors
    /// Why the row is to be rejected.
    pub(in crate::imports) fn take(
        &mut self,
        mapping: &Mapping,
        field: ImportField,
        value: &str,
    ) -> Result<(), RejectCode> {
        if let Some(question) = Question::of(field) {
            let asked = QuestionSet::of(Some(question));
            let is_refusal = mapping.refusals.contains(question);
            match if is_refusal { said::read_refusal(value) } else { said::read(value) } {
                Some(Said::Yes(way)) => {
                    self.said.yes = self.said.yes.or(asked);
                    self.said.ways.extend(way.map(|way| (question, way)));
                }
                Some(Said::No) => self.said.no = self.said.no.or(asked),
                Some(Said::Nothing) => {}
                None => return Err(RejectCode::FlagUnreadable),
            }
        } else if field == ImportField::AgreementMode {
            value.clone_into(&mut self.said.mode);
        } else if field == ImportField::AgreementDate {
            self.dated = dates::read(value);
            if self.dated.is_none() {
                return Err(RejectCode::DateUnreadable);
            }
        }
        Ok(())
    }

    /// What the row says. Without a date of its own, an answer has that of the record's last change; `now` is that of the
    /// import, after which nobody can have answered. All are UTC milliseconds.
    pub(in crate::imports) fn finish(
        self,
        mapping: &Mapping,
        updated_at: Option<i64>,
        now: i64,
        reasons: &mut Vec<RejectReason>,
        note: &mut dyn FnMut(NoteCode),
    ) -> ImportedConsents {
        let ConsentCells { mut said, dated } = self;
        if said.is_empty() {
            if dated.is_some() || !said.mode.is_empty() {
                note(NoteCode::ModeWithoutAgreement);
            }
            return ImportedConsents::default();
        }
        said.at = dated.or(updated_at);
        if let Some(at) = said.at.filter(|&at| at > now) {
            if at - now > HALF_A_DAY {
                note(NoteCode::AnswerInFuture);
            }
            said.at = None;
        }
        if said.yes.is_empty() {
            said.mode.clear();
        } else if let Some(problem) = wrong_mode(&mut said.mode) {
            let column = mapping.column(ImportField::AgreementMode);
            let max = (problem == RejectCode::Field(FieldProblem::TooLong)).then_some(80);
            reasons.push(RejectReason { code: problem, column, max });
        }
        said
    }
}

/// What keeps words from being a way of agreeing. Words that mean that nobody knows, or only yes, are left out.
fn wrong_mode(mode: &mut String) -> Option<RejectCode> {
    match said::read(mode) {
        // The row says yes and no at once.
        Some(Said::No) => return Some(RejectCode::FlagUnreadable),
        Some(Said::Nothing | Said::Yes(None)) => mode.clear(),
        Some(Said::Yes(Some(_))) | None => {}
    }
    if mode.chars().any(char::is_control) {
        return Some(RejectCode::Field(FieldProblem::ControlCharacter));
    }
    // Signs alone would be an empty way of agreeing to whoever reads it.
    if fold(mode).is_empty() {
        mode.clear();
    }
    (mode.chars().count() > MODE_MAX).then_some(RejectCode::Field(FieldProblem::TooLong))
}
