//! The one window: created hidden, shown when its content is there, raised when asked for again.

use std::time::Duration;

use tauri::{AppHandle, LogicalSize, Manager, Runtime, WebviewWindow, WebviewWindowBuilder, webview::PageLoadEvent};

use crate::launch;

/// Its label in `tauri.conf.json` and in the capabilities.
pub(crate) const MAIN: &str = "main";
/// How long a loaded page may take to call `window_ready` before the window is shown as it is.
const GRACE_AFTER_LOAD: Duration = Duration::from_millis(1500);
/// How long a page may take to load at all.
const GRACE_WITHOUT_LOAD: Duration = Duration::from_secs(5);

/// Creates the window of `tauri.conf.json`, hidden.
pub(crate) fn create<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.iter().find(|window| window.label == MAIN) else {
        return Err(tauri::Error::WindowNotFound);
    };
    let window = WebviewWindowBuilder::from_config(app, config)?
        .on_page_load(|window, payload| {
            if payload.event() == PageLoadEvent::Finished {
                show_after(&window, GRACE_AFTER_LOAD);
            }
        })
        .build()?;
    fill_small_screen(&window, LogicalSize::new(config.width, config.height))?;
    show_after(&window, GRACE_WITHOUT_LOAD);
    Ok(())
}

/// The interface has its first content: show it, and let it hear what waited.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "a command owns its arguments")]
pub(crate) fn window_ready<R: Runtime>(window: WebviewWindow<R>) {
    show(&window);
    launch::listening(window.app_handle());
}

/// Brings the window to the front, whatever state it is in.
pub(crate) fn raise<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        show(&window);
        let _ = window.set_focus();
    }
}

fn show<R: Runtime>(window: &WebviewWindow<R>) {
    if let Err(error) = window.show() {
        tracing::warn!(%error, "the window could not be shown");
    }
}

fn show_after<R: Runtime>(window: &WebviewWindow<R>, delay: Duration) {
    let window = window.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(delay).await;
        if !window.is_visible().unwrap_or(true) {
            show(&window);
        }
    });
}

/// On a screen that leaves less than the default size, the window takes all there is.
fn fill_small_screen<R: Runtime>(window: &WebviewWindow<R>, wanted: LogicalSize<f64>) -> tauri::Result<()> {
    if let Some(monitor) = window.primary_monitor()? {
        let room = monitor.work_area().size.to_logical::<f64>(monitor.scale_factor());
        if room.width < wanted.width || room.height < wanted.height {
            window.maximize()?;
        }
    }
    Ok(())
}
