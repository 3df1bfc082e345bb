//! The register of exports: lines that are added and never changed, and who was in each, as blocks of bits.

use rusqlite::{Row, params};

use super::{Rows, Tx};
use crate::clients::ClientNumber;
use crate::exports::{ExportFormat, ExportId, Held, NewExport};
use crate::lists::ContactUse;
use crate::{Error, Result};

/// One line of the register as the file keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredExport {
    pub(crate) id: ExportId,
    /// UTC milliseconds.
    pub(crate) at: i64,
    pub(crate) operator: String,
    pub(crate) purpose: String,
    pub(crate) recipient: String,
    pub(crate) contact: Option<ContactUse>,
    pub(crate) format: ExportFormat,
    pub(crate) file_name: String,
    /// A [`crate::lists::ListQuery`] as JSON.
    pub(crate) query: String,
    pub(crate) kept: i64,
    pub(crate) excluded: i64,
    pub(crate) sha256: String,
}

impl Tx<'_> {
    /// Adds an export to the register.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_export(&self, new: &NewExport) -> Result<ExportId> {
        let query = serde_json::to_string(&new.query).map_err(|_| Error::BadRequest("export_list".into()))?;
        let id = self.connection.prepare_cached(include_str!("insert.sql"))?.insert(params![
            self.context.now,
            self.context.operator,
            new.purpose,
            new.recipient,
            contact_code(new.contact),
            new.format.code(),
            new.file_name,
            query,
            i64::try_from(new.kept).unwrap_or(i64::MAX),
            i64::try_from(new.excluded).unwrap_or(i64::MAX),
            new.sha256,
        ])?;
        let mut insert = self.connection.prepare_cached(include_str!("insert_block.sql"))?;
        for (block, bits) in new.held.blocks() {
            insert.execute(params![block, id, bits])?;
        }
        self.touch_shop();
        Ok(id)
    }
}

impl Rows<'_> {
    /// Some of the register, the newest first; `before` is the number below which they are.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn exports(&self, before: Option<ExportId>, limit: u32) -> Result<Vec<StoredExport>> {
        let mut select = self.0.prepare_cached(include_str!("page.sql"))?;
        let exports = select.query_map(params![before.unwrap_or(i64::MAX), limit], stored)?;
        Ok(exports.collect::<rusqlite::Result<_>>()?)
    }

    /// How many exports there are.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn count_exports(&self) -> Result<i64> {
        Ok(self.0.prepare_cached("SELECT count(*) FROM export")?.query_row([], |row| row.get(0))?)
    }

    /// The exports that a client is in, under their own number or under that of a record that went into theirs; the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn exports_of(&self, client: ClientNumber) -> Result<Vec<StoredExport>> {
        let mut select = self.0.prepare_cached(include_str!("of_block.sql"))?;
        let mut exports = Vec::new();
        for number in std::iter::once(client).chain(self.merged_into(client)?) {
            let mut rows = select.query([Held::place(number).0])?;
            while let Some(row) = rows.next()? {
                let bits = row.get_ref("bits")?.as_blob().map_err(|_| Error::FileCorrupt)?;
                if Held::has(bits, number) {
                    exports.push(stored(row)?);
                }
            }
        }
        exports.sort_by_key(|export| std::cmp::Reverse(export.id));
        exports.dedup_by_key(|export| export.id);
        Ok(exports)
    }
}

fn stored(row: &Row<'_>) -> rusqlite::Result<StoredExport> {
    let contact: String = row.get("contact")?;
    let format: String = row.get("format")?;
    Ok(StoredExport {
        id: row.get("id")?,
        at: row.get("at")?,
        operator: row.get("operator")?,
        purpose: row.get("purpose")?,
        recipient: row.get("recipient")?,
        contact: ContactUse::from_code(&contact),
        // A CHECK keeps the column to the known ones.
        format: ExportFormat::from_code(&format).unwrap_or(ExportFormat::Csv),
        file_name: row.get("file_name")?,
        query: row.get("query")?,
        kept: row.get("kept")?,
        excluded: row.get("excluded")?,
        sha256: row.get("sha256")?,
    })
}

fn contact_code(contact: Option<ContactUse>) -> String {
    contact.map(ContactUse::code).unwrap_or_default()
}
