//! The window is found again as it was left, and never where nobody sees it.

use std::{fs, time::Duration};

use ecrin_e2e_tests::{Stage, Window, scenario};

#[test]
fn the_window_comes_back_where_and_as_large_as_it_was_left() {
    scenario("window-state", async |stage| {
        stage.use_screen(1600, 1000);
        stage.use_window_manager();
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await;
        window.put([180, 120, 1120, 700]);
        settle().await;
        let left = window.place();
        assert_eq!(left[2..], [1120, 700], "the size that was given");
        close(stage, window).await;

        let window = stage.open(&[]).await;
        window.see("Pour commencer").await;
        settle().await;
        let found = window.place();
        assert_eq!(found[2..], left[2..], "the size of the last session");
        // A frame's width more or less: not every window manager counts it.
        assert!(found[0].abs_diff(left[0]) <= 32 && found[1].abs_diff(left[1]) <= 32, "{found:?}, left at {left:?}");
        window.quit().await;
    });
}

#[test]
fn a_window_left_on_a_screen_that_is_gone_comes_back_within_reach() {
    // Without a window manager, since some would bring the window back by themselves.
    scenario("screen-gone", async |stage| {
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await;
        window.put([60, 40, 1100, 690]);
        settle().await;
        close(stage, window).await;

        // What the file would hold, had the window been on a second screen: wholly, or but for a corner of it.
        let file = stage.home.path("config/fr.ecrin.app/.window-state.json");
        let text = fs::read_to_string(&file).expect("the window's state");
        for (x, y) in [(4000, 300), (-1090, 300), (1360, 760)] {
            let mut state: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            state["main"]["x"] = x.into();
            state["main"]["y"] = y.into();
            fs::write(&file, state.to_string()).expect("the window's state");
            let window = stage.open(&[]).await;
            window.see("Pour commencer").await;
            settle().await;
            let [left, top, width, height] = window.place();
            let seen = left >= -200 && top >= 0 && left + 200 <= 1366 && top + 40 <= 768;
            assert!(seen, "left at {x}, {y}: comes back at {left}, {top}");
            assert!(width >= 1024 && height >= 680, "{width} × {height}");
            window.quit().await;
        }
    });
}

/// As by its button; the state is written at an ordinary end.
async fn close(stage: &Stage, window: Window) {
    window.ask_to_close();
    stage.wait_until_gone();
    window.quit().await;
}

/// Placing a window takes the server, the window manager and the program a moment each.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(1500)).await;
}
