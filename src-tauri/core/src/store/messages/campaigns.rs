//! The rows of campaigns, and their messages as a whole.

use rusqlite::{OptionalExtension, Row, named_params, params};

use super::{channel, purpose};
use crate::lists::ListQuery;
use crate::messages::{Campaign, CampaignCounts, CampaignId, CampaignState, MessageState, NewTemplate};
use crate::store::{Rows, Tx};
use crate::{Error, Result};

const COLUMNS: &str =
    "id, name, template, channel, purpose, kept, excluded, created_at, operator, stopped_at, written_at";

/// Why a message of a stopped campaign was cancelled, by which resuming knows it.
const STOPPED: &str = "stopped";

/// A campaign whose messages are not all written, as it was started.
#[derive(Clone, Debug)]
pub(crate) struct UnwrittenCampaign {
    pub(crate) id: CampaignId,
    pub(crate) name: String,
    pub(crate) query: ListQuery,
    pub(crate) template: NewTemplate,
    /// The greatest number of a client who was looked at.
    pub(crate) looked_at_to: i64,
}

impl Rows<'_> {
    /// All campaigns, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn campaigns(&self) -> Result<Vec<Campaign>> {
        let ids: Vec<CampaignId> = self
            .0
            .prepare_cached("SELECT id FROM campaign ORDER BY id DESC")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        ids.into_iter().map(|id| self.campaign(id)).collect()
    }

    /// One campaign.
    ///
    /// # Errors
    /// `CampaignNotFound`.
    pub(crate) fn campaign(&self, id: CampaignId) -> Result<Campaign> {
        let counts = self.campaign_counts(id)?;
        let mut campaign = self
            .0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM campaign WHERE id = ?1"))?
            .query_row([id], |row| Ok(campaign(row, counts)))
            .optional()?
            .ok_or(Error::CampaignNotFound)??;
        campaign.list_gone = self.is_list_gone(id)?;
        Ok(campaign)
    }

    /// Whether a campaign stopped before all was written because its list can no longer be made.
    fn is_list_gone(&self, id: CampaignId) -> Result<bool> {
        let query: Option<String> = self
            .0
            .prepare_cached(
                "SELECT query FROM campaign WHERE id = ?1 AND stopped_at IS NOT NULL AND written_at IS NULL",
            )?
            .query_row([id], |row| row.get(0))
            .optional()?;
        let Some(query) = query else { return Ok(false) };
        let query: ListQuery = serde_json::from_str(&query).map_err(|_| Error::FileCorrupt)?;
        match self.check_list(&query) {
            Err(Error::ListInvalid { .. }) => Ok(true),
            Err(Error::Interrupted) | Ok(()) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Reads no text.
    fn campaign_counts(&self, id: CampaignId) -> Result<CampaignCounts> {
        let mut select =
            self.0.prepare_cached("SELECT state, count(*) FROM message WHERE campaign = ?1 GROUP BY state")?;
        let mut rows = select.query([id])?;
        let mut counts = CampaignCounts::default();
        while let Some(row) = rows.next()? {
            let state = MessageState::from_code(row.get_ref(0)?.as_str().map_err(|_| Error::FileCorrupt)?);
            let messages = u64::try_from(row.get::<_, i64>(1)?).unwrap_or_default();
            counts.written += messages;
            *match state.ok_or(Error::FileCorrupt)? {
                MessageState::Pending | MessageState::Sending => &mut counts.waiting,
                MessageState::Sent => &mut counts.sent,
                MessageState::Failed | MessageState::Unsure => &mut counts.trouble,
                MessageState::Blocked => &mut counts.blocked,
                MessageState::Cancelled => &mut counts.cancelled,
            } += messages;
        }
        Ok(counts)
    }

    /// The oldest campaign that goes on and whose messages are not all written.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn unwritten_campaign(&self) -> Result<Option<UnwrittenCampaign>> {
        self.0
            .prepare_cached(
                "SELECT id, name, query, text, looked_at_to FROM campaign
                 WHERE written_at IS NULL AND stopped_at IS NULL ORDER BY id LIMIT 1",
            )?
            .query_row([], |row| Ok(unwritten(row)))
            .optional()?
            .transpose()
    }
}

