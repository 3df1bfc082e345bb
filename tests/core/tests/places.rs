//! Where files lie, on every system: long paths, odd names, two spellings of one name, files that others hold.
//!
//! `cargo xtask cross` also runs these as Windows programs under Wine. Where Wine is more lenient than Windows, the test says so.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use ecrin_core::clock::SystemClock;
use ecrin_core::documents::write_new;
use ecrin_core::shop::{NewShop, Shop};
use ecrin_core::{Error, Result, Unlock, identify};
use ecrin_core_tests::imports::import;
use ecrin_core_tests::{PASSPHRASE, client};

fn create(path: &Path) -> Result<Shop> {
    let new = NewShop { name: "Maison d’essai", passphrase: PASSPHRASE, demonstration: false };
    Shop::create(path, new, Box::new(SystemClock))
}

fn open(path: &Path) -> Result<Shop> {
    Shop::open(path, Unlock::Passphrase(PASSPHRASE), Box::new(SystemClock))
}

/// Everything that a shop does with its file, at this place.
fn lives_at(path: &Path) {
    let folder = path.parent().unwrap();
    let mut shop = create(path).unwrap();
    let number = shop.create_client(&client("DUPONT Laura, 19200 USSEL")).unwrap().value.number;
    // Another window of the same file, while the log holds what the file lacks.
    let other = open(path).unwrap();
    assert_eq!(other.client(number).unwrap().client.last_name, "DUPONT");
    drop(other);
    let (copy, _) = shop.back_up(folder).unwrap();
    shop.change_passphrase("Comptoir+2026!").unwrap();
    let table = folder.join("clients de l’été.csv");
    fs::write(&table, "Nom;E-mail\r\nMARTIN;\r\nDURAND;sans arobase\r\n").unwrap();
    let report = import(&mut shop, &table).unwrap();
    assert_eq!((report.imported, report.rejected), (1, 1));
    assert!(fs::exists(report.rejects_path.unwrap()).unwrap());
    drop(shop);

    assert!(matches!(open(path), Err(Error::PassphraseWrong)));
    let shop = Shop::open(path, Unlock::Passphrase("Comptoir+2026!"), Box::new(SystemClock)).unwrap();
    assert_eq!((shop.clients().unwrap(), shop.verify().unwrap()), (2, vec![]));
    drop(shop);
    assert_eq!(identify(path).unwrap(), identify(&copy).unwrap());
    assert_eq!(open(&copy).unwrap().clients().unwrap(), 1);
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 4, "the shop, its copy, the table and its rejects, nothing else: {names:?}");
}

/// A folder below a temporary one.
fn folder_named(name: &str) -> (tempfile::TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join(name);
    fs::create_dir_all(&folder).unwrap();
    (root, folder)
}

/// Whether the system takes upper and lower case for one, as it answers in this folder.
fn ignores_case(folder: &Path) -> bool {
    let probe = folder.join("Casse");
    fs::write(&probe, "").unwrap();
    let ignores = folder.join("CASSE").exists();
    fs::remove_file(probe).unwrap();
    ignores
}

#[test]
fn names_with_spaces_and_accents() {
    let (_root, folder) = folder_named("Clients de l’été 2026");
    lives_at(&folder.join("Bijouterie Çà & Là - Œuvre n° 1.ecrin"));
}

#[test]
fn names_that_mean_something_in_an_address() {
    let (_root, folder) = folder_named("100 % or #1 + 2=3 %41");
    lives_at(&folder.join("a;b,c@d!e'f(g)[h]{i}~$^`.ecrin"));
}

#[cfg(unix)]
#[test]
fn names_that_windows_would_not_take() {
    let (_root, folder) = folder_named("C:");
    lives_at(&folder.join("quoi ? « a\\b » <|>*\".ecrin"));
    // Two slashes at the start are one, not a server's name.
    let (_root, folder) = folder_named("deux");
    lives_at(Path::new(&format!("/{}/boutique.ecrin", folder.display())));
}

#[test]
fn paths_of_more_than_260_characters() {
    let (_root, folder) = folder_named(&["un dossier dont le nom est déjà bien long"; 9].join("/"));
    let path = folder.join("boutique.ecrin");
    assert!(path.to_str().unwrap().chars().count() > 350);
    lives_at(&path);
}

