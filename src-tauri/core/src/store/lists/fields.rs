//! The fields of a list as SQL (`c` is the client), and their values as cells.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::held;
use super::sql::Sql;
use crate::clients::{ClientField, ContactType};
use crate::consents::Given;
use crate::documents::day_of;
use crate::labels::CarriageMode;
use crate::lists::{BY_DEFAULT, BY_DEFAULT_NUMBER, Cell, FieldKind, INDIVIDUAL, ListField, PROFESSIONAL};
use crate::{Error, Result};

/// A field's value as the file keeps it; a text is never NULL, a day or an answer is where there is none.
pub(super) fn value(field: ListField) -> Sql {
    let of_decision = |column: &str, id: i64| {
        Sql::new(format!(
            "(SELECT decision.{column} FROM consent JOIN decision ON decision.id = consent.decision \
             WHERE consent.client = c.number AND consent.indicator = "
        ))
        .bind(id)
        .and(")")
    };
    match field {
        ListField::Number => Sql::new("c.number"),
        ListField::Record(field) => Sql::new(format!("c.{}", field.code())),
        ListField::CreatedAt => Sql::new("c.created_at"),
        ListField::UpdatedAt => Sql::new("c.updated_at"),
        ListField::InactiveAt => Sql::new("c.inactive_at"),
        ListField::InactiveReason => Sql::new("c.inactive_reason"),
        ListField::RestrictedAt => Sql::new("c.restricted_at"),
        ListField::ImportFile => {
            Sql::new("coalesce((SELECT file_name FROM import_batch WHERE import_batch.id = c.import_batch), '')")
        }
        ListField::SelectionCodes => Sql::new(format!(
            "coalesce((SELECT group_concat(name, '; ') FROM ({})), '')",
            // With those of the records that went into the client's.
            include_str!("codes.sql").trim_end()
        )),
        ListField::Held(field) => held::value(field),
        // Who never answered what holds until it is opposed: by default, as their record says.
        ListField::Consent(id) => {
            Sql::new("coalesce((SELECT answer FROM consent WHERE client = c.number AND indicator = ")
                .bind(id)
                .and("), (SELECT ")
                .bind(BY_DEFAULT_NUMBER)
                .and(" FROM indicator WHERE id = ")
                .bind(id)
                .and(" AND kind = 'opt_out' AND (c.professional OR audience <> 'professionals')))")
        }
        ListField::ConsentMode(id) => Sql::new("coalesce(").with(&of_decision("mode", id)).and(", '')"),
        ListField::ConsentDate(id) => of_decision("at", id),
        // Told by the guard, not by the file.
        ListField::ContactConsent | ListField::ContactMode | ListField::ContactDate => Sql::new("NULL"),
    }
}

/// The place of whoever has no number or day: before all others.
const NOTHING: &str = "-9000000000000000000";

/// What a list is sorted by; never NULL. « Nom » is the order of the search (a company where there is no name), codes, postcodes
/// and e-mails are in their own order, and who has no day or answer comes first.
pub(super) fn key(field: ListField) -> Sql {
    match field {
        ListField::Record(ClientField::LastName) => return Sql::new("c.name_fold"),
        ListField::Record(ClientField::Town) => return Sql::new("c.town_fold"),
        ListField::Record(ClientField::Email) => return Sql::new("lower(c.email)"),
        // As they stand: their indexes give the order.
        ListField::Number | ListField::CreatedAt | ListField::UpdatedAt | ListField::Record(ClientField::Postcode) => {
            return value(field);
        }
        _ => {}
    }
    let (key, nothing) = match field.kind() {
        FieldKind::Text => (folded(field), "''"),
        FieldKind::Phone => (value(field), "''"),
        FieldKind::Number | FieldKind::Amount | FieldKind::Day => (value(field), NOTHING),
        FieldKind::Choice => (value(field), "0"),
    };
    let key = Sql::new("coalesce(").with(&key).and(&format!(", {nothing})"));
    match field {
        // Few hold anything: what the others hold is not looked for.
        ListField::Held(held) => {
            let among = Sql::new("CASE WHEN c.number IN (").with(&held::holders(held)).and(") THEN ");
            among.with(&key).and(&format!(" ELSE {nothing} END"))
        }
        _ => key,
    }
}

/// A text without its case and accents.
pub(super) fn folded(field: ListField) -> Sql {
    Sql::new("folded(").with(&value(field)).and(")")
}

/// The cell of a field whose value stands in a column of a row.
///
/// # Errors
/// `FileCorrupt` for a value that no field has.
pub(super) fn cell(field: ListField, row: &Row<'_>, column: usize) -> Result<Cell> {
    let corrupt = |_| Error::FileCorrupt;
    Ok(match row.get_ref(column)? {
        ValueRef::Null => Cell::Empty,
        ValueRef::Text(_) => {
            let text = row.get_ref(column)?.as_str().map_err(corrupt)?;
            match field.kind() {
                _ if text.is_empty() => Cell::Empty,
                FieldKind::Phone => Cell::Phone(text.to_owned()),
                FieldKind::Choice if matches!(field, ListField::Held(_)) => {
                    Cell::Code(CarriageMode::from_code(text).ok_or(Error::FileCorrupt)?.code())
                }
                FieldKind::Choice => Cell::Code(ContactType::from_code(text).ok_or(Error::FileCorrupt)?.code()),
                _ => Cell::Text(text.to_owned()),
            }
        }
        ValueRef::Integer(number) => match field.kind() {
            FieldKind::Day => Cell::Day(day_of(number)),
            FieldKind::Amount => Cell::Amount(number),
            FieldKind::Choice if matches!(field, ListField::Consent(_)) && number == BY_DEFAULT_NUMBER => {
                Cell::Code(BY_DEFAULT)
            }
            FieldKind::Choice if matches!(field, ListField::Consent(_)) => {
                Cell::Code(Given::from_number(number).ok_or(Error::FileCorrupt)?.code())
            }
            FieldKind::Choice => Cell::Code(if number == 0 { INDIVIDUAL } else { PROFESSIONAL }),
            _ => Cell::Number(number),
        },
        ValueRef::Real(_) | ValueRef::Blob(_) => return Err(Error::FileCorrupt),
    })
}
