//! A shop file in a folder of its own, and the terminal program run on it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(dead_code, reason = "each test program uses a part of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// Opens every test's file.
pub(crate) const PASSPHRASE: &str = "Vitrine+2024!";

/// A shop file and its folder.
pub(crate) struct Shop {
    folder: tempfile::TempDir,
}

impl Shop {
    /// An empty shop.
    pub(crate) fn new() -> Shop {
        let shop = Shop { folder: tempfile::tempdir().unwrap() };
        assert_eq!(shop.run(&["create", "--name", "Essai"]).0, 0);
        shop
    }

    /// An empty shop with `clients.csv` beside it.
    pub(crate) fn with_csv(content: &str) -> Shop {
        let shop = Shop::new();
        shop.write("clients.csv", content);
        shop
    }

    /// A shop with one client, the number 1, who can be reached by every channel.
    pub(crate) fn with_a_client() -> Shop {
        let shop = Shop::with_csv(
            "nom;prenom;adresse;cp;ville;telephone;portable;email\r\n\
             DUPONT;Laura;1 rue du Four;19200;USSEL;01 99 00 71 10;06 39 98 71 10;laura@boutique.example\r\n",
        );
        assert_eq!(shop.json(&["import", "clients.csv"])["imported"], 1);
        shop
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A file in the folder.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.file(name), content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    pub(crate) fn folder(&self, name: &str) {
        fs::create_dir(self.file(name)).unwrap();
    }

    /// Shortens a file.
    pub(crate) fn cut(&self, name: &str, len: u64) {
        fs::File::options().write(true).open(self.file(name)).unwrap().set_len(len).unwrap();
    }

    /// The program with these arguments, on `boutique.ecrin` unless they name a file.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ecrin-cli"));
        command.current_dir(self.path()).env("LC_ALL", "C").env("ECRIN_PASSPHRASE", PASSPHRASE);
        if !arguments.contains(&"--file") {
            command.args(["--file", "boutique.ecrin"]);
        }
        command.args(arguments).stdin(Stdio::null());
        command
    }

    /// Starts the program.
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Runs the program: exit code, stdout, stderr.
    pub(crate) fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_with(PASSPHRASE, arguments)
    }

    /// The same with this passphrase in the environment.
    pub(crate) fn run_with(&self, passphrase: &str, arguments: &[&str]) -> (i32, String, String) {
        let output = self.command(arguments).env("ECRIN_PASSPHRASE", passphrase).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
    }

    /// Runs the program with `--json`; it must succeed.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let mut with_json = arguments.to_vec();
        with_json.push("--json");
        let (code, out, error) = self.run(&with_json);
        assert_eq!(code, 0, "{arguments:?}: {error}");
        serde_json::from_str(&out).unwrap()
    }
}

/// An object's keys, in order.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
