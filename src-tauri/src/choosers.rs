//! Native choosers for files and folders, and showing a file in the system's file manager.
//!
//! They show no text of ours but file-type names that read the same in French and English; the rest is the system's own language.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tauri::{Runtime, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

/// What the person is asked to choose.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Wanted {
    /// An existing `.ecrin` file.
    Shop,
    /// A table to import.
    Table,
    /// A photograph that shows an agreement.
    Picture,
    /// Anything that may show an agreement.
    Evidence,
}

const PICTURES: &[&str] = &["png", "jpg", "jpeg", "webp", "PNG", "JPG", "JPEG", "WEBP"];
const EVIDENCE: &[&str] = &["png", "jpg", "jpeg", "webp", "pdf", "PNG", "JPG", "JPEG", "WEBP", "PDF"];

/// Asks for an existing file; `None` when the person changed their mind.
#[tauri::command]
pub(crate) async fn pick_file<R: Runtime>(window: WebviewWindow<R>, kind: Wanted) -> Option<String> {
    let chooser = match kind {
        Wanted::Shop => chooser(&window).add_filter("Écrin (.ecrin)", &["ecrin"]),
        Wanted::Table => {
            chooser(&window).add_filter("CSV, XLSX", &["csv", "txt", "tsv", "xlsx", "CSV", "TXT", "TSV", "XLSX"])
        }
        Wanted::Picture => chooser(&window).add_filter("PNG, JPEG, WebP", PICTURES),
        Wanted::Evidence => chooser(&window).add_filter("PNG, JPEG, WebP, PDF", EVIDENCE),
    };
    answer(|reply| chooser.pick_file(reply)).await
}

/// Asks where a new shop file goes. `suggested` is a file name or a full path; the result always ends in `.ecrin`.
#[tauri::command]
pub(crate) async fn pick_new_shop<R: Runtime>(window: WebviewWindow<R>, suggested: String) -> Option<String> {
    let suggested = PathBuf::from(suggested);
    let mut chooser = chooser(&window).add_filter("Écrin (.ecrin)", &["ecrin"]);
    if let Some(folder) = suggested.parent().filter(|folder| folder.is_dir()) {
        chooser = chooser.set_directory(folder);
    }
    if let Some(name) = suggested.file_name() {
        chooser = chooser.set_file_name(name.to_string_lossy());
    }
    answer(|reply| chooser.save_file(reply)).await.map(|path| with_extension(path, "ecrin"))
}

/// Asks where a new document goes. `suggested` is its name; the result always has the ending of that name.
#[tauri::command]
pub(crate) async fn pick_new_document<R: Runtime>(window: WebviewWindow<R>, suggested: String) -> Option<String> {
    let mut chooser = chooser(&window).set_file_name(suggested.clone());
    let ending = Path::new(&suggested).extension().and_then(|ending| ending.to_str()).map(str::to_owned);
    if let Some(ending) = &ending {
        chooser = chooser.add_filter(ending.to_uppercase(), &[ending]);
    }
    let path = answer(|reply| chooser.save_file(reply)).await?;
    Some(match ending {
        Some(ending) => with_extension(path, &ending),
        None => path,
    })
}

/// Asks for a folder.
#[tauri::command]
pub(crate) async fn pick_folder<R: Runtime>(window: WebviewWindow<R>) -> Option<String> {
    let chooser = chooser(&window);
    answer(|reply| chooser.pick_folder(reply)).await
}

/// Shows a file, selected, in the system's file manager; where there is none to ask, opens its folder.
///
/// # Errors
/// A sentence for the log when neither works.
#[tauri::command]
pub(crate) async fn reveal(path: String) -> Result<(), String> {
    let shown = tauri::async_runtime::spawn_blocking(move || {
        tauri_plugin_opener::reveal_item_in_dir(&path).or_else(|_| {
            let folder = Path::new(&path).parent().unwrap_or(Path::new(&path));
            tauri_plugin_opener::open_path(folder, None::<&str>)
        })
    });
    match shown.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

fn chooser<R: Runtime>(window: &WebviewWindow<R>) -> FileDialogBuilder<R> {
    window.dialog().file().set_parent(window)
}

/// Waits for the person without holding a thread. A path that is not Unicode cannot be told to the interface and counts as no choice.
async fn answer(ask: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>)) -> Option<String> {
    let (reply, answer) = oneshot::channel();
    ask(Box::new(move |path| {
        let _ = reply.send(path);
    }));
    let path = answer.await.ok().flatten()?.into_path().ok()?;
    path.into_os_string().into_string().ok()
}

fn with_extension(path: String, wanted: &str) -> String {
    let has = Path::new(&path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted));
    if has { path } else { path + "." + wanted }
}

#[cfg(test)]
mod tests {
    use super::with_extension;

    #[test]
    fn a_new_shop_file_always_ends_in_ecrin() {
        assert_eq!(with_extension("/d/Maison Vaurelle".into(), "ecrin"), "/d/Maison Vaurelle.ecrin");
        assert_eq!(with_extension("/d/a.b".into(), "ecrin"), "/d/a.b.ecrin");
        assert_eq!(with_extension("/d/a.ECRIN".into(), "ecrin"), "/d/a.ECRIN");
    }

    #[test]
    fn a_new_document_keeps_its_ending() {
        assert_eq!(with_extension("/d/bulletin".into(), "pdf"), "/d/bulletin.pdf");
        assert_eq!(with_extension("/d/bulletin.PDF".into(), "pdf"), "/d/bulletin.PDF");
    }
}