/// The file itself fits, the names of its log and of an unfinished copy do not.
#[test]
fn paths_at_the_edge_of_260_characters() {
    let root = tempfile::tempdir().unwrap();
    for length in [238, 246, 254, 259] {
        let left = length - root.path().to_str().unwrap().len() - "//boutique.ecrin".len();
        let folder = root.path().join("d".repeat(left.min(120))).join("e".repeat(left.saturating_sub(121).max(1)));
        fs::create_dir_all(&folder).unwrap();
        lives_at(&folder.join("boutique.ecrin"));
    }
}

#[test]
fn every_end_of_line_is_read_the_same() {
    let (_root, folder) = folder_named("tables");
    for (name, end) in [("windows", "\r\n"), ("unix", "\n"), ("mac", "\r")] {
        let table = folder.join(format!("{name}.csv"));
        let lines = ["Nom;CP;Ville", "DUPONT;19200;USSEL", "\"NOËL\";75001;\"PARIS\"", ""];
        fs::write(&table, lines.join(end)).unwrap();
        let mut shop = create(&folder.join(format!("{name}.ecrin"))).unwrap();
        let report = import(&mut shop, &table).unwrap();
        assert_eq!((report.imported, report.rejected), (2, 0), "{name}");
        let towns: Vec<_> = (1..=2).map(|number| shop.client(number).unwrap().client.town).collect();
        assert_eq!(towns, ["USSEL", "PARIS"], "{name}");
    }
}

