//! The sentences that clients are shown, version by version.

use rusqlite::params;

use crate::Result;
use crate::consents::{IndicatorId, Wording, WordingId};
use crate::store::{Rows, Tx};

impl Rows<'_> {
    /// All wordings, by indicator, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn wordings(&self) -> Result<Vec<Wording>> {
        Ok(self
            .0
            .prepare_cached(include_str!("wordings.sql"))?
            .query_map([], |row| {
                Ok(Wording {
                    id: row.get("id")?,
                    indicator: row.get("indicator")?,
                    name: row.get("name")?,
                    text: row.get("text")?,
                    effective_from: row.get("effective_from")?,
                    uses: row.get("uses")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// The wording in force at a moment: the newest that had begun by then. None, if none had: nobody was shown a sentence
    /// that did not exist.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn wording_in_force(&self, indicator: IndicatorId, at: i64) -> Result<Option<Wording>> {
        let mut wordings = self.wordings()?.into_iter();
        Ok(wordings.find(|wording| wording.indicator == indicator && wording.effective_from <= at))
    }
}

impl Tx<'_> {
    /// Adds the next version of an indicator's wording.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_wording(&self, indicator: IndicatorId, text: &str, effective_from: i64) -> Result<WordingId> {
        self.connection.execute(
            "INSERT INTO wording (indicator, version, text, effective_from, created_at)
             SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3, ?4 FROM wording WHERE indicator = ?1",
            params![indicator, text, effective_from, self.now()],
        )?;
        let id = self.connection.last_insert_rowid();
        self.touch_consents();
        Ok(id)
    }

    /// The shop's first wordings, in its own name.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_first_wordings(&self) -> Result<()> {
        Ok(self.connection.execute_batch(include_str!("../migrations/wordings.sql"))?)
    }

    /// Counts in the file what the grants of this transaction name.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn count_uses(&self) -> Result<()> {
        let uses = self.uses.take();
        for (label, count) in uses.modes {
            self.connection
                .prepare_cached("UPDATE agreement_mode SET uses = uses + ?2 WHERE label = ?1")?
                .execute(params![label, count])?;
        }
        for (wording, count) in uses.wordings {
            self.connection.prepare_cached(include_str!("count_wording.sql"))?.execute([wording, count])?;
        }
        Ok(())
    }
}
