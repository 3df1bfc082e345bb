//! `cargo xtask package --try`: what becomes of the packages on a machine that they are installed on.
//!
//! The deb is installed with apt as a person would, looked at, opened in its real window from its desktop entry, installed over itself
//! and removed; the person's file and settings must come out of it byte for byte. The rpm is put into a folder of its own. Whatever
//! fails, the package is removed again.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Outcome, Stop, interface, machine, program, program::cargo, steps::Steps};

/// The package's name, its desktop entry and the type of its files.
const NAME: &str = "ecrin";
const ENTRY: &str = "/usr/share/applications/ecrin.desktop";
const KIND: &str = "application/x-ecrin";
/// What must be there when the package is, and gone when it is gone.
const FILES: &[&str] = &[
    "/usr/bin/ecrin",
    "/usr/bin/ecrin-cli",
    ENTRY,
    "/usr/share/mime/packages/ecrin.xml",
    "/usr/share/icons/hicolor/scalable/apps/ecrin.svg",
    "/usr/share/icons/hicolor/32x32/apps/ecrin.png",
    "/usr/share/icons/hicolor/512x512/apps/ecrin.png",
    "/usr/share/icons/hicolor/scalable/mimetypes/application-x-ecrin.svg",
    "/usr/share/doc/ecrin/copyright",
];
/// A name as people give it.
const FILE: &str = "Bijouterie de l’été n° 2.ecrin";

/// A machine where somebody uses Écrin is no place to try it: the trial ends with its removal.
pub(crate) fn refuse_if_in_use() -> Outcome {
    if machine::has_package(NAME) {
        return Err(Stop::because(
            "The package ecrin is installed here already, and the trial would remove it. Nothing was done.",
        ));
    }
    if !program::is_installed("apt-get") {
        return Err(Stop::because("The package can be tried on Debian and Ubuntu only: there is no apt here."));
    }
    Ok(())
}

/// Tries the deb and the rpm among `packages`; each check counts.
pub(crate) fn try_packages(steps: &mut Steps, packages: &[PathBuf]) -> Outcome {
    let of_kind = |ending: &str| packages.iter().find(|path| path.extension().is_some_and(|found| found == ending));
    let (Some(deb), Some(rpm)) = (of_kind("deb"), of_kind("rpm")) else {
        return Err(Stop::because("there is no deb or no rpm to try"));
    };
    steps.must(
        "build the hands that try the window",
        cargo(["build", "--locked", "--package", "ecrin-e2e-tests", "--bin", "installed"]),
    )?;
    let trial = Trial::begin()?;
    apt(
        steps,
        "install the deb (apt-get install)",
        &["install", "--no-install-recommends", &deb.display().to_string()],
    )?;
    trial.look(steps);
    trial.open(steps, "open it in its window, from its desktop entry");
    let before = trial.belongings();
    let reinstalled = apt(
        steps,
        "install it over itself (apt-get install --reinstall)",
        &["install", "--reinstall", "--no-install-recommends", &deb.display().to_string()],
    );
    if reinstalled.is_ok() {
        steps.count(
            "the file and the settings stay as they were when it is installed again",
            trial.belongings() == before,
        );
        trial.open(steps, "open it again, with the same file and settings");
    }
    let before = trial.belongings();
    let removed = apt(steps, "remove it (apt-get purge)", &["purge", NAME]);
    let left: Vec<&&str> = FILES.iter().filter(|file| Path::new(file).exists()).collect();
    tell(steps, "nothing of the package is left", left.is_empty(), &format!("{left:?}"));
    let kept = trial.belongings() == before && !before.is_empty();
    tell(steps, "the file and the settings are there byte for byte after it was removed", kept, "they are not");
    trial.rpm(steps, rpm);
    reinstalled.and(removed)
}

/// apt-get as root, without a question.
fn apt(steps: &mut Steps, what: &str, arguments: &[&str]) -> Outcome {
    let Some(mut command) = machine::as_root("apt-get") else {
        return Err(Stop::because("Installing a package needs root, or sudo without a password."));
    };
    command.args(["-y", "-q"]).args(arguments);
    steps.must(what, command)
}

/// Counts a check, and says what is wrong where it fails.
fn tell(steps: &mut Steps, what: &str, success: bool, wrong: &str) {
    let word = if success { "yes" } else { "NO" };
    println!("· {what}: {word}");
    if !success {
        println!("    {}", wrong.trim());
    }
    steps.count(what, success);
}

/// The folders of a person who has just installed Écrin.
struct Trial {
    home: PathBuf,
}

