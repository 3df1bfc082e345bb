//! Closing the window asks the interface first, because only it knows of unsaved typing.
//!
//! The interface answers `close_requested` with `window_close` or `window_stay`. Without an answer the window closes, so that a hung
//! interface never holds anyone.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use tauri::{AppHandle, CloseRequestApi, Manager, Runtime, WebviewWindow};

use crate::{events, window};

/// How long the interface may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// Counts requests and answers: a request is unanswered while its number is the latest.
#[derive(Default)]
pub(crate) struct Closing(AtomicU64);

/// Keeps the window open and asks; closes it when nothing answers.
pub(crate) fn ask<R: Runtime>(app: &AppHandle<R>, api: &CloseRequestApi) {
    api.prevent_close();
    let request = app.state::<Closing>().0.fetch_add(1, Ordering::SeqCst) + 1;
    events::emit(app, events::CLOSE_REQUESTED, ());
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        if app.state::<Closing>().0.load(Ordering::SeqCst) == request {
            tracing::warn!("the interface did not answer; closing");
            close(&app);
        }
    });
}

/// There is nothing to lose, or the person said so.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "a command owns its arguments")]
pub(crate) fn window_close<R: Runtime>(window: WebviewWindow<R>) {
    close(window.app_handle());
}

/// Somebody is being asked, or wants to stay.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "a command owns its arguments")]
pub(crate) fn window_stay<R: Runtime>(window: WebviewWindow<R>) {
    window.state::<Closing>().0.fetch_add(1, Ordering::SeqCst);
}

fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(window::MAIN)
        && let Err(error) = window.destroy()
    {
        tracing::warn!(%error, "the window could not be closed");
    }
}
