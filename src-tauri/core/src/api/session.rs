//! What the window shows before and around a file.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::desk::OpenShop;
use super::{ApiError, Desk, Empty, FileRequest, Language, Settings};
use crate::store::is_same;

/// Everything that the first screen needs.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SessionInfo {
    /// The open file, after a reload of the window.
    pub shop: Option<ShopInfo>,
    /// The files opened lately, the last first.
    pub recent_files: Vec<RecentFile>,
    /// What the person chose.
    pub settings: Settings,
    /// The program's version.
    pub version: String,
    /// Where a new file goes unless the person says otherwise.
    pub default_folder: String,
    /// What the program was asked to open, told once.
    pub launch: Option<Launch>,
    /// Whether the system can keep the key, so that opening asks nothing.
    pub credential_store: bool,
    /// The system's language, French if it is neither.
    pub system_language: Language,
}

/// An open file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[allow(missing_docs, reason = "the names are the documentation")]
pub struct ShopInfo {
    pub path: String,
    pub file_name: String,
    pub shop_name: String,
    /// Fictional clients, public passphrase: every screen says so.
    pub demonstration: bool,
    #[ts(type = "number")]
    pub clients: i64,
    #[ts(type = "number")]
    pub inactive: i64,
    /// The last change, UTC milliseconds.
    #[ts(type = "number | null")]
    pub saved_at: Option<i64>,
    /// UTC milliseconds.
    #[ts(type = "number | null")]
    pub backed_up_at: Option<i64>,
    /// Whoever is at the counter.
    pub operator: String,
}

/// A file opened lately on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[allow(missing_docs, reason = "the names are the documentation")]
pub struct RecentFile {
    pub path: String,
    pub file_name: String,
    pub shop_name: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub opened_at: i64,
    #[ts(type = "number")]
    pub clients: i64,
    /// No longer there (moved, or on a disk that is not plugged in).
    #[serde(default)]
    pub missing: bool,
    pub demonstration: bool,
}

/// What kind of file the program was asked to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum LaunchKind {
    /// A shop file.
    Shop,
    /// A table to import.
    Table,
}

/// A file given on the command line, by a double click, by a second start or by a drop on the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Launch {
    /// Where it is.
    pub path: String,
    /// By its name.
    pub kind: LaunchKind,
}

impl Launch {
    /// Recognises a file that Écrin opens or imports by the end of its name.
    pub fn of(path: &Path) -> Option<Launch> {
        let extension = path.extension()?.to_string_lossy().to_lowercase();
        let kind = match extension.as_str() {
            "ecrin" => LaunchKind::Shop,
            "csv" | "txt" | "tsv" | "xlsx" | "xlsb" | "xls" | "ods" => LaunchKind::Table,
            _ => return None,
        };
        Some(Launch { path: path.to_string_lossy().into_owned(), kind })
    }
}

/// How many files are remembered.
const RECENT_FILES: usize = 8;

pub(super) fn session(desk: &Desk, _: Empty) -> Result<SessionInfo, ApiError> {
    desk.await_beginning();
    let saved = desk.saved();
    // Before looking at the desk: a file that gets there in between is then told twice, which the window heeds
    // once; never not at all.
    let launch = desk.take_launch();
    let shop = match desk.open_shop() {
        Ok(open) => Some(info(&open)?),
        Err(_) => None,
    };
    let recent_files = saved
        .recent_files
        .into_iter()
        .map(|file| RecentFile {
            // Its name only: closing a second handle of the file on the desk would give up the locks that keep it.
            missing: !Path::new(&file.path).exists(),
            ..file
        })
        .collect();
    Ok(SessionInfo {
        shop,
        recent_files,
        settings: saved.settings,
        version: env!("CARGO_PKG_VERSION").into(),
        default_folder: desk.folders().documents.to_string_lossy().into_owned(),
        launch,
        credential_store: desk.credentials().available(),
        system_language: desk.folders().language,
    })
}

pub(super) fn shop_info(desk: &Desk, _: Empty) -> Result<ShopInfo, ApiError> {
    info(&*desk.open_shop()?)
}

pub(super) fn forget_file(desk: &Desk, request: FileRequest) -> Result<Empty, ApiError> {
    desk.change_saved(|saved| {
        let forgotten = |path: &str| is_same(Path::new(path), Path::new(&request.path));
        saved.recent_files.retain(|file| !forgotten(&file.path));
        saved.left_open.take_if(|path| forgotten(path));
    });
    Ok(Empty {})
}

/// What the status bar says, read beside any write under way.
pub(super) fn info(open: &OpenShop) -> Result<ShopInfo, ApiError> {
    let facts = open.reading().rows().shop()?;
    Ok(ShopInfo {
        path: open.path.to_string_lossy().into_owned(),
        file_name: open.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        shop_name: facts.name,
        demonstration: open.demonstration,
        clients: facts.counts.clients,
        inactive: facts.counts.inactive,
        saved_at: facts.saved_at,
        backed_up_at: facts.backed_up_at,
        operator: open.operator(),
    })
}

/// Puts a file that was just opened first among the recent ones.
pub(super) fn remember(desk: &Desk, shop: &ShopInfo, now: i64) {
    desk.change_saved(|saved| {
        saved.recent_files.retain(|file| !is_same(Path::new(&file.path), Path::new(&shop.path)));
        saved.recent_files.insert(
            0,
            RecentFile {
                path: shop.path.clone(),
                file_name: shop.file_name.clone(),
                shop_name: shop.shop_name.clone(),
                opened_at: now,
                clients: shop.clients,
                missing: false,
                demonstration: shop.demonstration,
            },
        );
        saved.recent_files.truncate(RECENT_FILES);
        // Whoever looked at the demonstration begins anew the next morning.
        saved.left_open = (!shop.demonstration).then(|| shop.path.clone());
    });
}
