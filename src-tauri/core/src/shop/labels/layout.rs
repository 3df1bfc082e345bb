//! Where labels and windows stand, and all faces at once.

use chrono::NaiveDate;

use crate::Result;
use crate::clients::ClientNumber;
use crate::journal::{JournalChange, Operation};
use crate::labels::{LabelFaces, PanelLayout, PlacedCodes};
use crate::shop::{Outcome, Shop};

impl Shop {
    /// The faces of a client's labels on a day.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn label_faces(&self, number: ClientNumber, today: NaiveDate) -> Result<LabelFaces> {
        self.store.rows().label_faces(number, today)
    }

    /// The layout.
    ///
    /// # Errors
    /// What the database may say.
    pub fn panel_layout(&self) -> Result<PanelLayout> {
        self.store.rows().panel_layout()
    }

    /// Keeps a layout; what it leaves out stands at its default place.
    ///
    /// # Errors
    /// What the database may say.
    pub fn save_panel_layout(&mut self, layout: &PanelLayout) -> Result<Outcome<PanelLayout>> {
        self.arrange(Some(&layout.completed()))
    }

    /// Goes back to the default layout.
    ///
    /// # Errors
    /// What the database may say.
    pub fn reset_panel_layout(&mut self) -> Result<Outcome<PanelLayout>> {
        self.arrange(None)
    }

    fn arrange(&mut self, layout: Option<&PanelLayout>) -> Result<Outcome<PanelLayout>> {
        self.transact(Operation::ArrangePanels, |tx| {
            let before = tx.rows().panel_layout()?;
            match layout {
                Some(layout) => tx.write_panel_layout(layout)?,
                None => tx.delete_panel_layout()?,
            }
            let after = tx.rows().panel_layout()?;
            let ((labels, windows), (labels_after, windows_after)) = (shown(&before), shown(&after));
            let mut changes = vec![JournalChange::new("panel_labels", labels, labels_after)];
            changes.push(JournalChange::new("panel_windows", windows, windows_after));
            changes.retain(|change| change.old != change.new);
            tx.journal(None, None, &changes)?;
            Ok(after)
        })
    }
}

/// « codes, bank, (notes) »: what is hidden is in brackets.
fn shown(layout: &PanelLayout) -> (String, String) {
    let (labels, windows) = layout.codes();
    let said = |codes: PlacedCodes| {
        codes
            .into_iter()
            .map(|(code, shown)| if shown { code } else { format!("({code})") })
            .collect::<Vec<_>>()
            .join(", ")
    };
    (said(labels), said(windows))
}
