//! The one window: shown at once in the colour of its page, raised when asked for again.

use std::time::Duration;

use ecrin_core::api::Theme;
use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalPosition, PhysicalRect, Runtime, WebviewWindow, WebviewWindowBuilder,
    window::Color,
};

use crate::launch;

/// Its label in `tauri.conf.json` and in the capabilities.
pub(crate) const MAIN: &str = "main";
/// What the page is painted on (`--canvas` of the interface's tokens), so that the window can be there before its page.
const CANVAS_LIGHT: Color = Color(235, 241, 243, 255);
const CANVAS_DARK: Color = Color(12, 18, 21, 255);
/// How long the system may take to put a shown window where it was asked to.
const GRACE_TO_PLACE: Duration = Duration::from_millis(300);
/// How much of a window's title a pointer needs to take hold of it, in physical pixels: width, height.
const GRIP: (i64, i64) = (120, 16);

/// Creates the window of `tauri.conf.json`, and shows it when it has its remembered place. `theme`: as chosen, else the system's.
pub(crate) fn create<R: Runtime>(app: &AppHandle<R>, theme: Option<Theme>) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.iter().find(|window| window.label == MAIN) else {
        return Err(tauri::Error::WindowNotFound);
    };
    let window = WebviewWindowBuilder::from_config(app, config)?.build()?;
    fill_small_screen(&window, LogicalSize::new(config.width, config.height))?;
    let dark = match theme {
        Some(chosen) => chosen == Theme::Dark,
        None => window.theme()? == tauri::Theme::Dark,
    };
    window.set_background_color(Some(if dark { CANVAS_DARK } else { CANVAS_LIGHT }))?;
    show(&window);
    Ok(())
}

/// The interface listens: let it hear what waited.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "a command owns its arguments")]
pub(crate) fn window_ready<R: Runtime>(window: WebviewWindow<R>) {
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

    use super::{CANVAS_DARK, CANVAS_LIGHT, Color, title_lies_in};

    /// sRGB of an OKLCH colour, by the matrices of Björn Ottosson, « A perceptual color space for image processing » (2020).
    #[allow(clippy::many_single_char_names, reason = "the names of the paper")]
    fn srgb(lightness: f64, chroma: f64, hue: f64) -> Color {
        let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
        let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
        let byte = |linear: f64| {
            let value = if linear <= 0.003_130_8 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
            (value.clamp(0.0, 1.0) * 255.0).round() as u8
        };
        Color(
            byte(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
            byte(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
            byte(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s),
            255,
        )
    }

    #[test]
    fn the_window_has_the_colours_of_its_page() {
        let tokens = include_str!("../../ui/src/lib/styles/tokens.css");
        let canvases: Vec<Color> = tokens
            .lines()
            .filter_map(|line| line.trim().strip_prefix("--canvas: oklch(")?.strip_suffix(");"))
            .map(|numbers| {
                let numbers: Vec<f64> = numbers.split(' ').map(|number| number.parse().expect("a number")).collect();
                srgb(numbers[0], numbers[1], numbers[2])
            })
            .collect();
        assert_eq!(canvases, [CANVAS_LIGHT, CANVAS_DARK]);
    }

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