impl Trial {
    fn begin() -> Result<Self, Stop> {
        let home = program::target().join("xtask").join("person");
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(home.join("Documents")).map_err(|error| Stop::because(error.to_string()))?;
        Ok(Self { home })
    }

    fn file(&self) -> PathBuf {
        self.home.join("Documents").join(FILE)
    }

    /// Files, types and pictures where desktops look for them.
    fn look(&self, steps: &mut Steps) {
        let missing: Vec<&&str> = FILES.iter().filter(|file| !Path::new(file).is_file()).collect();
        tell(steps, "its files are where they belong", missing.is_empty(), &format!("missing: {missing:?}"));
        self.says(steps, "its desktop entry is valid", &["desktop-file-validate", "--no-hints", ENTRY], "");
        for name in ["/usr/bin/ecrin", "/usr/bin/ecrin-cli"] {
            let (_, libraries) = steps.attempt(self.command(&["ldd", name]));
            let found = libraries.contains("libc.so") && !libraries.contains("not found");
            tell(steps, &format!("{name} finds its libraries"), found, &libraries);
        }
        let path = self.file().display().to_string();
        self.says(steps, "ecrin-cli makes a demonstration file", &["ecrin-cli", "--file", &path, "demo"], "");
        self.says(steps, "ecrin-cli finds it whole", &["ecrin-cli", "--file", &path, "verify"], "");
        self.says(steps, "the file's type is known", &["xdg-mime", "query", "filetype", &path], KIND);
        self.says(steps, "Écrin opens this type", &["xdg-mime", "query", "default", KIND], "ecrin.desktop");
        let icon = ["gio", "info", "--attributes", "standard::icon", &path];
        self.says(steps, "the file has an icon of its own", &icon, "application-x-ecrin");
    }

    /// Drives the installed program with the hands of the window's tests.
    fn open(&self, steps: &mut Steps, what: &str) {
        let mut hands = Command::new(program::built("installed", false));
        hands.arg(&self.home).arg(self.file());
        hands.env("ECRIN_PROGRAM", "/usr/bin/ecrin").env("ECRIN_PICTURES", program::target().join("screenshots"));
        steps.check(what, hands);
    }

    /// Everything the person has: file, settings, data.
    fn belongings(&self) -> Vec<(PathBuf, u64)> {
        let folders = ["Documents", "config/fr.ecrin.app", "data/fr.ecrin.app"].map(|folder| self.home.join(folder));
        interface::files(&folders)
    }

    /// The rpm's list, digests, and its files in a root of their own, which apt's system never sees.
    fn rpm(&self, steps: &mut Steps, rpm: &Path) {
        let package = rpm.display().to_string();
        let (_, list) = steps.attempt(self.command(&["rpm", "-qlp", &package]));
        let missing: Vec<&&str> =
            FILES.iter().filter(|file| !file.contains("/doc/") && !list.contains(**file)).collect();
        tell(steps, "the rpm holds the same files", missing.is_empty(), &format!("missing: {missing:?}"));
        self.says(
            steps,
            "the rpm's digests are right (rpm -K)",
            &["rpm", "-K", "--nosignature", &package],
            "digests OK",
        );
        let root = self.home.join("rpm");
        let folder = root.display().to_string();
        let install = ["rpm", "--root", &folder, "--nodeps", "--noscripts", "-i", &package];
        self.says(steps, "the rpm installs into a root of its own (rpm -i)", &install, "");
        let cli = root.join("usr/bin/ecrin-cli").display().to_string();
        let path = self.file().display().to_string();
        self.says(steps, "its ecrin-cli reads the file", &[&cli, "--file", &path, "verify"], "");
        self.says(steps, "the rpm is removed (rpm -e)", &["rpm", "--root", &folder, "--nodeps", "-e", NAME], "");
        let gone = !root.join("usr/bin/ecrin").exists();
        tell(steps, "nothing of the rpm is left", gone, "usr/bin/ecrin is still there");
    }

    /// Whether a command succeeds and prints these words.
    fn says(&self, steps: &mut Steps, what: &str, command: &[&str], words: &str) {
        let (success, output) = steps.attempt(self.command(command));
        tell(steps, what, success && output.contains(words), &output);
    }

    /// In the person's folders, on a desktop that asks GLib for types.
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).env("HOME", &self.home).env("XDG_CURRENT_DESKTOP", "GNOME").env("LC_ALL", "C.UTF-8");
        for (name, folder) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")] {
            command.env(name, self.home.join(folder));
        }
        command
    }
}
