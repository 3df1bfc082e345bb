//! The rows of merges, and what decisions said that a merge repeats.

use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::consents::{DecisionId, DecisionSource, IndicatorId, WordingId};
use crate::journal::Operation;
use crate::merging::{Before, MergeEntry, MergeId, MergedHoldings};
use crate::store::clients::name;
use crate::store::{Rows, Tx};
use crate::windows::Window;
use crate::{Error, Result};

/// A merge as the file keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Merge {
    pub(crate) id: MergeId,
    pub(crate) kept: ClientNumber,
    pub(crate) merged: ClientNumber,
    pub(crate) at: i64,
    pub(crate) operator: String,
    /// Nothing once one of the two was deleted.
    pub(crate) before: Option<Before>,
    pub(crate) undone: bool,
}

/// What a decision said, to be repeated.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) mode: String,
    pub(crate) detail: String,
    /// When the client answered, UTC milliseconds.
    pub(crate) at: i64,
    pub(crate) source: DecisionSource,
    pub(crate) import: Option<i64>,
    /// The version shown for each indicator, and that indicator's item as it was sealed.
    pub(crate) items: Vec<(IndicatorId, Option<WordingId>, String)>,
}

impl Rows<'_> {
    /// A merge.
    ///
    /// # Errors
    /// `MergeNotFound`.
    pub(crate) fn merge(&self, id: MergeId) -> Result<Merge> {
        self.0
            .prepare_cached("SELECT id, kept, merged, at, operator, before, undone_at FROM merge WHERE id = ?1")?
            .query_row([id], merge)
            .optional()?
            .ok_or(Error::MergeNotFound)
    }

    /// What two records and those that went into them hold together.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn held_together(&self, a: ClientNumber, b: ClientNumber) -> Result<MergedHoldings> {
        let united = [self.family(a)?, self.family(b)?].concat();
        let mut select = self.0.prepare_cached("SELECT count(*) FROM movement WHERE client = ?1")?;
        let mut movements = 0;
        for number in &united {
            movements += select.query_row([number], |row| row.get::<_, i64>(0))?;
        }
        Ok(MergedHoldings {
            // One may receive what the other pays for.
            subscriptions: self.window_total(Window::Subscriptions, &united)?,
            invoices: self.window_total(Window::Invoices, &united)?,
            movements,
        })
    }

    /// The records that went into one and were not taken out again, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn merges(&self, kept: ClientNumber) -> Result<Vec<MergeEntry>> {
        let merges = self.standing_merges(kept)?;
        merges
            .into_iter()
            .map(|merge| {
                Ok(MergeEntry {
                    reversible: self.is_reversible(&merge)?,
                    name: self.hidden_name(merge.merged)?,
                    id: merge.id,
                    merged: merge.merged,
                    at: merge.at,
                    operator: merge.operator,
                })
            })
            .collect()
    }

    /// The merges into a record that were not taken back, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn standing_merges(&self, kept: ClientNumber) -> Result<Vec<Merge>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT id, kept, merged, at, operator, before, undone_at FROM merge
                 WHERE kept = ?1 AND undone_at IS NULL ORDER BY id DESC",
            )?
            .query_map([kept], merge)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// Whether neither record changed since, nor any label of theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn is_reversible(&self, merge: &Merge) -> Result<bool> {
        let Some(before) = merge.before.as_ref().filter(|_| !merge.undone) else { return Ok(false) };
        let kept: Option<(i64, bool)> = self
            .0
            .prepare_cached(
                "SELECT revision, restricted_at IS NOT NULL FROM client WHERE number = ?1 AND removed_at IS NULL",
            )?
            .query_row([merge.kept], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let merged: Option<i64> = self
            .0
            .prepare_cached("SELECT revision FROM client WHERE number = ?1 AND merged_into = ?2")?
            .query_row([merge.merged, merge.kept], |row| row.get(0))
            .optional()?;
        Ok(kept == Some((before.revision_after, before.restricted_after))
            && merged == Some(before.merged_revision_after)
            && self.last_decision(merge.kept)? == before.last_decision_after
            && !self.labels_changed_since(merge)?)
    }

    /// Whether a label of the family was written since: of two people whose labels were read as one, nobody can tell any more about which of
    /// them that was, and what was removed would not come back.
    fn labels_changed_since(&self, merge: &Merge) -> Result<bool> {
        let labels: Vec<&str> = Operation::OF_LABELS.iter().map(|operation| operation.code()).collect();
        let labels = serde_json::to_string(&labels).unwrap_or_default();
        let mut changed = self.0.prepare_cached(
            "SELECT EXISTS (
                 SELECT 1 FROM journal
                 WHERE client = ?1 AND operation IN (SELECT value FROM json_each(?3))
                     AND id > (SELECT max(id) FROM journal WHERE client = ?2 AND operation = 'merge')
             )",
        )?;
        for number in self.family(merge.kept)? {
            if changed.query_row(params![number, merge.merged, labels], |row| row.get(0))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The newest decision recorded on a record itself.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn last_decision(&self, client: ClientNumber) -> Result<Option<DecisionId>> {
        Ok(self
            .0
            .prepare_cached("SELECT max(id) FROM decision WHERE client = ?1")?
            .query_row([client], |row| row.get(0))?)
    }

    /// The name of a record, also of one that is out of sight.
    fn hidden_name(&self, number: ClientNumber) -> Result<String> {
        Ok(self
            .0
            .prepare_cached("SELECT last_name, first_name, company FROM client WHERE number = ?1")?
            .query_row([number], name)?)
    }

    /// What a decision said.
    ///
    /// # Errors
    /// `FileCorrupt` when there is none.
    pub(crate) fn said(&self, decision: DecisionId) -> Result<Said> {
        let (mut said, source, items) = self
            .0
            .prepare_cached("SELECT mode, detail, at, source, import_batch, items FROM decision WHERE id = ?1")?
            .query_row([decision], |row| {
                let (source, items): (String, String) = (row.get("source")?, row.get("items")?);
                let said = Said {
                    mode: row.get("mode")?,
                    detail: row.get("detail")?,
                    at: row.get("at")?,
                    source: DecisionSource::Counter,
                    import: row.get("import_batch")?,
                    items: Vec::new(),
                };
                Ok((said, source, items))
            })
            .optional()?
            .ok_or(Error::FileCorrupt)?;
        said.source = DecisionSource::from_code(&source).ok_or(Error::FileCorrupt)?;
        let wordings = self.wordings()?;
        let items: Vec<(IndicatorId, String, String, String)> =
            serde_json::from_str(&items).map_err(|_| Error::FileCorrupt)?;
        for item in items {
            let sealed = serde_json::to_string(&item).map_err(|_| Error::FileCorrupt)?;
            let shown = wordings.iter().find(|wording| wording.name == item.2).map(|wording| wording.id);
            said.items.push((item.0, shown, sealed));
        }
        Ok(said)
    }
}

