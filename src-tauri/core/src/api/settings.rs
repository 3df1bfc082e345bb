//! What this computer remembers outside any shop file: language, theme, the files opened lately and who was at the counter.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{ApiError, Desk, RecentFile};

/// The interface's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Français.
    Fr,
    /// English.
    En,
}

/// The interface's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the person chose; `null` follows the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Settings {
    /// The interface's language.
    pub language: Option<Language>,
    /// The interface's colours.
    pub theme: Option<Theme>,
}

/// The settings file's content.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Saved {
    pub(super) settings: Settings,
    pub(super) recent_files: Vec<RecentFile>,
    /// The file that was on the desk when the program was left; opened again at the next start.
    pub(super) left_open: Option<String>,
    /// By file identity: who was at this counter last.
    pub(super) operators: std::collections::BTreeMap<String, String>,
}

const FILE: &str = "settings.json";

impl Saved {
    /// Reads the settings; what is missing or unreadable is as at first start, for nothing in them is irreplaceable.
    pub(super) fn read(folder: &Path) -> Saved {
        std::fs::read(folder.join(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the settings. Failing costs a preference, so it is only logged.
    pub(super) fn write(&self, folder: &Path) {
        let written = serde_json::to_vec_pretty(self).map_err(std::io::Error::other).and_then(|bytes| {
            std::fs::create_dir_all(folder)?;
            let partial = folder.join("settings.json.partial");
            std::fs::write(&partial, bytes)?;
            std::fs::rename(&partial, folder.join(FILE))
        });
        if let Err(error) = written {
            tracing::warn!(kind = %error.kind(), "settings not written");
        }
    }
}

pub(super) fn save_settings(desk: &Desk, request: Settings) -> Result<Settings, ApiError> {
    desk.change_saved(|saved| saved.settings = request);
    Ok(request)
}
