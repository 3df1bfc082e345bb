//! A desk as the window has it: the table of commands, with a folder, a credential store and ears of its own.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use ecrin_core::Changes;
use ecrin_core::api::{ApiError, Desk, ErrorCode, Events, Folders, Language, Launch, LaunchKind, Progress};
use serde_json::{Value, json};

use crate::PASSPHRASE;
use crate::keychain::Keychain;
use crate::loopback::lock;

/// Keeps what it was told, as the window would.
#[derive(Debug, Default)]
pub struct Told(Mutex<(Vec<Changes>, Vec<Progress>)>);

impl Told {
    /// What changed, the oldest first.
    pub fn changes(&self) -> Vec<Changes> {
        lock(&self.0).0.clone()
    }

    /// How far what goes on has come, the oldest first.
    pub fn progress(&self) -> Vec<Progress> {
        lock(&self.0).1.clone()
    }
}

impl Events for Told {
    fn changed(&self, changes: &Changes) {
        lock(&self.0).0.push(changes.clone());
    }
    fn progress(&self, progress: &Progress) {
        lock(&self.0).1.push(progress.clone());
    }
}

/// A computer at the counter, in a temporary folder.
pub struct Counter {
    /// The desk of today.
    desk: Arc<Desk>,
    /// What the window was told.
    pub told: Arc<Told>,
    keychain: Arc<Keychain>,
    folder: tempfile::TempDir,
}

impl Default for Counter {
    fn default() -> Counter {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (told, keychain) = (Arc::<Told>::default(), Arc::<Keychain>::default());
        let desk = desk(&folder, &told, &keychain, None);
        Counter { desk, told, keychain, folder }
    }
}

impl Counter {
    /// With a new shop that is open.
    pub fn with_shop() -> Counter {
        let counter = Counter::default();
        counter.create(false);
        counter
    }

    /// With a new shop and Laura, the client number 1.
    pub fn with_laura() -> Counter {
        let counter = Counter::with_shop();
        counter.client("DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura@boutique.example");
        counter
    }

    /// The same computer the next morning, its window not open yet.
    pub fn restart(&mut self, launch: Option<Launch>) {
        self.desk = desk(&self.folder, &self.told, &self.keychain, launch);
    }

    /// The same, by the window, which opens what was left open or what it was started with; what it learns of its session.
    pub fn start(&mut self, launch: Option<(&str, LaunchKind)>) -> Value {
        self.restart(launch.map(|(path, kind)| Launch { path: path.into(), kind }));
        self.desk.begin();
        self.ask("session", json!({}))
    }

    /// Calls a command.
    ///
    /// # Errors
    /// Those of the command.
    pub fn call(&self, command: &str, request: Value) -> Result<Value, ApiError> {
        self.desk.call(command, request)
    }

    /// Calls a command that must succeed.
    ///
    /// # Panics
    /// When it does not.
    pub fn ask(&self, command: &str, request: Value) -> Value {
        self.call(command, request).unwrap_or_else(|error| panic!("{command}: {error:?}"))
    }

    /// Calls a command that must be refused.
    ///
    /// # Panics
    /// When it is not.
    pub fn refused(&self, command: &str, request: Value) -> ErrorCode {
        self.call(command, request).expect_err(command).code
    }

    /// A place in the counter's folder.
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The same, as commands take it.
    pub fn path(&self, name: &str) -> String {
        self.place(name).to_string_lossy().into_owned()
    }

    /// Where the shop is.
    pub fn shop(&self) -> String {
        self.place("Documents").join("boutique.ecrin").to_string_lossy().into_owned()
    }

    /// Creates the shop, and has its key kept if `remember`.
    pub fn create(&self, remember: bool) {
        let shop = json!({ "shop_name": "Maison d’essai", "path": self.shop(), "passphrase": PASSPHRASE, "remember": remember });
        self.ask("create_shop", shop);
    }

    /// Creates a client, written as for [`crate::client`].
    ///
    /// # Panics
    /// When it is refused.
    pub fn client(&self, line: &str) -> i64 {
        self.ask("create_client", json!({ "client": crate::client(line) }))["number"].as_i64().expect("a number")
    }

    /// A template of the shop.
    ///
    /// # Panics
    /// When there is none of this name on this channel.
    pub fn template(&self, channel: &str, name: &str) -> Value {
        let templates = self.ask("templates", json!({}));
        let of_name = |template: &&Value| template["channel"] == channel && template["name"] == name;
        templates.as_array().and_then(|templates| templates.iter().find(of_name)).expect("a template").clone()
    }
}

fn desk(folder: &tempfile::TempDir, told: &Arc<Told>, keychain: &Arc<Keychain>, launch: Option<Launch>) -> Arc<Desk> {
    let place = |name: &str| folder.path().join(name);
    let folders =
        Folders { config: place("config"), data: place("data"), documents: place("Documents"), language: Language::Fr };
    Arc::new(Desk::new(folders, told.clone(), keychain.clone(), launch))
}
