//! The decisions of one day, in the order of recording.

use rusqlite::params;

use crate::clients::ClientNumber;
use crate::consents::{DayDecision, DayOfDecisions};
use crate::store::Rows;
use crate::{Error, Result};

impl Rows<'_> {
    /// What was recorded from `from` to `to` (UTC milliseconds, `to` not included): what the counter recorded one by one,
    /// what imports brought as a number.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn decisions_recorded(&self, from: i64, to: i64) -> Result<DayOfDecisions> {
        let mut select = self.0.prepare(include_str!("day.sql"))?;
        let decisions = select
            .query_map(params![from, to], |row| {
                let number: ClientNumber = row.get("client")?;
                let names: [String; 4] =
                    [row.get("civility")?, row.get("last_name")?, row.get("first_name")?, row.get("company")?];
                let said: Vec<&str> = names.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                Ok(DayDecision {
                    decision: row.get("id")?,
                    recorded_at: row.get("recorded_at")?,
                    client: number,
                    client_name: said.join(" "),
                    label: row.get("label")?,
                    mode: row.get("mode")?,
                    operator: row.get("operator")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        let imported: i64 = self.0.query_row(
            "SELECT count(*) FROM decision WHERE recorded_at >= ?1 AND recorded_at < ?2 AND source = 'import'",
            params![from, to],
            |row| row.get(0),
        )?;
        Ok(DayOfDecisions { decisions, imported: u64::try_from(imported).map_err(|_| Error::FileCorrupt)? })
    }
}
