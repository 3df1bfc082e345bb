//! Keys by the names that are printed on them.

use thirtyfour::Key;

/// "Ctrl+Shift+k" as the keys to hold and the one to press.
pub(crate) fn chord(text: &str) -> (Vec<Key>, String) {
    let mut parts: Vec<&str> = if text == "+" { vec!["+"] } else { text.split('+').collect() };
    let last = parts.pop().unwrap_or_default();
    let held = parts.into_iter().map(|name| match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        other => panic!("« {other} » is no key to hold"),
    });
    (held.collect(), single(last))
}

fn single(name: &str) -> String {
    let key = match name {
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => Key::Space,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "F2" => Key::F2,
        letter if letter.chars().count() == 1 => return letter.to_owned(),
        other => panic!("« {other} » is no key"),
    };
    key.value().to_string()
}
