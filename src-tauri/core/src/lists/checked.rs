//! A list that was checked: what its conditions say, ready to be compared with.

use chrono::NaiveDate;

use super::field::{BY_DEFAULT, BY_DEFAULT_NUMBER, PROFESSIONAL};
use super::{Condition, FieldKind, HeldField, ListField, ListProblem, ListQuery, Operator};
use crate::clients::ClientField;
use crate::consents::Given;
use crate::documents::bounds_of_day;
use crate::phones::search_digits;
use crate::text::fold;
use crate::{Error, Result};

/// The most conditions, columns, and values of one condition.
const MOST: usize = 100;

/// What a field's value must be. Values are folded, digits, codes, or numbers, as the field's kind has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    /// There is nothing (`false`) or something (`true`).
    Filled(bool),
    /// One of these texts.
    Texts(Vec<String>),
    /// Begins so.
    Begins(String),
    /// Holds this.
    Contains(String),
    /// A text that is there, from the first to the second, both included, with all that begins with the second.
    TextRange(Option<String>, Option<String>),
    /// In one of these spans, both ends included. Days are the milliseconds in them, yes and no are 1 and 0, answers 1 to 3, amounts cents.
    Spans(Vec<(i64, i64)>),
}

/// A condition that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Checked {
    pub(crate) field: ListField,
    pub(crate) test: Test,
    /// Whether the test must fail.
    pub(crate) not: bool,
}

impl ListQuery {
    /// Checks the list, but for the indicators, which the file knows.
    ///
    /// # Errors
    /// `ListInvalid`, with the field and the condition.
    pub(crate) fn checked(&self) -> Result<Vec<Checked>> {
        if self.columns.is_empty() {
            return Err(invalid(ListProblem::NoColumns, None, None));
        }
        if self.columns.len() > MOST || self.conditions.len() > MOST {
            return Err(invalid(ListProblem::TooMany, None, None));
        }
        if !self.sort.by.is_compared() {
            return Err(invalid(ListProblem::ColumnOnly, Some(self.sort.by), None));
        }
        if self.contact.is_some_and(|contact| !contact.channel.serves(contact.purpose)) {
            return Err(invalid(ListProblem::NoContact, None, None));
        }
        let checked = |(index, condition): (usize, &Condition)| {
            condition.checked().map_err(|problem| invalid(problem, Some(condition.field), Some(index)))
        };
        self.conditions.iter().enumerate().map(checked).collect()
    }
}

/// What is wrong with a list.
pub(crate) fn invalid(problem: ListProblem, field: Option<ListField>, condition: Option<usize>) -> Error {
    Error::ListInvalid { problem, field: field.map(ListField::code).unwrap_or_default(), condition }
}

impl ListField {
    /// Whether its choices are texts in the file too.
    const fn is_coded(self) -> bool {
        matches!(self, ListField::Record(ClientField::Type) | ListField::Held(HeldField::CarriageMode))
    }
}

impl Condition {
    fn checked(&self) -> Result<Checked, ListProblem> {
        use Operator as O;
        if !self.field.is_compared() {
            return Err(ListProblem::ColumnOnly);
        }
        if !self.field.operators().contains(&self.operator) {
            return Err(ListProblem::OperatorUnsuited);
        }
        let (least, most) = match self.operator {
            O::Empty | O::Filled => (0, 0),
            O::Between => (2, 2),
            O::Is | O::IsNot => (1, MOST),
            O::Begins | O::Contains | O::From | O::Until => (1, 1),
        };
        if self.values.len() < least || self.values.len() > most {
            return Err(if self.values.len() > MOST { ListProblem::TooMany } else { ListProblem::ValueCount });
        }
        let test = match (self.operator, self.field.kind()) {
            (O::Empty, _) => Test::Filled(false),
            (O::Filled, _) => Test::Filled(true),
            (_, FieldKind::Text | FieldKind::Phone) => self.of_texts()?,
            (_, FieldKind::Choice) if self.field.is_coded() => {
                let known = self.field.choices();
                if !self.values.iter().all(|value| known.contains(&value.as_str())) {
                    return Err(ListProblem::NotAChoice);
                }
                Test::Texts(self.values.clone())
            }
            _ => self.of_numbers()?,
        };
        Ok(Checked { field: self.field, test, not: self.operator == O::IsNot })
    }

