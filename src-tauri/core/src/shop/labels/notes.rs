//! Dated notes of a client.

use super::owner;
use crate::clients::ClientNumber;
use crate::journal::{JournalChange, Operation};
use crate::labels::{ClientNote, NoteId, NotePage, NotesRequest, SaveNote, text};
use crate::shop::{Outcome, Shop};
use crate::store::LabelTable;
use crate::{Error, Result};

impl Shop {
    /// Some of a client's notes, the newest first.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn client_notes(&self, request: &NotesRequest) -> Result<NotePage> {
        self.store.rows().client_notes(request)
    }

    /// Writes a note, or corrects one of the operator's own; the journal keeps what it said before.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`; `NoteOfAnother`; `TextMissing`, `NameTooLong`.
    pub fn save_note(&mut self, request: &SaveNote) -> Result<Outcome<ClientNote>> {
        let text = text(&request.text)?;
        if text.is_empty() {
            return Err(Error::TextMissing);
        }
        let operator = self.operator().to_owned();
        self.transact(Operation::SaveNote, |tx| {
            let owner = owner(tx, LabelTable::ClientNote, request.number, request.id, request.revision)?;
            let Some(id) = request.id else {
                let id = tx.insert_note(owner, tx.now(), &operator, &text)?;
                tx.journal(Some(owner), None, &[JournalChange::new("note", "", text)])?;
                return tx.rows().client_note(id);
            };
            let before = tx.rows().client_note(id)?;
            if before.operator != operator {
                return Err(Error::NoteOfAnother);
            }
            if before.text != text {
                tx.correct_note(owner, id, &text)?;
                tx.journal(Some(owner), None, &[JournalChange::new("note", before.text, text)])?;
            }
            tx.rows().client_note(id)
        })
    }

    /// Removes a note, whoever wrote it.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`.
    pub fn remove_note(&mut self, number: ClientNumber, id: NoteId, revision: i64) -> Result<Outcome<()>> {
        self.transact(Operation::SaveNote, |tx| {
            let owner = owner(tx, LabelTable::ClientNote, number, Some(id), revision)?;
            let before = tx.rows().client_note(id)?.text;
            tx.delete_label(LabelTable::ClientNote, owner, id)?;
            tx.journal(Some(owner), None, &[JournalChange::new("note", before, "")])
        })
    }
}
