//! Importing a table of clients.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{ApiError, Desk, Empty, Progress};
use crate::imports::{self, ImportOptions, ImportPreview, ImportReport, ImportRequest};
use crate::{Changes, Error};

/// A file to look at.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct PreviewRequest {
    /// Where it is.
    pub path: String,
    /// How to read it.
    pub options: ImportOptions,
}

pub(super) fn preview_import(_: &Desk, request: PreviewRequest) -> Result<ImportPreview, ApiError> {
    Ok(imports::preview(Path::new(&request.path), &request.options)?)
}

pub(super) fn run_import(desk: &Desk, request: ImportRequest) -> Result<ImportReport, ApiError> {
    let open = desk.open_shop()?;
    let running = open.importing.begin(Error::ImportRunning)?;
    let report = imports::run(
        &mut open.writing(),
        &request,
        &mut |progress| {
            let phase = progress.phase.code().to_owned();
            desk.events().progress(&Progress::Import { phase, done: progress.done, total: progress.total });
        },
        running.stop(),
    )?;
    drop(running);
    if report.imported > 0 && !request.dry_run {
        desk.events().changed(&Changes { all: true, shop: true, ..Changes::default() });
    }
    Ok(report)
}

pub(super) fn cancel_import(desk: &Desk, _: Empty) -> Result<Empty, ApiError> {
    desk.open_shop()?.importing.stop();
    Ok(Empty {})
}
