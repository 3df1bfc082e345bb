//! The one window: created hidden, shown when its content is there, raised when asked for again.

use std::time::Duration;

use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalPosition, PhysicalRect, Runtime, WebviewWindow, WebviewWindowBuilder,
    webview::PageLoadEvent,
};

use crate::launch;

/// Its label in `tauri.conf.json` and in the capabilities.
pub(crate) const MAIN: &str = "main";
/// How long a loaded page may take to call `window_ready` before the window is shown as it is.
const GRACE_AFTER_LOAD: Duration = Duration::from_millis(1500);
/// How long the system may take to put a shown window where it was asked to.
const GRACE_TO_PLACE: Duration = Duration::from_millis(300);
/// How much of a window's title a pointer needs to take hold of it, in physical pixels: width, height.
const GRIP: (i64, i64) = (120, 16);
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
    let window = window.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(GRACE_TO_PLACE).await;
        if let Err(error) = bring_within_reach(&window) {
            tracing::warn!(%error, "the window's place could not be checked");
        }
    });
}

/// A remembered place may lie on a screen that is no longer there: then the window goes to the middle of one that is.
fn bring_within_reach<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    if window.is_minimized()? || window.is_maximized()? || window.is_fullscreen()? {
        return Ok(());
    }
    let areas: Vec<_> = window.available_monitors()?.iter().map(|monitor| *monitor.work_area()).collect();
    let (place, width) = (window.outer_position()?, window.outer_size()?.width);
    if areas.is_empty() || areas.iter().any(|area| title_lies_in(area, place, width)) {
        return Ok(());
    }
    tracing::info!("the window lay outside of every screen");
    window.center()
}

/// Whether enough of the title of a window at `place`, so wide, can be seen in `area`.
fn title_lies_in(area: &PhysicalRect<i32, u32>, place: PhysicalPosition<i32>, width: u32) -> bool {
    let (left, top) = (i64::from(area.position.x), i64::from(area.position.y));
    let (right, bottom) = (left + i64::from(area.size.width), top + i64::from(area.size.height));
    let (x, y) = (i64::from(place.x), i64::from(place.y));
    let seen = right.min(x + i64::from(width)) - left.max(x);
    seen >= GRIP.0 && y >= top - GRIP.1 && y + GRIP.1 <= bottom
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

#[cfg(test)]
mod tests {
    use tauri::{PhysicalPosition, PhysicalRect, PhysicalSize};

    use super::title_lies_in;

    #[test]
    fn a_window_is_within_reach_where_its_title_can_be_taken_hold_of() {
        let area = PhysicalRect { position: PhysicalPosition::new(0, 0), size: PhysicalSize::new(1366, 768) };
        let lies = |x, y| title_lies_in(&area, PhysicalPosition::new(x, y), 1100);
        for (x, y) in [(0, 0), (-980, 100), (1246, 0), (10, 750), (0, -16)] {
            assert!(lies(x, y), "{x}, {y}");
        }
        for (x, y) in [(-981, 100), (1247, 0), (10, 753), (0, -17), (5000, 300), (i32::MIN, 0), (i32::MAX, i32::MAX)] {
            assert!(!lies(x, y), "{x}, {y}");
        }
        // A screen to the left of the first one has negative positions.
        let left = PhysicalRect { position: PhysicalPosition::new(-1920, -200), size: PhysicalSize::new(1920, 1080) };
        assert!(title_lies_in(&left, PhysicalPosition::new(-1800, -100), 1100));
    }
}
