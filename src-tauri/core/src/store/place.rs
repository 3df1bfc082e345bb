//! Where a shop file lies, in the one form that its system would give it.
//!
//! Windows takes many spellings for one file: relative ones, `/` for `\`, dots and spaces at the end of a name. SQLite and the standard
//! library would each understand some of them in its own way, and a log beside « Boutique.ecrin. » is not the one beside
//! « Boutique.ecrin ». There some names are devices, too: a shop in « NUL » would be saved nowhere. Elsewhere a path is what it says.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The form under which a file is opened; `None` when the system takes the name for a device.
pub(super) fn of(path: &Path) -> Option<PathBuf> {
    if !cfg!(windows) {
        return Some(path.to_owned());
    }
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    (!is_device(&whole.to_string_lossy())).then_some(whole)
}

/// The form in which SQLite opens even a path of more than 260 characters. (The standard library finds that form by itself.)
pub(super) fn for_sqlite(path: &Path) -> Cow<'_, Path> {
    match path.to_str() {
        Some(text) if cfg!(windows) => verbatim(text).map_or(Cow::Borrowed(path), |long| Cow::Owned(long.into())),
        _ => Cow::Borrowed(path),
    }
}

/// Whether an absolute path of Windows names a device, as « NUL » does in every folder.
fn is_device(whole: &str) -> bool {
    whole.starts_with(r"\\.\")
}

/// An absolute path of Windows, told to the system as it is, when it or the name of a file beside it would otherwise be too long.
fn verbatim(whole: &str) -> Option<String> {
    /// 260 with the zero at its end, less what SQLite adds to a name.
    const USUAL: usize = 240;
    if whole.encode_utf16().count() < USUAL || whole.starts_with(r"\\?\") || is_device(whole) {
        return None;
    }
    match whole.strip_prefix(r"\\") {
        Some(share) => Some(format!(r"\\?\UNC\{share}")),
        None => Some(format!(r"\\?\{whole}")),
    }
}

/// Whether two paths name one file. Where upper and lower case are one (Windows, most Macs), « SHOP.ECRIN » is « Shop.ecrin »; whether
/// they are is asked of the system, and only about names that differ in nothing else.
pub(crate) fn is_same(a: &Path, b: &Path) -> bool {
    let alike = || a.to_string_lossy().to_lowercase() == b.to_string_lossy().to_lowercase();
    a == b || (alike() && matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b))
}

#[cfg(test)]
mod tests {
    use super::{is_device, verbatim};

    #[test]
    fn only_long_paths_are_told_as_they_are() {
        let name = "é".repeat(250);
        assert_eq!(verbatim(r"C:\Boutique\clients.ecrin"), None);
        assert_eq!(verbatim(&format!(r"C:\{name}.ecrin")), Some(format!(r"\\?\C:\{name}.ecrin")));
        assert_eq!(verbatim(&format!(r"\\?\C:\{name}.ecrin")), None);
    }

    #[test]
    fn a_share_of_the_network_keeps_its_server() {
        let name = "a".repeat(250);
        assert_eq!(verbatim(&format!(r"\\caisse\clients\{name}")), Some(format!(r"\\?\UNC\caisse\clients\{name}")));
        assert_eq!(verbatim(r"\\caisse\clients\boutique.ecrin"), None);
    }

    #[test]
    fn devices_are_told_from_files_and_shares() {
        assert!(is_device(r"\\.\NUL"));
        for file in [r"C:\NULLE.ecrin", r"\\serveur\.\boutique.ecrin", r"\\?\C:\boutique.ecrin"] {
            assert!(!is_device(file), "{file}");
        }
    }
}