    fn of_texts(&self) -> Result<Test, ListProblem> {
        let is_phone = self.field.kind() == FieldKind::Phone;
        let mut values = Vec::with_capacity(self.values.len());
        for value in &self.values {
            let value = if is_phone { search_digits(value).unwrap_or_default() } else { fold(value) };
            if value.is_empty() {
                return Err(ListProblem::NotAText);
            }
            values.push(value);
        }
        let mut values = values.into_iter();
        let mut next = || values.next().unwrap_or_default();
        Ok(match self.operator {
            Operator::Begins => Test::Begins(next()),
            Operator::Contains => Test::Contains(next()),
            Operator::From => Test::TextRange(Some(next()), None),
            Operator::Until => Test::TextRange(None, Some(next())),
            Operator::Between => Test::TextRange(Some(next()), Some(next())),
            _ => Test::Texts(values.collect()),
        })
    }

    fn of_numbers(&self) -> Result<Test, ListProblem> {
        let spans = self.values.iter().map(|value| self.span(value)).collect::<Result<Vec<_>, _>>()?;
        Ok(Test::Spans(match (self.operator, spans.as_slice()) {
            (Operator::From, [(from, _)]) => vec![(*from, i64::MAX)],
            (Operator::Until, [(_, until)]) => vec![(i64::MIN, *until)],
            (Operator::Between, [(from, _), (_, until)]) => vec![(*from, *until)],
            _ => spans,
        }))
    }

    /// The numbers that a value stands for.
    fn span(&self, value: &str) -> Result<(i64, i64), ListProblem> {
        let number = match self.field.kind() {
            FieldKind::Day => {
                let day = value.parse::<NaiveDate>().map_err(|_| ListProblem::NotADay)?;
                let (begins, ends) = bounds_of_day(day).map_err(|_| ListProblem::NotADay)?;
                return Ok((begins, ends - 1));
            }
            FieldKind::Choice if !self.field.choices().contains(&value) => return Err(ListProblem::NotAChoice),
            FieldKind::Choice => match Given::from_code(value) {
                Some(given) => given.number(),
                None if value == BY_DEFAULT => BY_DEFAULT_NUMBER,
                None => i64::from(value == PROFESSIONAL),
            },
            _ => value.trim().parse().map_err(|_| ListProblem::NotANumber)?,
        };
        Ok((number, number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(field: ListField, operator: Operator, values: &[&str]) -> Option<ListProblem> {
        let values = values.iter().map(|&value| value.to_owned()).collect();
        Condition { field, operator, values }.checked().err()
    }

    #[test]
    fn what_cannot_be_compared_is_refused_with_its_reason() {
        use ListProblem as P;
        use Operator as O;
        let town = ListField::Record(ClientField::Town);
        for (field, operator, values, expected) in [
            (town, O::Is, &["Ussel"][..], None),
            (town, O::Is, &[][..], Some(P::ValueCount)),
            (town, O::Between, &["a"][..], Some(P::ValueCount)),
            (town, O::Empty, &["a"][..], Some(P::ValueCount)),
            (town, O::Begins, &[" - "][..], Some(P::NotAText)),
            (ListField::Number, O::Begins, &["1"][..], Some(P::OperatorUnsuited)),
            (ListField::Number, O::From, &["douze"][..], Some(P::NotANumber)),
            (ListField::CreatedAt, O::From, &["2026-02-30"][..], Some(P::NotADay)),
            (ListField::CreatedAt, O::From, &["31/01/2026"][..], Some(P::NotADay)),
            (ListField::Consent(1), O::Is, &["asked"][..], Some(P::NotAChoice)),
            (ListField::Consent(1), O::Is, &["professional"][..], Some(P::NotAChoice)),
            (ListField::Record(ClientField::Type), O::Is, &["tiers", "amis"][..], Some(P::NotAChoice)),
            (ListField::Record(ClientField::Mobile), O::From, &["06"][..], Some(P::OperatorUnsuited)),
            (ListField::Record(ClientField::Mobile), O::Begins, &["le matin"][..], Some(P::NotAText)),
            (ListField::ContactMode, O::Filled, &[][..], Some(P::ColumnOnly)),
        ] {
            assert_eq!(problem(field, operator, values), expected, "{field:?} {operator:?} {values:?}");
        }
        let many = vec!["1"; 101];
        assert_eq!(problem(ListField::Number, O::Is, &many), Some(P::TooMany));
    }

    #[test]
    fn every_field_has_a_code_of_its_own() {
        let mut codes: Vec<String> = ListField::ALL.iter().map(|field| field.code()).collect();
        for code in &codes {
            assert_eq!(ListField::from_code(code).map(ListField::code).as_ref(), Some(code));
        }
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), ListField::ALL.len());
        assert_eq!(ListField::from_code("consent_date:7"), Some(ListField::ConsentDate(7)));
        assert_eq!([ListField::from_code("consent:x"), ListField::from_code("other:1")], [None, None]);
    }
}
