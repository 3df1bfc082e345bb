//! Deleting a record, and taking back an import.

use super::clients::tell;
use super::{ApiError, ClientRequest, Desk, Empty, Progress};
use crate::Error;
use crate::removal::{ImportEntry, ImportIdRequest, RemovalPreview, RemoveRequest, UndoImportReport};

pub(super) fn removal_preview(desk: &Desk, request: ClientRequest) -> Result<RemovalPreview, ApiError> {
    Ok(desk.open_shop()?.reading().rows().removal_preview(request.number)?)
}

pub(super) fn remove_client(desk: &Desk, request: RemoveRequest) -> Result<Empty, ApiError> {
    let outcome = desk.open_shop()?.writing().remove_client(&request)?;
    tell(desk, outcome);
    Ok(Empty {})
}

pub(super) fn imports(desk: &Desk, _: Empty) -> Result<Vec<ImportEntry>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().imports()?)
}

pub(super) fn undo_import_preview(desk: &Desk, request: ImportIdRequest) -> Result<UndoImportReport, ApiError> {
    // A connection of its own: looking at every client of a large import takes seconds, during which the counter goes on.
    let reader = desk.open_shop()?.reading().another()?;
    Ok(reader.rows().undo_import_preview(request.id)?)
}

pub(super) fn undo_import(desk: &Desk, request: ImportIdRequest) -> Result<UndoImportReport, ApiError> {
    let open = desk.open_shop()?;
    let running = open.importing.begin(Error::ImportRunning)?;
    let outcome = open.writing().undo_import(
        request.id,
        &mut |done, total| {
            desk.events().progress(&Progress::Import { phase: "undoing".into(), done, total });
        },
        running.stop(),
    )?;
    drop(running);
    Ok(tell(desk, outcome))
}
