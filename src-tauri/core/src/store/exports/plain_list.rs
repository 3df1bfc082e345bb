//! Lists of everybody in the order of their numbers, until lists are read by their own conditions and order.

use chrono::DateTime;

use crate::clients::{ClientField as F, ClientRecord};
use crate::lists::{Cell, ListField, ListItem, ListLine, ListQuery, ListTotals};
use crate::phones::Phone;
use crate::{Error, Reader, Result};

impl Reader {
    /// Calls `each` with every client of a list, in its order.
    ///
    /// # Errors
    /// What the database or `each` may say.
    pub fn each_of_list(
        &self,
        query: &ListQuery,
        at: i64,
        each: &mut dyn FnMut(ListItem) -> Result<()>,
    ) -> Result<ListTotals> {
        let rows = self.rows();
        let last: i64 = rows.0.query_row("SELECT coalesce(max(number), 0) FROM client", [], |row| row.get(0))?;
        let mut totals = ListTotals::default();
        for number in 1..=last {
            let record = match rows.client(number) {
                Ok(record) => record,
                Err(Error::ClientNotFound(_)) => continue,
                Err(error) => return Err(error),
            };
            if record.inactive.is_some() && !query.include_inactive {
                continue;
            }
            if let Some(contact) = query.contact {
                let verdict = rows.may_contact(number, contact.channel, contact.purpose, at)?;
                totals.count(verdict.reasons);
                if !verdict.allowed {
                    each(ListItem::Excluded { client: number, reasons: verdict.reasons })?;
                    continue;
                }
            } else {
                totals.kept += 1;
            }
            let cells = query.columns.iter().map(|field| cell(*field, &record)).collect();
            each(ListItem::Kept(ListLine { client: number, cells }))?;
        }
        Ok(totals)
    }
}

fn cell(field: ListField, record: &ClientRecord) -> Cell {
    let day = |at: i64| DateTime::from_timestamp_millis(at).map_or(Cell::Empty, |at| Cell::Day(at.date_naive()));
    match field {
        ListField::Number => Cell::Number(record.number),
        ListField::CreatedAt => day(record.created_at),
        ListField::UpdatedAt => day(record.updated_at),
        ListField::InactiveAt => record.inactive.as_ref().map_or(Cell::Empty, |inactive| day(inactive.at)),
        ListField::Record(F::Type) => Cell::Code(record.client.r#type.code()),
        ListField::Record(F::Professional) => {
            Cell::Code(if record.client.professional { "professional" } else { "individual" })
        }
        ListField::Record(field) => {
            let texts = record.client.texts();
            let text = texts.iter().find(|(other, ..)| *other == field).map_or("", |(_, text, _)| text.as_str());
            match field {
                _ if text.is_empty() => Cell::Empty,
                F::Phone | F::Mobile => Cell::Phone(Phone::parse(text).stored().to_owned()),
                _ => Cell::Text(text.to_owned()),
            }
        }
        _ => Cell::Empty,
    }
}