#[test]
fn a_file_is_one_whatever_the_case_of_its_name_where_the_system_says_so() {
    let (_root, folder) = folder_named("casse");
    let (path, shouted) = (folder.join("Boutique.ecrin"), folder.join("BOUTIQUE.ECRIN"));
    let mut shop = create(&path).unwrap();
    if !ignores_case(&folder) {
        // Two names are two files, and neither is taken for the other.
        assert!(matches!(open(&shouted), Err(Error::FileMissing)));
        assert_eq!(create(&shouted).unwrap().clients().unwrap(), 0);
        return;
    }
    assert!(matches!(create(&shouted), Err(Error::FileExists)));
    // Both write to one log, and each sees what the other wrote.
    let mut other = open(&shouted).unwrap();
    shop.create_client(&client("DUPONT Laura")).unwrap();
    other.create_client(&client("MARTIN Paul")).unwrap();
    assert_eq!((shop.clients().unwrap(), other.clients().unwrap()), (2, 2));
    drop((shop, other));
    assert_eq!(open(&path).unwrap().verify().unwrap(), Vec::<String>::new());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn nothing_is_overwritten_under_another_case() {
    let (_root, folder) = folder_named("documents");
    let (first, shouted) = (folder.join("Attestation.pdf"), folder.join("ATTESTATION.PDF"));
    write_new(&first, b"first").unwrap();
    let second = write_new(&shouted, b"second");
    if ignores_case(&folder) {
        assert!(matches!(second, Err(Error::FileExists)));
    } else {
        second.unwrap();
    }
    assert!(matches!(write_new(&first, b"again"), Err(Error::FileExists)));
    assert_eq!(fs::read(&first).unwrap(), b"first");
}

/// Holds a file so that nobody else may use it, as a spreadsheet or an antivirus does on Windows.
#[cfg(windows)]
fn hold(path: &Path) -> File {
    use std::os::windows::fs::OpenOptionsExt;
    File::options().read(true).share_mode(0).open(path).unwrap()
}

/// Holds a file as a script or a synchroniser does.
#[cfg(unix)]
fn hold(path: &Path) -> File {
    let file = File::open(path).unwrap();
    file.lock().unwrap();
    file
}

#[test]
fn a_shop_file_that_another_program_holds_is_busy_and_left_as_it_was() {
    let (_root, folder) = folder_named("tenu");
    let path = folder.join("boutique.ecrin");
    drop(create(&path).unwrap());
    let before = fs::read(&path).unwrap();
    let held = hold(&path);
    for refused in [open(&path).map(drop), identify(&path).map(drop)] {
        assert!(matches!(refused, Err(Error::FileBusy)), "{refused:?}");
    }
    assert!(matches!(create(&path), Err(Error::FileExists | Error::FileBusy)));
    drop(held);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    open(&path).unwrap();
}

#[cfg(windows)]
#[test]
fn a_shop_file_that_others_may_only_read_is_busy_too() {
    use std::os::windows::fs::OpenOptionsExt;
    const SHARE_READ: u32 = 1;
    let (_root, folder) = folder_named("lu");
    let path = folder.join("boutique.ecrin");
    drop(create(&path).unwrap());
    let held = File::options().read(true).share_mode(SHARE_READ).open(&path).unwrap();
    let refused = open(&path).map(drop);
    assert!(matches!(refused, Err(Error::FileBusy)), "{refused:?}");
    drop(held);
    open(&path).unwrap();
}

/// Elsewhere locks between programs are only advice, and reading a table goes on.
#[cfg(windows)]
#[test]
fn a_table_open_in_a_spreadsheet_is_busy() {
    use ecrin_core::imports::{ImportOptions, preview};

    let (_root, folder) = folder_named("tableau");
    let table = folder.join("clients.csv");
    fs::write(&table, "Nom\r\nDUPONT\r\n").unwrap();
    let held = hold(&table);
    assert!(matches!(preview(&table, &ImportOptions::default()), Err(Error::FileBusy)));
    drop(held);
    preview(&table, &ImportOptions::default()).unwrap();
}

#[test]
fn a_file_that_may_not_be_written_is_said_to_be_read_only() {
    let (_root, folder) = folder_named("lecture seule");
    let path = folder.join("boutique.ecrin");
    drop(create(&path).unwrap());
    let before = fs::read(&path).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    // root may write all the same, and Wine run by root too: then there is nothing to refuse.
    if File::options().write(true).open(&path).is_err() {
        let refused = open(&path).map(drop);
        assert!(matches!(refused, Err(Error::ReadOnly)), "{refused:?}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    #[allow(clippy::permissions_set_readonly_false, reason = "so that Windows can remove the temporary folder")]
    fs::set_permissions(&path, {
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(false);
        permissions
    })
    .unwrap();
}

/// Windows 11 takes names such as « aux.ecrin » for files, earlier ones and Wine for devices; either is right, losing data is not.
#[test]
fn a_name_that_is_a_device_holds_no_shop() {
    let (_root, folder) = folder_named("noms");
    for name in ["NUL", "nul.ecrin", "CON.ecrin", "aux.ecrin", "COM1.ecrin", "LPT1"] {
        let path = folder.join(name);
        match create(&path) {
            Ok(shop) => {
                drop(shop);
                assert_eq!(open(&path).unwrap().clients().unwrap(), 0, "{name}");
            }
            Err(error) => {
                assert!(cfg!(windows) && matches!(error, Error::FileExists), "{name}: {error:?}");
                assert!(matches!(identify(&path), Err(Error::NotEcrin)), "{name}");
            }
        }
    }
}

/// Windows drops dots and spaces at the end of a name; the log must be that of the file all the same.
#[test]
fn dots_and_spaces_at_the_end_of_a_name() {
    let (_root, folder) = folder_named("points");
    let path = folder.join("boutique.ecrin");
    let mut shop = create(&path).unwrap();
    shop.create_client(&client("DUPONT Laura")).unwrap();
    let dotted = folder.join("boutique.ecrin. .");
    if cfg!(windows) {
        assert!(matches!(create(&dotted), Err(Error::FileExists)));
        let mut other = open(&dotted).unwrap();
        other.create_client(&client("MARTIN Paul")).unwrap();
        assert_eq!(shop.clients().unwrap(), 2);
        drop((shop, other));
    } else {
        assert_eq!(create(&dotted).unwrap().clients().unwrap(), 0);
        drop(shop);
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), if cfg!(windows) { 1 } else { 2 });
}

/// `/` for `\` and steps up and down are the same place, for the log too.
#[test]
fn a_path_with_detours_is_the_same_file() {
    let (_root, folder) = folder_named("ici");
    let path = folder.join("boutique.ecrin");
    let detour = PathBuf::from(format!("{}/../ici/./boutique.ecrin", folder.display()));
    let mut shop = create(&detour).unwrap();
    let mut other = open(&path).unwrap();
    shop.create_client(&client("DUPONT Laura")).unwrap();
    other.create_client(&client("MARTIN Paul")).unwrap();
    assert_eq!((shop.clients().unwrap(), other.clients().unwrap()), (2, 2));
    drop((shop, other));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}
