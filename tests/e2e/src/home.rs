//! A home folder of a test's own: documents, settings and data, as a new person on a new computer has them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// Deleted with its owner, unless it is kept.
#[derive(Debug)]
pub struct Home {
    folder: PathBuf,
    /// What deletes the folder, unless it is kept.
    _temporary: Option<TempDir>,
}

impl Home {
    /// An empty home with a folder for documents.
    pub fn new() -> Self {
        let temporary = tempfile::Builder::new().prefix("écrin-").tempdir().expect("a temporary folder");
        Self { folder: temporary.path().to_path_buf(), _temporary: Some(temporary) }.furnished()
    }

    /// A home that was there before and stays afterwards.
    pub fn kept(folder: PathBuf) -> Self {
        Self { folder, _temporary: None }.furnished()
    }

    fn furnished(self) -> Self {
        let home = self;
        for folder in ["Documents", "config/gtk-3.0", "data", "cache", "run"] {
            fs::create_dir_all(home.path(folder)).expect("a folder in the home");
        }
        // Somebody who asked the system for less motion: pictures and measurements then need not wait for any.
        fs::write(home.path("config/gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=false\n")
            .expect("a file in the home");
        fs::write(home.path("config/user-dirs.dirs"), "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n")
            .expect("a file in the home");
        home
    }

    /// A path below the home.
    pub fn path(&self, below: impl AsRef<Path>) -> PathBuf {
        self.folder.join(below)
    }

    /// A path below the documents.
    pub fn document(&self, name: &str) -> PathBuf {
        self.path("Documents").join(name)
    }

    /// Receives a table as shops have them among the documents: 2,000 fictional clients, `;`, accents, odd telephones, gaps, some inactive.
    pub fn receive_table(&self) -> PathBuf {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is one folder up");
        let received = self.document("clients-2000.csv");
        fs::copy(tests.join("fixtures/clients-2000.csv"), &received).expect("the table is in tests/fixtures");
        received
    }

    /// Chooses language and colours beforehand, as if they had been chosen in an earlier session.
    pub fn prefer(&self, language: &str, theme: &str) {
        let folder = self.path("config/fr.ecrin.app");
        fs::create_dir_all(&folder).expect("a folder in the home");
        let settings = serde_json::json!({ "settings": { "language": language, "theme": theme } });
        fs::write(folder.join("settings.json"), settings.to_string()).expect("a file in the home");
    }

    /// The environment of a program that lives here. No session bus: a test that wants one starts it.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.path("")),
            ("XDG_CONFIG_HOME", self.path("config")),
            ("XDG_DATA_HOME", self.path("data")),
            ("XDG_CACHE_HOME", self.path("cache")),
            ("XDG_RUNTIME_DIR", self.path("run")),
        ]
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}
