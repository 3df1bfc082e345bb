//! `cargo xtask package`: what people install, with checksums and a list of what is in it, in `target/packages/`.
//!
//! Deb and rpm on Linux, an installer on Windows, a disk image on macOS, each by Tauri's bundler, which comes from npm as a finished
//! program. Each holds `ecrin-cli` too. What a package depends on is read from the programs themselves, not from a list that ages.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome, Stop, components, icons, installed, interface,
    machine::{self, Purpose},
    program,
    steps::Steps,
};

const USAGE: &str = "\
usage: cargo xtask package [--debug] [--try]

  --debug   package the debug build: quick to make, not for people
  --try     then install the deb here (Debian or Ubuntu, as root or through sudo), open the installed program, and remove it";

/// Kinds of packages of this system, as the bundler calls them.
const KINDS: &[&str] = if cfg!(windows) {
    &["nsis"]
} else if cfg!(target_os = "macos") {
    &["app", "dmg"]
} else {
    &["deb", "rpm"]
};
/// Endings of what the bundler leaves for people.
const ENDINGS: &[&str] = &["deb", "rpm", "exe", "dmg"];

/// Builds, packages, and tries the package when asked to.
pub(crate) fn package(arguments: &[String]) -> Outcome {
    let known = |argument: &String| argument == "--debug" || argument == "--try";
    if !arguments.iter().all(known) {
        return Err(Stop::because(USAGE));
    }
    let release = !arguments.iter().any(|argument| argument == "--debug");
    let tried = arguments.iter().any(|argument| argument == "--try");
    let mut steps = Steps::begin();
    machine::prepare(&mut steps, if tried { Purpose::TriedPackage } else { Purpose::Build })?;
    if tried {
        installed::refuse_if_in_use()?;
    }
    interface::install(&mut steps)?;
    interface::build(&mut steps)?;
    program::build(&mut steps, release)?;

    let folder = program::target().join("packages");
    empty(&folder)?;
    bundle(&mut steps, release)?;
    let packages = gather(&folder, release)?;
    components::write(&mut steps, &folder)?;
    checksums(&mut steps, &folder)?;
    for package in &packages {
        steps.note(&format!(
            "{} ({} MB)",
            package.display(),
            fs::metadata(package).map_or(0, |data| data.len() / 1_000_000)
        ));
    }
    if tried {
        installed::try_packages(&mut steps, &packages)?;
        return steps.close();
    }
    Ok(())
}

/// Runs the bundler on what was just built.
fn bundle(steps: &mut Steps, release: bool) -> Outcome {
    // The bundler wants a program that it puts beside the main one to carry the name of the machine it is for.
    let folder = program::target().join("xtask").join("beside");
    make(&folder)?;
    let cli = program::built("ecrin-cli", release);
    let beside = folder.join(format!("ecrin-cli-{}{}", machine::triple()?, std::env::consts::EXE_SUFFIX));
    fs::copy(&cli, &beside).map_err(|error| Stop::because(format!("{}: {error}", cli.display())))?;

    let mut bundle = icons::tauri(["bundle", "--ci", "--bundles", &KINDS.join(",")]);
    if !release {
        bundle.arg("--debug");
    }
    let path = quoted(&folder.join("ecrin-cli").display().to_string());
    bundle.args(["--config", &format!("{{\"bundle\":{{\"externalBin\":[{path}]}}}}")]);
    if cfg!(target_os = "linux") {
        let programs = [program::built("ecrin", release), cli];
        let list = |names: Vec<String>| names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(",");
        let (deb, rpm) = (list(deb_dependencies(steps, &programs)?), list(rpm_dependencies(steps, &programs)?));
        let linux = format!("{{\"deb\":{{\"depends\":[{deb}]}},\"rpm\":{{\"depends\":[{rpm}]}}}}");
        bundle.args(["--config", &format!("{{\"bundle\":{{\"linux\":{linux}}}}}")]);
    }
    steps.must(&format!("package Écrin ({})", KINDS.join(", ")), bundle)
}

/// The Debian packages whose libraries the programs call, with the least version that has what they call. On a machine without
/// Debian's tools, the bundler's own two.
fn deb_dependencies(steps: &Steps, programs: &[PathBuf]) -> Result<Vec<String>, Stop> {
    if !program::is_installed("dpkg-shlibdeps") {
        return Ok(Vec::new());
    }
    // The tool reads the name of a source package before anything else.
    let folder = program::target().join("xtask").join("dependencies");
    make(&folder.join("debian"))?;
    let control = "Source: ecrin\n\nPackage: ecrin\nArchitecture: any\n";
    fs::write(folder.join("debian").join("control"), control).map_err(|error| Stop::because(error.to_string()))?;
    let mut command = Command::new("dpkg-shlibdeps");
    command.current_dir(&folder).arg("-O");
    for program in programs {
        command.arg(format!("-e{}", program.display()));
    }
    let (success, output) = steps.attempt(command);
    let found = output.lines().find_map(|line| line.strip_prefix("shlibs:Depends="));
    match found.filter(|_| success) {
        Some(list) => Ok(list.split(", ").map(str::to_owned).collect()),
        None => Err(Stop::because(format!("dpkg-shlibdeps does not say what Écrin depends on:\n{output}"))),
    }
}

