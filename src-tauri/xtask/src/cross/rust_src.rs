//! The source of Rust's standard library as Debian ships it, for a compiler that rustup did not install.
//!
//! apt is asked with lists, a cache and settings of its own, so that the machine's are neither read for long nor changed. The mirror
//! and its key are those that the machine already trusts.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::program::is_installed;

/// Where a version may be, the likeliest first. Backports keep several.
const SUITES: &[&str] = &["trixie-backports", "trixie", "forky", "sid", "bookworm-backports", "bookworm"];
const KEYS: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Writes the source of `version` into the folder `library`.
///
/// # Errors
/// Why it could not be had, in a few words.
pub(super) fn fetch(version: &str, library: &Path) -> Result<(), String> {
    if !is_installed("apt-get") || !is_installed("dpkg-deb") {
        return Err("no apt to fetch its source with".into());
    }
    let mirror = machine_mirror().ok_or("no Debian mirror in /etc/apt")?;
    let folder = library.with_extension("apt");
    let fetched = fetch_from(&mirror, version, &folder, library);
    let _ = fs::remove_dir_all(&folder);
    fetched
}

fn fetch_from(mirror: &str, version: &str, folder: &Path, library: &Path) -> Result<(), String> {
    let apt = Apt::begin(folder)?;
    for suite in SUITES {
        apt.use_suite(mirror, suite)?;
        // A suite that this mirror lacks is no reason to stop.
        if apt.run("apt-get", &["update", "-q"]).is_err() {
            continue;
        }
        let Some(package) = find(&apt.run("apt-cache", &["madison", "rust-src"])?, version) else { continue };
        apt.run("apt-get", &["download", "-q", &format!("rust-src={package}")])?;
        return unpack(&apt.downloaded()?, version, library);
    }
    Err(format!("Debian has no source of Rust {version}"))
}

/// apt with a home of its own.
struct Apt<'a> {
    folder: &'a Path,
}

impl<'a> Apt<'a> {
    fn begin(folder: &'a Path) -> Result<Self, String> {
        let make = || {
            let _ = fs::remove_dir_all(folder);
            for part in ["state/lists/partial", "cache/archives/partial", "none", "download"] {
                fs::create_dir_all(folder.join(part))?;
            }
            fs::write(folder.join("state/status"), "")?;
            let root = folder.display();
            fs::write(
                folder.join("apt.conf"),
                format!(
                    "Dir::Etc::SourceList \"{root}/sources.list\";\nDir::Etc::SourceParts \"{root}/none\";\n\
                     Dir::State \"{root}/state\";\nDir::State::status \"{root}/state/status\";\n\
                     Dir::Cache \"{root}/cache\";\nAcquire::Languages \"none\";\nAPT::Sandbox::User \"root\";\n"
                ),
            )
        };
        make().map_err(|error: std::io::Error| format!("{}: {error}", folder.display()))?;
        Ok(Self { folder })
    }

    fn use_suite(&self, mirror: &str, suite: &str) -> Result<(), String> {
        let _ = fs::remove_dir_all(self.folder.join("state/lists"));
        let lists = fs::create_dir_all(self.folder.join("state/lists/partial"));
        let line = format!("deb [signed-by={KEYS}] {mirror} {suite} main\n");
        lists.and_then(|()| fs::write(self.folder.join("sources.list"), line)).map_err(|error| error.to_string())
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new(program);
        command.args(arguments).env("APT_CONFIG", self.folder.join("apt.conf")).stderr(Stdio::null());
        let answer = command.current_dir(self.folder.join("download")).output();
        let answer = answer.map_err(|error| format!("{program}: {error}"))?;
        if !answer.status.success() {
            return Err(format!("{program} {} failed", arguments.join(" ")));
        }
        Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
    }

    fn downloaded(&self) -> Result<std::path::PathBuf, String> {
        let mut files = fs::read_dir(self.folder.join("download")).into_iter().flatten().flatten();
        files.next().map(|file| file.path()).ok_or_else(|| "apt-get download left no file".into())
    }
}

/// Unpacks the standard library's part of the package.
fn unpack(package: &Path, version: &str, library: &Path) -> Result<(), String> {
    let failed = |_| "the package of the source cannot be unpacked".to_owned();
    let _ = fs::remove_dir_all(library);
    fs::create_dir_all(library).map_err(|error| format!("{}: {error}", library.display()))?;
    let mut archive =
        Command::new("dpkg-deb").arg("--fsys-tarfile").arg(package).stdout(Stdio::piped()).spawn().map_err(failed)?;
    let mut tar = Command::new("tar");
    tar.args(["-x", "--strip-components=5", "-C"]).arg(library).arg(format!("./usr/src/rustc-{version}/library"));
    if let Some(stream) = archive.stdout.take() {
        tar.stdin(stream);
    }
    let unpacked = tar.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    // tar stops reading once it has what it wants, and the other program then ends as one cut off.
    let _ = archive.wait();
    if unpacked && library.join("Cargo.lock").exists() {
        Ok(())
    } else {
        Err("the package of the source cannot be unpacked".into())
    }
}

