//! Reading records and the lines of lists.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row};

use super::{contact_type, phone};
use crate::clients::{ClientInput, ClientNumber, ClientRecord, ClientRow, Imported, Inactive};
use crate::store::Rows;
use crate::store::movements::Life;
use crate::text::fold;
use crate::{Error, Result};

impl Rows<'_> {
    /// A whole record.
    ///
    /// # Errors
    /// `ClientNotFound`; `ClientRemoved`, `ClientMerged` for one that was removed.
    pub(crate) fn client(&self, number: ClientNumber) -> Result<ClientRecord> {
        let record = self
            .0
            .prepare_cached(include_str!("record.sql"))?
            .query_row([number], record)
            .optional()?
            .ok_or_else(|| self.absent(number))?;
        let Life { made, first, last } = self.life(number)?;
        Ok(record.living(made, first, last))
    }

    /// One line of a list with its folded name, or nothing if there is no such client (any more).
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn client_row(&self, number: ClientNumber) -> Result<Option<(ClientRow, String)>> {
        Ok(self
            .0
            .prepare_cached(include_str!("row.sql"))?
            .query_row([number], |row| Ok((list_row(row)?, row.get("name_fold")?)))
            .optional()?)
    }

    /// The clients opened last, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn recent_clients(&self, limit: u32) -> Result<Vec<ClientRow>> {
        let numbers = self
            .0
            .prepare_cached("SELECT client FROM recent_view ORDER BY at DESC LIMIT ?1")?
            .query_map([limit], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<ClientNumber>>>()?;
        let mut clients = Vec::with_capacity(numbers.len());
        for number in numbers {
            clients.extend(self.client_row(number)?.map(|(row, _)| row));
        }
        Ok(clients)
    }

    /// The origins in use, the most frequent first, for suggestions.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn origins(&self) -> Result<Vec<String>> {
        // The newest thousands say enough, and cost the same in a small and in a large file.
        let mut newest = self
            .0
            .prepare_cached("SELECT origins FROM client WHERE removed_at IS NULL ORDER BY number DESC LIMIT 5000")?;
        let mut rows = newest.query([])?;
        let mut uses: HashMap<String, (String, usize)> = HashMap::new();
        while let Some(row) = rows.next()? {
            // A record may have several, between commas.
            for origin in row.get_ref(0)?.as_str().unwrap_or_default().split(',').map(str::trim) {
                if !origin.is_empty() {
                    uses.entry(fold(origin)).or_insert_with(|| (origin.to_owned(), 0)).1 += 1;
                }
            }
        }
        let mut origins: Vec<(String, usize)> = uses.into_values().collect();
        origins.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
        Ok(origins.into_iter().take(50).map(|(origin, _)| origin).collect())
    }

    /// Calls `each` with what a duplicate is recognised by, for every client of the file. What a record that went into another one was
    /// recognised by leads to that one.
    ///
    /// # Errors
    /// What the database or `each` may say.
    pub(crate) fn contact_keys(&self, mut each: impl FnMut(ContactKeys<'_>) -> Result<()>) -> Result<()> {
        let mut select = self.0.prepare_cached(
            "SELECT email, phone, phone_readable, mobile, mobile_readable, name_fold, postcode, number, merged_into IS NOT NULL
             FROM client WHERE removed_at IS NULL OR merged_into IS NOT NULL",
        )?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let text =
                |column: usize| -> Result<&str> { row.get_ref(column)?.as_str().map_err(|_| Error::FileCorrupt) };
            let phone = if row.get::<_, bool>(2)? { text(1)? } else { "" };
            let mobile = if row.get::<_, bool>(4)? { text(3)? } else { "" };
            let number = if row.get(8)? { self.living(row.get(7)?)? } else { row.get(7)? };
            each(ContactKeys { number, email: text(0)?, phone, mobile, name_fold: text(5)?, postcode: text(6)? })?;
        }
        Ok(())
    }
}

/// What a probable duplicate is recognised by. Empty where there is nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContactKeys<'a> {
    pub(crate) number: ClientNumber,
    pub(crate) email: &'a str,
    /// E.164.
    pub(crate) phone: &'a str,
    /// E.164.
    pub(crate) mobile: &'a str,
    pub(crate) name_fold: &'a str,
    pub(crate) postcode: &'a str,
}

fn record(row: &Row<'_>) -> rusqlite::Result<ClientRecord> {
    let phone_number = phone(row, "phone", "phone_readable")?;
    let mobile = phone(row, "mobile", "mobile_readable")?;
    let inactive: Option<i64> = row.get("inactive_at")?;
    let inactive_reason = row.get("inactive_reason")?;
    let imported: Option<i64> = row.get("imported_at")?;
    let imported_from: Option<String> = row.get("imported_from")?;
    Ok(ClientRecord {
        number: row.get("number")?,
        revision: row.get("revision")?,
        client: ClientInput {
            civility: row.get("civility")?,
            last_name: row.get("last_name")?,
            first_name: row.get("first_name")?,
            company: row.get("company")?,
            address_1: row.get("address_1")?,
            address_2: row.get("address_2")?,
            address_3: row.get("address_3")?,
            postcode: row.get("postcode")?,
            town: row.get("town")?,
            country: row.get("country")?,
            email: row.get("email")?,
            phone: phone_number.display(),
            mobile: mobile.display(),
            origins: row.get("origins")?,
            r#type: contact_type(row)?,
            professional: row.get("professional")?,
        },
        phone_readable: phone_number.is_readable(),
        mobile_readable: mobile.is_readable(),
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        inactive: inactive.map(|at| Inactive { at, reason: inactive_reason }),
        restricted_at: row.get("restricted_at")?,
        imported: imported.zip(imported_from).map(|(at, file_name)| Imported { at, file_name }),
        client_since: None,
        last_contact_on: None,
        review_by: None,
    })
}

/// One line of a list, from columns of these names.
pub(in crate::store) fn list_row(row: &Row<'_>) -> rusqlite::Result<ClientRow> {
    Ok(ClientRow {
        number: row.get("number")?,
        civility: row.get("civility")?,
        last_name: row.get("last_name")?,
        first_name: row.get("first_name")?,
        company: row.get("company")?,
        postcode: row.get("postcode")?,
        town: row.get("town")?,
        phone: phone(row, "phone", "phone_readable")?.display(),
        mobile: phone(row, "mobile", "mobile_readable")?.display(),
        email: row.get("email")?,
        r#type: contact_type(row)?,
        professional: row.get("professional")?,
        inactive: row.get("inactive")?,
        opened_at: row.get("opened_at")?,
    })
}
