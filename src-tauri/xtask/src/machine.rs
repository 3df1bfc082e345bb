//! What the machine needs, and how it gets it.
//!
//! On Debian and Ubuntu missing packages are installed with apt, as root or through sudo, and named first. Elsewhere nothing is
//! installed: the message says what to install, and how.

use std::{
    env,
    path::Path,
    process::{Command, Stdio},
};

use crate::{Outcome, Stop, program::is_installed, steps::Steps};

/// What a task is going to do, and so what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Compile the application.
    Build,
    /// Also open its window on a virtual screen.
    VirtualScreen,
    /// Also drive it as a person would, with a session bus, a window manager and a key ring; and recompute a chain of
    /// decisions and read exported lists in another language.
    WindowTests,
    /// Also install a package of it, open what was installed, and remove it.
    TriedPackage,
}

const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "libssl-dev"];
const VIRTUAL_SCREEN: &[&str] = &["xvfb", "webkit2gtk-driver", "fonts-dejavu-core"];
const WINDOW_TESTS: &[&str] = &["xdotool", "xclip", "openbox", "dbus-daemon", "gnome-keyring"];
const TRIED_PACKAGE: &[&str] = &["desktop-file-utils", "libglib2.0-bin", "rpm", "shared-mime-info", "xdg-utils"];
/// What makes an environment for Python, and what reads the text of a PDF.
const READERS: &[&str] = &["python3-venv", "poppler-utils"];
pub(crate) const PYTHON: &str = "python3";
/// What figures are compared with.
const SQLITE: &str = "sqlite3";

const NODE: &str = "Node.js 20.19 or later with npm (https://nodejs.org)";
const OTHER_LINUX: &str = "\
This machine lacks libraries that Écrin is built with, and has no apt to install them by itself. Install:
  Fedora     sudo dnf install @c-development webkit2gtk4.1-devel openssl-devel xorg-x11-server-Xvfb xdotool xclip openbox python3 poppler-utils
  Arch       sudo pacman -S base-devel webkit2gtk-4.1 openssl xorg-server-xvfb xdotool xclip openbox python poppler
  openSUSE   sudo zypper install -t pattern devel_basis; sudo zypper install webkit2gtk3-devel libopenssl-devel xvfb-run xdotool xclip openbox python3 poppler-tools
then run the same command again.";
const MACOS: &str = "\
Écrin needs Apple's command line tools here. Install them with
  xcode-select --install
then run the same command again.";
const WINDOWS: &str = "\
Écrin needs Perl here, to compile the OpenSSL that encrypts the file. Install
  Strawberry Perl            winget install StrawberryPerl.StrawberryPerl
  and, where missing, the Visual Studio Build Tools with « Desktop development with C++ »
                             winget install Microsoft.VisualStudio.2022.BuildTools
  and, before Windows 11, the WebView2 runtime
                             winget install Microsoft.EdgeWebView2Runtime
then run the same command again in a new terminal.";

/// Installs what is missing, or says what to install.
pub(crate) fn prepare(steps: &mut Steps, purpose: Purpose) -> Outcome {
    if cfg!(target_os = "linux") {
        prepare_linux(steps, purpose)?;
    } else if cfg!(target_os = "macos") {
        let tools = Command::new("xcode-select").arg("-p").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !tools.is_ok_and(|status| status.success()) {
            return Err(Stop::because(MACOS));
        }
    } else if cfg!(windows) && !is_installed("perl") {
        return Err(Stop::because(WINDOWS));
    }
    node()
}

fn prepare_linux(steps: &mut Steps, purpose: Purpose) -> Outcome {
    if !has_apt() {
        return if has_libraries() { Ok(()) } else { Err(Stop::because(OTHER_LINUX)) };
    }
    let mut wanted = BUILD.to_vec();
    if purpose != Purpose::Build {
        wanted.extend(VIRTUAL_SCREEN);
    }
    if purpose == Purpose::TriedPackage {
        wanted.extend(TRIED_PACKAGE);
    }
    if matches!(purpose, Purpose::WindowTests | Purpose::TriedPackage) {
        wanted.extend(WINDOW_TESTS);
        // Often there without being a package.
        if !is_installed(PYTHON) {
            wanted.push(PYTHON);
        }
        wanted.extend(READERS);
    }
    install(steps, &missing(&wanted))
}

