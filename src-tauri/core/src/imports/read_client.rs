//! From the cells of a row to a client, or to the reasons why it is none.
//!
//! Values are trimmed and otherwise taken as they are: no case is changed, no digit added. What a row does not say is left
//! empty, but for one thing: a row with a company and without a last name is a professional, unless the file says otherwise.

use super::consents::{ConsentCells, ImportedConsents};
use super::holdings::{HoldingCells, ImportedHoldings, Offers};
use super::mapping::Mapping;
use super::notes::{NoteCode, Notes};
use super::source::Record;
use super::{ImportField, RejectCode, RejectReason, Rejected, dates, values};
use crate::clients::{ClientInput, FieldProblem};
use crate::labels::{CODE_NAME_MAX, checked_code_name, code_names};

/// The longest reason to be inactive, in characters.
const REASON: usize = 200;

/// A row that can be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedClient {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The record: trimmed, and without a blocking issue.
    pub input: ClientInput,
    /// The client is inactive, for this reason (which may be empty).
    pub inactive: Option<String>,
    /// When the file says the record was last changed, in UTC milliseconds.
    pub updated_at: Option<i64>,
    /// « Codes de sélection »: their names.
    pub codes: Vec<String>,
    /// What the client answered.
    pub consents: ImportedConsents,
    /// What the client holds.
    pub holdings: ImportedHoldings,
}

/// What becomes of a row. Every row becomes one or the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// It is imported.
    Client(Box<ImportedClient>),
    /// It goes to the file of rejects.
    Rejected(Rejected),
}

/// What rows are read by.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReadingRules<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) offers: &'a Offers,
    /// UTC milliseconds, after which nobody can have answered anything.
    pub(super) now: i64,
}

/// Reads one row that is not blank.
pub(super) fn read(record: &Record<'_>, rules: ReadingRules<'_>, notes: &mut Notes) -> Row {
    if record.is_legacy {
        notes.add(NoteCode::MixedEncoding, record.line);
    }
    let mut reading = Reading {
        rules,
        client: ImportedClient { line: record.line, ..Default::default() },
        reasons: Vec::new(),
        notes: Vec::new(),
    };
    if let Some(fault) = record.fault {
        reading.reasons.push(RejectReason::of_row(fault.into()));
    } else {
        let holdings = reading.take_cells(record);
        reading.split_address();
        reading.take_holdings(holdings);
        reading.check();
    }
    let Reading { client, reasons, notes: made, .. } = reading;
    if !reasons.is_empty() {
        let cells = record.cells.iter().map(|cell| cell.clone().into_owned()).collect();
        return Row::Rejected(Rejected { line: record.line, reasons, cells });
    }
    if record.is_short {
        notes.add(NoteCode::ShortRow, record.line);
    }
    for note in made {
        notes.add(note, record.line);
    }
    Row::Client(Box::new(client))
}

/// A row half read.
struct Reading<'a> {
    rules: ReadingRules<'a>,
    client: ImportedClient,
    reasons: Vec<RejectReason>,
    notes: Vec<NoteCode>,
}