/// The libraries the programs call, in the words in which rpm's distributions offer them, and the age of the C library.
fn rpm_dependencies(steps: &Steps, programs: &[PathBuf]) -> Result<Vec<String>, Stop> {
    let mut found = BTreeSet::new();
    let mut c_library = (0, 0);
    for program in programs {
        let mut command = Command::new("objdump");
        command.arg("-p").arg(program);
        let (success, output) = steps.attempt(command);
        if !success {
            return Err(Stop::because(format!("objdump does not say what Écrin depends on:\n{output}")));
        }
        for line in output.lines() {
            match line.split_whitespace().collect::<Vec<_>>()[..] {
                ["NEEDED", library] if !library.starts_with("ld-linux") => {
                    found.insert(format!("{library}()(64bit)"));
                }
                [.., version] => c_library = c_library.max(glibc(version).unwrap_or_default()),
                [] => {}
            }
        }
    }
    found.insert(format!("libc.so.6(GLIBC_{}.{})(64bit)", c_library.0, c_library.1));
    Ok(found.into_iter().collect())
}

/// "GLIBC_2.35" → (2, 35).
fn glibc(word: &str) -> Option<(u32, u32)> {
    let mut numbers = word.strip_prefix("GLIBC_")?.split('.').map(|part| part.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// Copies the packages together, under names that every system and every server can keep.
fn gather(folder: &Path, release: bool) -> Result<Vec<PathBuf>, Stop> {
    let bundles = program::target().join(if release { "release" } else { "debug" }).join("bundle");
    let mut gathered = Vec::new();
    for kind in KINDS {
        let entries = fs::read_dir(bundles.join(kind)).into_iter().flatten().flatten();
        for package in entries.map(|entry| entry.path()).filter(|path| path.is_file()) {
            let name =
                package.file_name().unwrap_or_default().to_string_lossy().replace('É', "E").replace("E\u{301}", "E");
            let ours = name.contains(env!("CARGO_PKG_VERSION"));
            if ours && ENDINGS.iter().any(|ending| name.ends_with(&format!(".{ending}"))) {
                let kept = folder.join(name);
                fs::copy(&package, &kept).map_err(|error| Stop::because(format!("{}: {error}", kept.display())))?;
                gathered.push(kept);
            }
        }
    }
    if gathered.is_empty() {
        return Err(Stop::because(format!("no package in {}", bundles.display())));
    }
    Ok(gathered)
}

/// `SHA256SUMS`, as `sha256sum --check` reads it; by Node, which computes the same everywhere.
fn checksums(steps: &mut Steps, folder: &Path) -> Outcome {
    const SCRIPT: &str = "\
const { createHash } = require('crypto'), { readdirSync, readFileSync, writeFileSync } = require('fs');
const lines = readdirSync('.').filter((name) => name !== 'SHA256SUMS').sort()
  .map((name) => createHash('sha256').update(readFileSync(name)).digest('hex') + '  ' + name + '\\n');
writeFileSync('SHA256SUMS', lines.join(''));";
    let mut command = Command::new("node");
    command.current_dir(folder).args(["--eval", SCRIPT]);
    steps.must("write the checksums (SHA256SUMS)", command)
}

/// A JSON string.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            sign if sign < ' ' => quoted.push(' '),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

fn make(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(|error| Stop::because(format!("{}: {error}", folder.display())))
}

fn empty(folder: &Path) -> Outcome {
    let _ = fs::remove_dir_all(folder);
    make(folder)
}

#[cfg(test)]
mod tests {
    use super::{glibc, quoted};

    #[test]
    fn words_for_the_bundler_are_json() {
        assert_eq!(quoted("C:\\a \"b\"\n"), "\"C:\\\\a \\\"b\\\" \"");
    }

    #[test]
    fn the_age_of_the_c_library_is_read_by_its_numbers() {
        assert_eq!(glibc("GLIBC_2.35"), Some((2, 35)));
        assert_eq!(glibc("GLIBC_2.2.5"), Some((2, 2)));
        assert_eq!(glibc("GLIBC_PRIVATE"), None);
        assert!(glibc("GLIBC_2.9") < glibc("GLIBC_2.35"));
    }
}
