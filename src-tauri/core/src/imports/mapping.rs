//! Which column goes where, checked before a row is read.

use super::consents::{self, Question, QuestionSet};
use super::source::Source;
use super::{ImportField, header};
use crate::{Error, Result};

/// The column of each field.
#[derive(Clone, Debug)]
pub(super) struct Mapping {
    columns: [Option<usize>; ImportField::ALL.len()],
    /// The mapped columns in their order.
    pub(super) fields: Vec<(usize, ImportField)>,
    /// The column for « inactive » says « Actif ».
    pub(super) is_inverted: bool,
    /// Questions whose column says « Stop SMS » or the like: « oui » is a no there.
    pub(super) refusals: QuestionSet,
}

impl Mapping {
    /// Takes a mapping of columns to fields.
    ///
    /// # Errors
    /// `ImportColumnTwice` if two columns hold one field; `ImportNoNameColumn` if none holds a name or a company, nor
    /// e-mails with types of contact (only a « Bénéficiaire » is known by e-mail alone): no row could be imported.
    pub(super) fn new(source: &Source, mapping: &[Option<ImportField>]) -> Result<Mapping> {
        let mut columns = [None; ImportField::ALL.len()];
        let mut fields = Vec::new();
        for (column, field) in
            mapping.iter().enumerate().filter_map(|(column, field)| field.map(|field| (column, field)))
        {
            if columns[field as usize].replace(column).is_some() {
                return Err(Error::ImportColumnTwice);
            }
            fields.push((column, field));
        }
        let has = |field| fields.iter().any(|&(_, mapped)| mapped == field);
        let by_email = has(ImportField::Email) && has(ImportField::Type);
        if !(has(ImportField::LastName) || has(ImportField::Company) || by_email) {
            return Err(Error::ImportNoNameColumn);
        }
        let mut mapping = Mapping { columns, fields, is_inverted: false, refusals: QuestionSet::default() };
        let inactive = mapping.column(ImportField::Inactive).and_then(|column| source.headers.get(column));
        mapping.is_inverted = inactive.is_some_and(|name| header::is_inverted(name));
        for &(column, field) in &mapping.fields {
            let says_no = source.headers.get(column).is_some_and(|name| consents::names::is_refusal(name));
            mapping.refusals = mapping.refusals.or(QuestionSet::of(Question::of(field).filter(|_| says_no)));
        }
        Ok(mapping)
    }

    /// The column of a field.
    pub(super) fn column(&self, field: ImportField) -> Option<usize> {
        self.columns[field as usize]
    }

    /// Whether any column says what clients agreed to.
    pub(super) fn has_consents(&self) -> bool {
        Question::ALL.into_iter().any(|question| self.column(question.field()).is_some())
    }

    /// The field of a column.
    pub(super) fn field(&self, column: usize) -> Option<ImportField> {
        self.fields.iter().find(|&&(mapped, _)| mapped == column).map(|&(_, field)| field)
    }
}