/// The mirror of Debian that this machine uses.
fn machine_mirror() -> Option<String> {
    let mut files = vec![Path::new("/etc/apt/sources.list").to_path_buf()];
    files.extend(fs::read_dir("/etc/apt/sources.list.d").into_iter().flatten().flatten().map(|entry| entry.path()));
    files.sort();
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).find_map(|text| mirror(&text))
}

/// The first address of Debian's archive in a list of sources, in either of apt's two styles.
fn mirror(sources: &str) -> Option<String> {
    let addresses = sources.lines().map(str::trim).filter(|line| !line.starts_with('#')).filter_map(|line| {
        if let Some(addresses) = line.strip_prefix("URIs:") {
            return addresses.split_whitespace().next();
        }
        let rest = line.strip_prefix("deb ")?.trim_start();
        let rest = if rest.starts_with('[') { rest.split_once(']')?.1 } else { rest };
        rest.split_whitespace().next()
    });
    // The archive's folder is named so on every mirror; security updates and other people's packages are elsewhere.
    addresses
        .map(|address| address.trim_end_matches('/'))
        .find(|address| address.ends_with("/debian"))
        .map(str::to_owned)
}

/// « rustc 1.95.0 (59807616e 2026-04-14) » → 1.95.0.
///
/// # Errors
/// For a beta or nightly compiler, whose source Debian never has.
pub(super) fn version(answer: &str) -> Result<String, String> {
    let version = answer.split_whitespace().nth(1).unwrap_or_default();
    let is_release =
        !version.is_empty() && version.chars().all(|character| character.is_ascii_digit() || character == '.');
    if is_release { Ok(version.to_owned()) } else { Err(format!("this compiler is no release: {answer}")) }
}

/// The package whose source is that of `version`, in the table that `apt-cache madison` prints.
fn find(table: &str, version: &str) -> Option<String> {
    table
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .map(str::trim)
        .find(|package| is_of(package, version))
        .map(str::to_owned)
}

/// Debian adds its own part after « + », « ~ » or « - ».
fn is_of(package: &str, version: &str) -> bool {
    package.strip_prefix(version).is_some_and(|rest| rest.starts_with(['+', '~', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str =
        "  rust-src | 1.96.1+dfsg1-2~bpo13+1 | http://mirror.example/debian trixie-backports/main amd64 Packages
  rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://mirror.example/debian trixie-backports/main amd64 Packages
  rust-src | 1.9.0-1 | http://mirror.example/debian trixie-backports/main amd64 Packages
";

    #[test]
    fn the_package_is_that_of_exactly_this_version() {
        assert_eq!(find(TABLE, "1.95.0").as_deref(), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(find(TABLE, "1.9.0").as_deref(), Some("1.9.0-1"));
        for absent in ["1.95", "1.96.0", "1.9", "5.0"] {
            assert_eq!(find(TABLE, absent), None, "{absent}");
        }
        assert_eq!(find("", "1.95.0"), None);
    }

    #[test]
    fn only_a_released_compiler_has_a_version_that_debian_may_have() {
        assert_eq!(version("rustc 1.95.0 (59807616e 2026-04-14)").as_deref(), Ok("1.95.0"));
        for other in ["rustc 1.97.0-nightly (0123456 2026-05-01)", "rustc 1.96.0-beta.3", "rustc", ""] {
            assert!(version(other).is_err(), "{other}");
        }
    }

    #[test]
    fn the_mirror_is_read_in_both_styles() {
        let new = "Types: deb\n# http://old.example/debian\nURIs: http://mirror.example/debian/ http://b.example/debian\nSuites: x\n";
        assert_eq!(mirror(new).as_deref(), Some("http://mirror.example/debian"));
        let old = "# deb http://old.example/debian x main\ndeb-src http://s.example/debian x main\n\
                   deb [arch=amd64 signed-by=/k.gpg] https://mirror.example/debian x main\n";
        assert_eq!(mirror(old).as_deref(), Some("https://mirror.example/debian"));
    }

    #[test]
    fn other_archives_are_not_taken_for_debians() {
        let sources = "URIs: http://security.example/debian-security\nURIs: http://archive.example/ubuntu\ndeb https://node.example x main\n";
        assert_eq!(mirror(sources), None);
    }
}
