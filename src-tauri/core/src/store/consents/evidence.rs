//! What shows a decision, kept whole in the file.

use rusqlite::{OptionalExtension, Row, params};

use crate::consents::{CheckedEvidence, DecisionId, Evidence, EvidenceId, EvidenceInfo, MediaType};
use crate::store::{Rows, Tx};
use crate::{Error, Result};

impl Rows<'_> {
    /// A piece of evidence with its content.
    ///
    /// # Errors
    /// `EvidenceNotFound`.
    pub(crate) fn evidence(&self, id: EvidenceId) -> Result<Evidence> {
        self.0
            .prepare_cached(
                "SELECT id, decision, name, media_type, sha256, length(content) AS size, content FROM evidence WHERE id = ?1",
            )?
            .query_row([id], |row| Ok(Evidence { info: info(row)?, content: row.get("content")? }))
            .optional()?
            .ok_or(Error::EvidenceNotFound)
    }

    /// What shows a decision.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn evidence_of(&self, decision: DecisionId) -> Result<Vec<EvidenceInfo>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT id, decision, name, media_type, sha256, length(content) AS size FROM evidence
                 WHERE decision = ?1 ORDER BY id",
            )?
            .query_map([decision], info)?
            .collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    pub(super) fn insert_evidence(&self, decision: DecisionId, piece: &CheckedEvidence<'_>) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO evidence (decision, name, media_type, sha256, content) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![decision, piece.name, piece.media_type.code(), piece.sha256, piece.content])?;
        Ok(())
    }
}

fn info(row: &Row<'_>) -> rusqlite::Result<EvidenceInfo> {
    Ok(EvidenceInfo {
        id: row.get("id")?,
        decision: row.get("decision")?,
        name: row.get("name")?,
        // Only what was told by its content is ever written.
        media_type: MediaType::from_code(&row.get::<_, String>("media_type")?).unwrap_or(MediaType::Pdf),
        size: row.get("size")?,
        sha256: row.get("sha256")?,
    })
}