/// Those of `packages` that a machine with apt lacks; elsewhere none, since nothing can be told.
pub(crate) fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    let has_apt = has_apt();
    packages.iter().copied().filter(|package| has_apt && !has_package(package)).collect()
}

/// Whether this person may install packages.
pub(crate) fn may_install() -> bool {
    as_root("apt-get").is_some()
}

/// Installs packages with apt, naming them first.
pub(crate) fn install(steps: &mut Steps, packages: &[&str]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let Some(mut update) = as_root("apt-get") else {
        return Err(Stop::because(format!("Missing here: {list}\nInstall them as root: apt-get install {list}")));
    };
    update.args(["update", "-q"]);
    steps.must("refresh the list of system packages (apt-get update)", update)?;
    let Some(mut install) = as_root("apt-get") else { return Ok(()) };
    install.args(["install", "-y", "-q", "--no-install-recommends"]).args(packages);
    steps.must(&format!("install {list} (apt-get)"), install)
}

/// Installs `sqlite3` where it is missing and can be; where it cannot, says so, and the rest is measured all the same.
pub(crate) fn prepare_baselines(steps: &mut Steps) {
    if is_installed(SQLITE) {
        return;
    }
    let installed = if has_apt() { install(steps, &[SQLITE]) } else { Err(Stop(None)) };
    if installed.is_err() {
        steps.note("sqlite3 is not installed: its figures will be missing (https://sqlite.org/download.html, or your system's package)");
    }
}

/// Whether packages are looked up and installed as on Debian and Ubuntu.
fn has_apt() -> bool {
    cfg!(target_os = "linux") && is_installed("apt-get") && is_installed("dpkg-query")
}

/// `program` as root: directly, or through sudo, which asks for a password only where somebody can type one.
pub(crate) fn as_root(program: &str) -> Option<Command> {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    let mut command = if root {
        Command::new(program)
    } else if is_installed("sudo") {
        let may = Command::new("sudo").arg(if env::var_os("CI").is_some() { "-nv" } else { "-v" }).status();
        if !may.is_ok_and(|status| status.success()) {
            return None;
        }
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
        sudo
    } else {
        return None;
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}

/// Whether a Debian package is installed.
pub(crate) fn has_package(name: &str) -> bool {
    let query = Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", name]).stderr(Stdio::null()).output();
    query.is_ok_and(|answer| answer.stdout == b"installed")
}

fn has_libraries() -> bool {
    let found = Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1", "openssl"]).status();
    found.is_ok_and(|status| status.success())
}

/// Node is not installed by itself: distributions carry versions that are too old for the interface's tools.
fn node() -> Outcome {
    let answer = Command::new("node").arg("--version").output();
    let version = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).trim().to_owned()).unwrap_or_default();
    if is_recent(&version) && is_installed("npm") {
        return Ok(());
    }
    let found = if version.is_empty() { "none found".to_owned() } else { format!("found {version}") };
    Err(Stop::because(format!(
        "Écrin's interface is built with {NODE}; {found}. Install it, then run the same command again."
    )))
}

fn is_recent(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    major > 20 || (major == 20 && minor >= 19)
}

/// The machine that the programs are built for, "x86_64-unknown-linux-gnu".
pub(crate) fn triple() -> Result<String, Stop> {
    let answer = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("-vV").output();
    let text = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned()).unwrap_or_default();
    let host = text.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned);
    host.ok_or_else(|| Stop::because("rustc does not say which machine it builds for"))
}

/// Whether a window can be opened where somebody sees it.
pub(crate) fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Whether the window can be driven here; WebKitWebDriver exists on Linux only.
pub(crate) fn can_drive_the_window() -> bool {
    cfg!(target_os = "linux") && (is_installed("WebKitWebDriver") || Path::new("/usr/bin/WebKitWebDriver").exists())
}

#[cfg(test)]
mod tests {
    use super::is_recent;

    #[test]
    fn node_is_recent_from_20_19() {
        for version in ["v20.19.0", "v20.20.2", "v22.1.0", "v24.0.0"] {
            assert!(is_recent(version), "{version}");
        }
        for version in ["", "v18.20.4", "v20.18.9", "v0.10"] {
            assert!(!is_recent(version), "{version}");
        }
    }
}
