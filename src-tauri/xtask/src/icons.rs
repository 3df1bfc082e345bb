//! `cargo xtask icons`: every picture of the icon, from its three drawings in `assets/icons/`.
//!
//! Tauri's command line draws them, so that nothing else needs to be installed. Up to 32 pixels they come from `small.svg`, which has
//! fewer facets; in the containers of Windows and macOS too, where these sizes are put in the place of those that Tauri scaled.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Outcome, Stop, interface, program, steps::Steps};

/// Drawn from `small.svg`.
const SMALL: &[u32] = &[16, 24, 32];
/// Drawn from `icon.svg`.
const LARGE: &[u32] = &[48, 64, 128, 256, 512];
/// Of the document's icon.
const DOCUMENT: &[u32] = &[16, 24, 32, 48, 64, 128, 256];
/// The parts of an `.icns` that hold 16 or 32 pixels, whatever their format.
const SMALL_PARTS: &[&[u8; 4]] = &[b"icp4", b"icp5", b"ic11", b"is32", b"il32", b"s8mk", b"l8mk", b"ic04", b"ic05"];

/// Draws them all into `assets/icons/`.
pub(crate) fn icons() -> Outcome {
    let mut steps = Steps::begin();
    interface::install(&mut steps)?;
    let kept = program::root().join("assets").join("icons");
    let drawn = program::target().join("xtask").join("icons");
    for (drawing, sizes) in [("small", SMALL), ("icon", LARGE), ("document", DOCUMENT)] {
        let folder = drawn.join(drawing);
        let mut draw = tauri(["icon"]);
        draw.arg(kept.join(format!("{drawing}.svg"))).arg("--output").arg(&folder);
        let list: Vec<String> = sizes.iter().map(ToString::to_string).collect();
        draw.args(["--png", &list.join(",")]);
        steps.must(&format!("draw {drawing}.svg ({} pixels)", list.join(", ")), draw)?;
        let prefix = if drawing == "document" { "document-" } else { "" };
        for size in &list {
            let name = format!("{size}x{size}.png");
            put(&kept.join(format!("{prefix}{name}")), &read(&folder.join(name))?)?;
        }
    }
    let mut containers = Vec::new();
    for drawing in ["small", "icon"] {
        let folder = drawn.join(format!("{drawing}-containers"));
        let mut draw = tauri(["icon"]);
        draw.arg(kept.join(format!("{drawing}.svg"))).arg("--output").arg(&folder);
        steps.must(&format!("draw {drawing}.svg for Windows and macOS"), draw)?;
        containers.push(folder);
    }
    let pair = |name: &str| Ok::<_, Stop>((read(&containers[0].join(name))?, read(&containers[1].join(name))?));
    let (small, large) = pair("icon.ico")?;
    put(&kept.join("icon.ico"), &joined_ico(&small, &large).ok_or_else(|| Stop::because("not an .ico as expected"))?)?;
    let (small, large) = pair("icon.icns")?;
    put(
        &kept.join("icon.icns"),
        &joined_icns(&small, &large).ok_or_else(|| Stop::because("not an .icns as expected"))?,
    )?;
    steps.note(&format!("pictures: {}", kept.display()));
    Ok(())
}

/// Tauri's command line, of the interface's packages, at the root of the workspace.
pub(crate) fn tauri<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = Command::new("node");
    command.current_dir(program::root()).arg("ui/node_modules/@tauri-apps/cli/tauri.js").args(arguments);
    command
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    fs::read(path).map_err(|error| Stop::because(format!("{}: {error}", path.display())))
}

fn put(path: &PathBuf, content: &[u8]) -> Outcome {
    fs::write(path, content).map_err(|error| Stop::because(format!("{}: {error}", path.display())))
}

/// An `.ico` whose pictures up to 32 pixels are those of `small`.
fn joined_ico(small: &[u8], large: &[u8]) -> Option<Vec<u8>> {
    let wanted = |entry: &&[u8]| (1..=32).contains(&entry[0]);
    let mut parts = Vec::new();
    for (file, few) in [(small, true), (large, false)] {
        let count = usize::from(u16::from_le_bytes(file.get(4..6)?.try_into().ok()?));
        for entry in file.get(6..6 + 16 * count)?.chunks(16).filter(|entry| wanted(entry) == few) {
            let number = |at: usize| Some(u32::from_le_bytes(entry.get(at..at + 4)?.try_into().ok()?) as usize);
            let (length, start) = (number(8)?, number(12)?);
            parts.push((entry.get(..8)?, file.get(start..start + length)?));
        }
    }
    let mut joined = vec![0, 0, 1, 0];
    joined.extend(u16::try_from(parts.len()).ok()?.to_le_bytes());
    let mut start = 6 + 16 * parts.len();
    for (head, picture) in &parts {
        joined.extend(*head);
        joined.extend(u32::try_from(picture.len()).ok()?.to_le_bytes());
        joined.extend(u32::try_from(start).ok()?.to_le_bytes());
        start += picture.len();
    }
    for (_, picture) in &parts {
        joined.extend(*picture);
    }
    Some(joined)
}

/// An `.icns` whose pictures of 16 and 32 pixels are those of `small`.
fn joined_icns(small: &[u8], large: &[u8]) -> Option<Vec<u8>> {
    let mut joined = b"icns\0\0\0\0".to_vec();
    for (file, few) in [(small, true), (large, false)] {
        let mut rest = file.strip_prefix(b"icns")?.get(4..)?;
        while !rest.is_empty() {
            let length = u32::from_be_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
            let part = rest.get(..length.max(8))?;
            if SMALL_PARTS.iter().any(|kind| part.starts_with(*kind)) == few {
                joined.extend(part);
            }
            rest = &rest[part.len()..];
        }
    }
    let length = u32::try_from(joined.len()).ok()?;
    joined[4..8].copy_from_slice(&length.to_be_bytes());
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::{joined_icns, joined_ico};

    #[test]
    fn small_pictures_take_the_place_of_scaled_ones() {
        // One picture of 16 pixels and one of 256 (written 0), one byte each.
        let ico = |tiny: u8, big: u8| {
            let entry = |width: u8, start: u8| [width, width, 0, 0, 1, 0, 32, 0, 1, 0, 0, 0, start, 0, 0, 0];
            [&[0, 0, 1, 0, 2, 0][..], &entry(0, 38), &entry(16, 39), &[big, tiny]].concat()
        };
        let joined = joined_ico(&ico(1, 2), &ico(3, 4)).expect("two icons");
        assert_eq!((joined.len(), &joined[38..]), (40, &[1, 4][..]));

        let icns = |tiny: u8, big: u8| {
            [&b"icns\0\0\0\x1a"[..], b"icp4\0\0\0\x09", &[tiny], b"ic07\0\0\0\x09", &[big]].concat()
        };
        assert_eq!(joined_icns(&icns(1, 2), &icns(3, 4)), Some(icns(1, 4)));
        assert_eq!(joined_icns(b"icns\0\0\0\x10icp4\0\0\0\xff", &icns(3, 4)), None);
    }
}