impl Reading<'_> {
    /// Takes the cells; what they say that the client holds is put together once the record is.
    fn take_cells(&mut self, record: &Record<'_>) -> HoldingCells {
        let ReadingRules { mapping, now, .. } = self.rules;
        let mut holdings = HoldingCells::default();
        let mut consents = ConsentCells::default();
        let mut inactive = None;
        let mut reason = String::new();
        let mut professional = None;
        for &(column, field) in &mapping.fields {
            let cell = record.cell(column);
            let value = cell.trim();
            if value.len() != cell.len() {
                self.note(NoteCode::Trimmed);
            }
            if value.is_empty() {
                continue;
            }
            if value.contains(char::REPLACEMENT_CHARACTER) {
                self.note(NoteCode::DamagedCharacter);
            }
            if values::is_spreadsheet_error(value) {
                self.reject(RejectCode::CellError, column);
                continue;
            }
            match field {
                ImportField::Inactive => {
                    inactive = values::inactive(value, mapping.is_inverted);
                    self.reject_unless(inactive.is_some(), RejectCode::FlagUnreadable, column);
                }
                ImportField::InactiveReason => value.clone_into(&mut reason),
                ImportField::UpdatedAt => {
                    self.client.updated_at = dates::read(value);
                    self.reject_unless(self.client.updated_at.is_some(), RejectCode::DateUnreadable, column);
                }
                ImportField::SelectionCodes => self.take_codes(value, column),
                ImportField::Type => match values::contact_type(value) {
                    Some(kind) => self.client.input.r#type = kind,
                    None => self.reject(RejectCode::TypeUnknown, column),
                },
                ImportField::Professional => {
                    professional = values::professional(value);
                    self.reject_unless(professional.is_some(), RejectCode::FlagUnreadable, column);
                }
                other => {
                    if let Some(target) = text_of(&mut self.client.input, other) {
                        value.clone_into(target);
                    } else if !holdings.take(other, value)
                        && let Err(code) = consents.take(mapping, other, value)
                    {
                        self.reject(code, column);
                    }
                }
            }
        }
        let input = &mut self.client.input;
        input.professional = professional.unwrap_or(!input.company.is_empty() && input.last_name.is_empty());
        self.take_inactive(inactive, reason);
        let Reading { client, reasons, notes, .. } = self;
        client.consents = consents.finish(mapping, client.updated_at, now, reasons, &mut |code| note_once(notes, code));
        holdings
    }

    fn take_holdings(&mut self, cells: HoldingCells) {
        let ReadingRules { mapping, offers, .. } = self.rules;
        let Reading { client, reasons, notes, .. } = self;
        client.holdings = cells.finish(mapping, offers, &client.input, reasons, &mut |code| note_once(notes, code));
    }

    fn take_codes(&mut self, cell: &str, column: usize) {
        self.client.codes = code_names(cell);
        if self.client.codes.iter().any(|name| checked_code_name(name).is_err()) {
            let code = RejectCode::Field(FieldProblem::TooLong);
            self.reasons.push(RejectReason { code, column: Some(column), max: Some(CODE_NAME_MAX) });
        }
    }

    /// A column of reasons without one of flags: who has a reason is inactive.
    fn take_inactive(&mut self, inactive: Option<bool>, reason: String) {
        let has_flags = self.rules.mapping.column(ImportField::Inactive).is_some();
        if inactive.unwrap_or(!has_flags && !reason.is_empty()) {
            if let Some(column) = self.rules.mapping.column(ImportField::InactiveReason) {
                if reason.chars().any(char::is_control) {
                    self.reject(RejectCode::Field(FieldProblem::ControlCharacter), column);
                }
                if reason.chars().count() > REASON {
                    let code = RejectCode::Field(FieldProblem::TooLong);
                    self.reasons.push(RejectReason { code, column: Some(column), max: u32::try_from(REASON).ok() });
                }
            }
            self.client.inactive = Some(reason);
        } else if !reason.is_empty() {
            self.note(NoteCode::ReasonWithoutInactive);
        }
    }

    /// Spreads an address of several lines over the address fields beneath it, if those are free.
    fn split_address(&mut self) {
        let input = &mut self.client.input;
        if spread([&mut input.address_1, &mut input.address_2, &mut input.address_3]) {
            self.note(NoteCode::AddressSplit);
        }
    }

    fn check(&mut self) {
        for issue in self.client.input.issues() {
            if issue.blocking {
                let column = if issue.problem == FieldProblem::Required {
                    None
                } else {
                    self.rules.mapping.column(ImportField::of(issue.field))
                };
                self.reasons.push(RejectReason { code: RejectCode::Field(issue.problem), column, max: issue.max });
            } else {
                match issue.problem {
                    FieldProblem::PhoneUnreadable => self.note(NoteCode::PhoneUnreadable),
                    FieldProblem::PostcodeUnusual => self.note(NoteCode::PostcodeUnusual),
                    FieldProblem::Required
                    | FieldProblem::TooLong
                    | FieldProblem::EmailMalformed
                    | FieldProblem::ControlCharacter => {}
                }
            }
        }
    }

    /// Once a row, however many of its cells are concerned.
    fn note(&mut self, code: NoteCode) {
        note_once(&mut self.notes, code);
    }

    fn reject(&mut self, code: RejectCode, column: usize) {
        self.reasons.push(RejectReason::of_column(code, column));
    }

    fn reject_unless(&mut self, is_fine: bool, code: RejectCode, column: usize) {
        if !is_fine {
            self.reject(code, column);
        }
    }
}

fn note_once(notes: &mut Vec<NoteCode>, code: NoteCode) {
    if !notes.contains(&code) {
        notes.push(code);
    }
}

/// Spreads a text of several lines over the fields beneath it, if those are free; says whether it did.
pub(super) fn spread(fields: [&mut String; 3]) -> bool {
    let Some(first) = fields.iter().position(|field| field.contains(['\n', '\r'])) else { return false };
    let text = fields[first].clone();
    let lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let fits = first + lines.len() <= fields.len()
        && fields[first + 1..].iter().take(lines.len() - 1).all(|field| field.is_empty());
    if fits {
        for (field, line) in fields.into_iter().skip(first).zip(lines) {
            line.clone_into(field);
        }
    }
    fits
}

fn text_of(input: &mut ClientInput, field: ImportField) -> Option<&mut String> {
    Some(match field {
        ImportField::Civility => &mut input.civility,
        ImportField::LastName => &mut input.last_name,
        ImportField::FirstName => &mut input.first_name,
        ImportField::Company => &mut input.company,
        ImportField::Address1 => &mut input.address_1,
        ImportField::Address2 => &mut input.address_2,
        ImportField::Address3 => &mut input.address_3,
        ImportField::Postcode => &mut input.postcode,
        ImportField::Town => &mut input.town,
        ImportField::Country => &mut input.country,
        ImportField::Email => &mut input.email,
        ImportField::Phone => &mut input.phone,
        ImportField::Mobile => &mut input.mobile,
        ImportField::Origins => &mut input.origins,
        _ => return None,
    })
}
