//! What went wrong, for a support call: warnings and errors, in a small file that never holds personal data.
//!
//! Everything logged names a kind of failure, never a client, a passphrase or what was typed. On Linux the file is
//! `~/.local/share/fr.ecrin.app/logs/ecrin.log`; on the others, where the system keeps its programs' logs.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::Path,
    sync::Mutex,
};

use tauri::{AppHandle, Manager, Runtime};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::{filter::Targets, fmt, prelude::*, registry};

/// Above this many bytes the file is put aside at the next start; one older file is kept.
const ENOUGH: u64 = 512 * 1024;

/// Begins to log. Without a folder to write in, the program runs all the same and logs nothing.
pub(crate) fn begin<R: Runtime>(app: &AppHandle<R>) {
    let Some(file) = app.path().app_log_dir().ok().and_then(|folder| open(&folder).ok()) else { return };
    let lines = fmt::layer().with_ansi(false).with_writer(Mutex::new(file));
    // Our own crates only: what others log was not written with our clients in mind.
    let ours = Targets::new().with_target("ecrin", LevelFilter::WARN);
    // Fails only when a log was begun before; there is one.
    let _ = registry().with(lines.with_filter(ours)).try_init();
}

fn open(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join("ecrin.log");
    if fs::metadata(&path).is_ok_and(|data| data.len() > ENOUGH) {
        fs::rename(&path, folder.join("ecrin.old.log"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::{ENOUGH, open};
    use std::{fs, io::Write};

    #[test]
    fn a_long_log_is_put_aside_once() {
        let folder = std::env::temp_dir().join(format!("ecrin-log-{}", std::process::id()));
        open(&folder).unwrap().write_all(&vec![b'.'; usize::try_from(ENOUGH).unwrap()]).unwrap();
        open(&folder).unwrap().write_all(b"one more").unwrap();
        assert!(!folder.join("ecrin.old.log").exists());
        open(&folder).unwrap().write_all(b"new").unwrap();
        assert_eq!(fs::read(folder.join("ecrin.log")).unwrap(), b"new");
        assert_eq!(fs::metadata(folder.join("ecrin.old.log")).unwrap().len(), ENOUGH + 8);
        fs::remove_dir_all(folder).unwrap();
    }
}