impl Tx<'_> {
    /// Writes down that one record went into another.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_merge(&self, kept: ClientNumber, merged: ClientNumber, before: &Before) -> Result<MergeId> {
        Ok(self
            .connection
            .prepare_cached("INSERT INTO merge (kept, merged, at, operator, before) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .insert(params![kept, merged, self.now(), self.context.operator, json(before)?])?)
    }

    /// Writes down that a merge was taken back.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn merge_undone(&self, id: MergeId) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE merge SET undone_at = ?2 WHERE id = ?1")?
            .execute(params![id, self.now()])?;
        Ok(())
    }

    /// Writes down anew what taking a merge back needs to know.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn keep_before(&self, id: MergeId, before: &Before) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE merge SET before = ?2 WHERE id = ?1")?
            .execute(params![id, json(before)?])?;
        Ok(())
    }
}

fn json(before: &Before) -> Result<String> {
    serde_json::to_string(before).map_err(|_| Error::Database("a merge cannot be written".into()))
}

fn merge(row: &Row<'_>) -> rusqlite::Result<Merge> {
    let before: String = row.get("before")?;
    Ok(Merge {
        id: row.get("id")?,
        kept: row.get("kept")?,
        merged: row.get("merged")?,
        at: row.get("at")?,
        operator: row.get("operator")?,
        before: serde_json::from_str(&before).ok(),
        undone: row.get::<_, Option<i64>>("undone_at")?.is_some(),
    })
}
