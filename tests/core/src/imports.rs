//! Importing a table as the window does, columns as they are recognised.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use ecrin_core::Result;
use ecrin_core::imports::{ImportOptions, ImportReport, ImportRequest, preview, run};
use ecrin_core::shop::Shop;

use crate::TestShop;

/// The order to import a file.
///
/// # Errors
/// As [`preview`].
pub fn request(path: &Path) -> Result<ImportRequest> {
    let options = ImportOptions::default();
    let mapping = preview(path, &options)?.mapping();
    Ok(ImportRequest {
        path: path.to_string_lossy().into_owned(),
        options,
        mapping,
        dry_run: false,
        rejects_path: None,
    })
}

/// Imports a file.
///
/// # Errors
/// As [`preview`] and [`run`].
pub fn import(shop: &mut Shop, path: &Path) -> Result<ImportReport> {
    run(shop, &request(path)?, &mut |_| {}, &AtomicBool::new(false))
}

impl TestShop {
    /// Imports a table.
    ///
    /// # Panics
    /// When it is refused.
    pub fn import(&mut self, table: &str) -> ImportReport {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("clients.csv");
        std::fs::write(&path, table).expect("a table");
        import(self.shop(), &path).expect("an import")
    }
}
