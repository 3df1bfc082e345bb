//! The one way from the interface into the core.

use std::{collections::BTreeMap, sync::Arc};

use ecrin_core::api::{ApiError, Desk, ErrorCode};
use serde_json::Value;
use tauri::State;

/// Runs one of the core's commands on a thread that may block, and hands its answer back untouched.
///
/// # Errors
/// The core's own; `internal` when the command panicked.
#[tauri::command]
pub(crate) async fn call(desk: State<'_, Arc<Desk>>, command: String, request: Value) -> Result<Value, ApiError> {
    let desk = Arc::clone(&desk);
    tauri::async_runtime::spawn_blocking(move || desk.call(&command, request))
        .await
        .unwrap_or_else(|_| Err(ApiError { code: ErrorCode::Internal, params: BTreeMap::new(), fields: Vec::new() }))
}