impl Tx<'_> {
    /// Writes down a campaign, none of whose messages are written yet.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_campaign(
        &self,
        name: &str,
        query: &ListQuery,
        template: &NewTemplate,
        kept: u64,
        excluded: u64,
    ) -> Result<CampaignId> {
        let form = |_| Error::Database("a campaign without a form".into());
        self.connection.prepare_cached(include_str!("insert_campaign.sql"))?.execute(named_params! {
            ":name": name,
            ":template": template.name,
            ":channel": template.channel.code(),
            ":purpose": template.purpose.code(),
            ":kept": i64::try_from(kept).unwrap_or(i64::MAX),
            ":excluded": i64::try_from(excluded).unwrap_or(i64::MAX),
            ":now": self.now(),
            ":operator": self.context.operator,
            ":query": serde_json::to_string(query).map_err(form)?,
            ":text": serde_json::to_string(template).map_err(form)?,
        })?;
        self.touch_messages();
        Ok(self.connection.last_insert_rowid())
    }

    /// Says how far a campaign has come; without a number, to its end.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn advance_campaign(&self, id: CampaignId, looked_at_to: Option<i64>) -> Result<()> {
        match looked_at_to {
            Some(number) => self
                .connection
                .prepare_cached("UPDATE campaign SET looked_at_to = ?2 WHERE id = ?1")?
                .execute(params![id, number])?,
            None => self
                .connection
                .prepare_cached("UPDATE campaign SET written_at = ?2 WHERE id = ?1")?
                .execute(params![id, self.now()])?,
        };
        self.touch_messages();
        Ok(())
    }

    /// Stops a campaign and cancels what waits of it. What is on its way goes on.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn stop_campaign(&self, id: CampaignId) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE campaign SET stopped_at = ?2 WHERE id = ?1")?
            .execute(params![id, self.now()])?;
        self.connection
            .prepare_cached(
                "UPDATE message SET state = 'cancelled', reason = ?2 WHERE campaign = ?1 AND state = 'pending'",
            )?
            .execute(params![id, STOPPED])?;
        self.touch_messages();
        Ok(())
    }

    /// Lets a stopped campaign go on: what was cancelled by stopping it waits again, what somebody cancelled by hand does not.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn resume_campaign(&self, id: CampaignId) -> Result<()> {
        self.connection.prepare_cached("UPDATE campaign SET stopped_at = NULL WHERE id = ?1")?.execute([id])?;
        self.connection
            .prepare_cached(
                "UPDATE message SET state = 'pending', reason = ''
                 WHERE campaign = ?1 AND state = 'cancelled' AND reason = ?2",
            )?
            .execute(params![id, STOPPED])?;
        self.touch_messages();
        Ok(())
    }
}

fn campaign(row: &Row<'_>, messages: CampaignCounts) -> Result<Campaign> {
    let text = |column: &str| row.get::<_, String>(column);
    let stopped_at: Option<i64> = row.get("stopped_at")?;
    let written_at: Option<i64> = row.get("written_at")?;
    let state = match (stopped_at, written_at) {
        (Some(_), _) => CampaignState::Stopped,
        (None, None) => CampaignState::Writing,
        (None, Some(_)) if messages.waiting > 0 => CampaignState::Sending,
        (None, Some(_)) => CampaignState::Done,
    };
    Ok(Campaign {
        id: row.get("id")?,
        name: text("name")?,
        template: text("template")?,
        channel: channel(&text("channel")?)?,
        purpose: purpose(&text("purpose")?)?,
        state,
        kept: u64::try_from(row.get::<_, i64>("kept")?).unwrap_or_default(),
        excluded: u64::try_from(row.get::<_, i64>("excluded")?).unwrap_or_default(),
        messages,
        created_at: row.get("created_at")?,
        operator: text("operator")?,
        stopped_at,
        list_gone: false,
    })
}

fn unwritten(row: &Row<'_>) -> Result<UnwrittenCampaign> {
    let text = |column: &str| row.get::<_, String>(column);
    Ok(UnwrittenCampaign {
        id: row.get("id")?,
        name: text("name")?,
        query: serde_json::from_str(&text("query")?).map_err(|_| Error::FileCorrupt)?,
        template: serde_json::from_str(&text("text")?).map_err(|_| Error::FileCorrupt)?,
        looked_at_to: row.get("looked_at_to")?,
    })
}
