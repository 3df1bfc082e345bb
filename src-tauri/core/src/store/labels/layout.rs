//! Where labels and windows stand.

use rusqlite::{OptionalExtension, params};

use crate::labels::PanelLayout;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

impl Rows<'_> {
    /// The layout; the default one where none was kept. What this version cannot read stands as it does by default.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn panel_layout(&self) -> Result<PanelLayout> {
        let stored: Option<(String, String)> = self
            .0
            .prepare_cached("SELECT labels, windows FROM panel_layout WHERE id = 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (labels, windows) = stored.unwrap_or_default();
        let codes = |json: &str| serde_json::from_str::<Vec<(String, bool)>>(json).unwrap_or_default();
        Ok(PanelLayout::of_codes(&codes(&labels), &codes(&windows)))
    }
}

impl Tx<'_> {
    /// Keeps a layout.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn write_panel_layout(&self, layout: &PanelLayout) -> Result<()> {
        let (labels, windows) = layout.codes();
        let json = |codes: &[(String, bool)]| {
            serde_json::to_string(codes).map_err(|_| Error::Database("a layout without a form".into()))
        };
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO panel_layout (id, labels, windows) VALUES (1, ?1, ?2)")?
            .execute(params![json(&labels)?, json(&windows)?])?;
        self.touch_shop();
        Ok(())
    }

    /// Forgets the layout, so that the default one holds, also that of a later version.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_panel_layout(&self) -> Result<()> {
        self.connection.execute("DELETE FROM panel_layout", [])?;
        self.touch_shop();
        Ok(())
    }
}
