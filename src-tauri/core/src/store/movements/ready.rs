//! Repairs that are ready and wait for their client.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::{COLUMNS, movement};
use crate::clients::ClientNumber;
use crate::movements::{Movement, MovementId, RepairsDue};
use crate::store::Rows;
use crate::store::clients::{FAMILY, name};
use crate::{Error, Result};

/// A repair that is ready, and whose it is.
#[derive(Clone, Debug)]
pub(crate) struct ReadyRepair {
    pub(crate) repair: Movement,
    /// The record that the repair's own leads to.
    pub(crate) client: ClientNumber,
    pub(crate) client_name: String,
    pub(crate) ready_on: NaiveDate,
}

/// `c` is the client; one that was deleted waits for nothing.
const SOURCE: &str =
    "movement AS m JOIN client AS c ON c.number = m.client LEFT JOIN message AS r ON r.id = m.reminder";
const READY: &str = "m.state = 'ready' AND (c.removed_at IS NULL OR c.merged_into IS NOT NULL)";
/// What did not arrive was told to nobody.
const UNTOLD: &str = "(m.reminder IS NULL OR r.state IN ('failed', 'blocked', 'cancelled'))";

impl Rows<'_> {
    /// Repairs that have been ready since that day at the latest, and of which the client was not told, or not since `told_before` (UTC
    /// milliseconds): the longest wait first, at most so many; and how many there are.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn ready_repairs(
        &self,
        since: NaiveDate,
        told_before: Option<i64>,
        limit: u32,
    ) -> Result<(Vec<ReadyRepair>, u64)> {
        let condition = format!("{READY} AND m.ready_on <= ?1 AND ({UNTOLD} OR m.reminded_at <= ?2)");
        let repairs = self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, c.last_name, c.first_name, c.company FROM {SOURCE} WHERE {condition}
                 ORDER BY m.ready_on, m.id LIMIT ?3"
            ))?
            .query_map(params![since.to_string(), told_before, limit], |row| Ok(self.ready(row)))?
            .map(|repair| repair.map_err(Error::from).flatten())
            .collect::<Result<Vec<_>>>()?;
        let total: u32 = self
            .0
            .prepare_cached(&format!("SELECT count(*) FROM {SOURCE} WHERE {condition}"))?
            .query_row(params![since.to_string(), told_before], |row| row.get(0))?;
        Ok((repairs, total.into()))
    }

    /// One repair, if it is ready.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn ready_repair(&self, id: MovementId) -> Result<Option<ReadyRepair>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, c.last_name, c.first_name, c.company FROM {SOURCE} WHERE {READY} AND m.id = ?1"
            ))?
            .query_row([id], |row| Ok(self.ready(row)))
            .optional()?
            .transpose()
    }

    /// The repair of a client, or of a record that went into theirs, that has been ready longest.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn ready_repair_of(&self, client: ClientNumber) -> Result<Option<ReadyRepair>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, c.last_name, c.first_name, c.company FROM {SOURCE}
                 WHERE {READY} AND m.client IN {FAMILY} ORDER BY m.ready_on, m.id LIMIT 1"
            ))?
            .query_row([client], |row| Ok(self.ready(row)))
            .optional()?
            .transpose()
    }

    /// How many repairs wait to be collected, and of how many of them the client should be told.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn repairs_due(&self, since: NaiveDate) -> Result<RepairsDue> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT count(*), count(*) FILTER (WHERE m.ready_on <= ?1 AND {UNTOLD}) FROM {SOURCE} WHERE {READY}"
            ))?
            .query_row([since.to_string()], |row| {
                Ok(RepairsDue { ready: row.get::<_, u32>(0)?.into(), due: row.get::<_, u32>(1)?.into() })
            })?)
    }

    fn ready(&self, row: &Row<'_>) -> Result<ReadyRepair> {
        let repair = movement(row)?;
        let client = self.living(repair.client)?;
        let client_name = if client == repair.client {
            name(row)?
        } else {
            self.client_row(client)?.map(|(row, _)| row.name()).unwrap_or_default()
        };
        let ready_on = repair.input.ready_on.ok_or(Error::FileCorrupt)?;
        Ok(ReadyRepair { repair, client, client_name, ready_on })
    }
}
