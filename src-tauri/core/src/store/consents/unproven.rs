//! Who is to be asked again, read along the index that keeps them apart.

use rusqlite::Row;

use crate::clients::ClientNumber;
use crate::consents::{Channel, UnprovenClient, UnprovenConsent, UnprovenPage};
use crate::store::Rows;
use crate::{Error, Result};

impl Rows<'_> {
    /// At most `limit` clients after a number, with their agreements « sans preuve ».
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn unproven(&self, after: Option<ClientNumber>, limit: u32) -> Result<UnprovenPage> {
        let mut found: Vec<(UnprovenClient, Vec<(i64, UnprovenConsent)>)> = Vec::new();
        let mut next = None;
        let mut select = self.0.prepare_cached(include_str!("unproven.sql"))?;
        let mut rows = select.query([after.unwrap_or(0)])?;
        while let Some(row) = rows.next()? {
            let number: ClientNumber = row.get("client")?;
            if found.last().is_none_or(|(client, _)| client.number != number) {
                if found.len() >= limit as usize {
                    next = found.last().map(|(client, _)| client.number);
                    break;
                }
                found.push((client(row)?, Vec::new()));
            }
            if let Some((_, consents)) = found.last_mut() {
                consents.push((row.get("position")?, consent(row)?));
            }
        }
        let total = self.0.prepare_cached(include_str!("count_unproven.sql"))?.query_row([], |row| row.get(0))?;
        let rows = found.into_iter().map(|(client, mut consents)| {
            consents.sort_by_key(|(position, consent)| (*position, consent.indicator));
            UnprovenClient { consents: consents.into_iter().map(|(_, consent)| consent).collect(), ..client }
        });
        Ok(UnprovenPage { rows: rows.collect(), next, total })
    }
}

fn client(row: &Row<'_>) -> rusqlite::Result<UnprovenClient> {
    Ok(UnprovenClient {
        number: row.get("client")?,
        civility: row.get("civility")?,
        last_name: row.get("last_name")?,
        first_name: row.get("first_name")?,
        company: row.get("company")?,
        town: row.get("town")?,
        inactive: row.get("inactive")?,
        consents: Vec::new(),
    })
}

fn consent(row: &Row<'_>) -> Result<UnprovenConsent> {
    let channel: String = row.get("channel")?;
    Ok(UnprovenConsent {
        indicator: row.get("indicator")?,
        name: row.get("name")?,
        channel: Channel::from_code(&channel).ok_or(Error::FileCorrupt)?,
        at: row.get("at")?,
        mode: row.get("mode")?,
        file_name: row.get::<_, Option<String>>("file_name")?.unwrap_or_default(),
    })
}
