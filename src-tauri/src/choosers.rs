//! Native choosers for files and folders, showing a file in the system's file manager, opening a document in its reader.
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
    let ending = Path::new(&suggested).extension().and_then(|ending| ending.to_str()).map(str::to_owned);
    let mut chooser = chooser(&window).set_file_name(fit_everywhere(&suggested));
    if let Some(ending) = &ending {
        chooser = chooser.add_filter(ending.to_uppercase(), &[ending.as_str()]);
    }
    let path = answer(|reply| chooser.save_file(reply)).await?;
    Some(match ending {
        Some(ending) => with_extension(path, &ending),
        None => path,
    })
}

/// The name without what Windows forbids in one: the file of a piece of evidence may have been named on another system.
fn fit_everywhere(name: &str) -> String {
    let allowed = |character: char| {
        let forbidden = character.is_control() || r#"<>:"/\|?*"#.contains(character);
        if forbidden { '-' } else { character }
    };
    name.chars().map(allowed).collect::<String>().trim_end_matches(['.', ' ']).to_owned()
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

/// Opens a PDF in the system's reader. Anything else is refused: opening may run a program.
///
/// # Errors
/// A sentence for the log when it is no PDF or nothing opens it.
#[tauri::command]
pub(crate) async fn open_document(path: String) -> Result<(), String> {
    if !is_pdf(&path) {
        return Err("only PDF documents are opened".into());
    }
    let opened = tauri::async_runtime::spawn_blocking(move || tauri_plugin_opener::open_path(&path, None::<&str>));
    match opened.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

fn is_pdf(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
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
    use super::{fit_everywhere, is_pdf, with_extension};

    #[test]
    fn a_new_shop_file_always_ends_in_ecrin() {
        assert_eq!(with_extension("/d/Maison Vaurelle".into(), "ecrin"), "/d/Maison Vaurelle.ecrin");
        assert_eq!(with_extension("/d/a.b".into(), "ecrin"), "/d/a.b.ecrin");
        assert_eq!(with_extension("/d/a.ECRIN".into(), "ecrin"), "/d/a.ECRIN");
    }

    #[test]
    fn a_suggested_name_is_one_that_windows_takes() {
        assert_eq!(fit_everywhere("accord: 2/3 \"signé\"?.pdf"), "accord- 2-3 -signé--.pdf");
        assert_eq!(
            fit_everywhere("Attestation DUPONT Laura 2026-11-25.pdf"),
            "Attestation DUPONT Laura 2026-11-25.pdf"
        );
        assert_eq!(fit_everywhere("photo. ."), "photo");
    }

    #[test]
    fn only_a_pdf_is_opened() {
        assert!(is_pdf("/d/attestation.pdf") && is_pdf("/d/A.PDF"));
        assert!(!is_pdf("/d/attestation.pdf.exe") && !is_pdf("/d/pdf") && !is_pdf(""));
    }

    #[test]
    fn a_new_document_keeps_its_ending() {
        assert_eq!(with_extension("/d/bulletin".into(), "pdf"), "/d/bulletin.pdf");
        assert_eq!(with_extension("/d/bulletin.PDF".into(), "pdf"), "/d/bulletin.PDF");
    }
}
