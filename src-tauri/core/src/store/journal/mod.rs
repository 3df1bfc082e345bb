//! The journal's rows.

use rusqlite::{Connection, params};

use super::Rows;
use super::tx::Context;
use crate::Result;
use crate::clients::ClientNumber;
use crate::journal::{JournalChange, JournalEntry, JournalPage, Operation};

/// A record's entries, newest first.
const OF_CLIENT: &str = concat!(
    include_str!("own_entries.sql"),
    include_str!("../clients/family.sql"),
    include_str!("import_entries.sql"),
    include_str!("../clients/family.sql"),
    "ORDER BY 1 DESC LIMIT ?3"
);

pub(super) fn append(
    connection: &Connection,
    context: Context<'_>,
    client: Option<ClientNumber>,
    import: Option<i64>,
    changes: &[JournalChange],
) -> Result<()> {
    connection.prepare_cached(include_str!("append.sql"))?.execute(params![
        context.now,
        context.operator,
        context.operation.code(),
        client,
        import
    ])?;
    let entry = connection.last_insert_rowid();
    let mut insert = connection.prepare_cached(include_str!("append_change.sql"))?;
    for change in changes {
        insert.execute(params![entry, change.field, change.old, change.new])?;
    }
    Ok(())
}

impl Rows<'_> {
    /// A record's journal with that of the records that went into it, newest first; an imported record ends with the import that brought it.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn journal(&self, client: ClientNumber, before: Option<i64>, limit: u32) -> Result<JournalPage> {
        let mut select = self.0.prepare_cached(OF_CLIENT)?;
        let mut entries = select
            .query_map(params![client, before.unwrap_or(i64::MAX), limit + 1], |row| {
                Ok(JournalEntry {
                    id: row.get("id")?,
                    at: row.get("at")?,
                    operator: row.get("operator")?,
                    operation: operation(&row.get::<_, String>("operation")?),
                    changes: Vec::new(),
                    file_name: row.get("file_name")?,
                    merged_from: row.get("merged_from")?,
                })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let more = entries.len() > limit as usize;
        entries.truncate(limit as usize);
        let mut changes = self.0.prepare_cached(include_str!("changes_of_entry.sql"))?;
        for entry in &mut entries {
            entry.changes = changes
                .query_map([entry.id], |row| {
                    Ok(JournalChange {
                        field: row.get("field")?,
                        old: row.get("old_value")?,
                        new: row.get("new_value")?,
                    })
                })?
                .collect::<rusqlite::Result<_>>()?;
        }
        let next = if more { entries.last().map(|entry| entry.id) } else { None };
        Ok(JournalPage { entries, next })
    }
}

/// Entries of operations that this version does not know exist only in newer files, which it does not open.
fn operation(code: &str) -> Operation {
    Operation::from_code(code).unwrap_or(Operation::SaveClient)
}
