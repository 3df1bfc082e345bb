//! Sentences about merging, deleting and taking imports back, for tests.

use std::sync::atomic::AtomicBool;

use ecrin_core::clients::ClientNumber;
use ecrin_core::merging::{MergeDone, MergePreview, MergePreviewRequest, MergeRequest};
use ecrin_core::removal::{RemoveRequest, UndoImportReport};

use crate::TestShop;

impl TestShop {
    /// Two records side by side, with what is proposed.
    ///
    /// # Panics
    /// When it is refused.
    pub fn merge_preview(&mut self, kept: ClientNumber, merged: ClientNumber) -> MergePreview {
        let request = MergePreviewRequest { kept, merged, take_merged: Vec::new() };
        self.shop().merge_preview(&request).expect("a preview")
    }

    /// The order to merge the second record into the first, as proposed.
    ///
    /// # Panics
    /// When it is refused.
    pub fn merge_request(&mut self, kept: ClientNumber, merged: ClientNumber) -> MergeRequest {
        let preview = self.merge_preview(kept, merged);
        MergeRequest {
            kept,
            kept_revision: preview.kept.revision,
            merged,
            merged_revision: preview.merged.revision,
            take_merged: preview.fields.iter().filter(|field| field.take_merged).map(|field| field.field).collect(),
        }
    }

    /// Merges the second record into the first, as proposed.
    ///
    /// # Panics
    /// When it is refused.
    pub fn merge(&mut self, kept: ClientNumber, merged: ClientNumber) -> MergeDone {
        let request = self.merge_request(kept, merged);
        self.shop().merge_clients(&request).expect("a merge").value
    }

    /// Deletes a record.
    ///
    /// # Panics
    /// When it is refused.
    pub fn remove(&mut self, number: ClientNumber) {
        let preview = self.shop().removal_preview(number).expect("a preview");
        let request = RemoveRequest { number, revision: preview.record.revision, name: preview.name };
        self.shop().remove_client(&request).expect("a deletion");
    }

    /// Takes an import back.
    ///
    /// # Panics
    /// When it is refused.
    pub fn undo_import(&mut self, id: i64) -> UndoImportReport {
        self.shop().undo_import(id, &mut |_, _| {}, &AtomicBool::new(false)).expect("undone").value
    }

    /// The file is whole, and so is the chain.
    ///
    /// # Panics
    /// When it is not.
    pub fn expect_whole(&mut self) {
        assert_eq!(self.shop().verify().expect("verified"), Vec::<String>::new());
        assert_eq!(self.shop().check_chain(None).expect("a chain").broken, None);
    }
}
