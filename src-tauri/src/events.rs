//! What the shell tells the interface without being asked.

use ecrin_core::{
    Changes,
    api::{Events, Progress},
};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};

/// A write was committed.
const CHANGED: &str = "changed";
/// Something long is under way.
const PROGRESS: &str = "progress";

/// A file was asked for by a second start or by the system.
pub(crate) const LAUNCH: &str = "launch";
/// A file was dropped on the window.
pub(crate) const DROPPED: &str = "dropped";
/// The person asked to close the window.
pub(crate) const CLOSE_REQUESTED: &str = "close_requested";

/// Emits to the window; a window that is gone hears nothing, and that is no error.
pub(crate) fn emit<R: Runtime>(app: &AppHandle<R>, event: &str, payload: impl Serialize + Clone) {
    if let Err(error) = app.emit_to(crate::window::MAIN, event, payload) {
        tracing::warn!(%error, event, "event not delivered");
    }
}

/// The core's ears in the window.
pub(crate) struct WindowEvents<R: Runtime>(pub(crate) AppHandle<R>);

impl<R: Runtime> Events for WindowEvents<R> {
    fn changed(&self, changes: &Changes) {
        emit(&self.0, CHANGED, changes);
    }

    fn progress(&self, progress: &Progress) {
        emit(&self.0, PROGRESS, progress);
    }
}
