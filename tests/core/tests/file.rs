//! The file: created, opened, refused, left untouched, copied.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;

use ecrin_core::clock::SystemClock;
use ecrin_core::shop::{NewShop, Shop};
use ecrin_core::{Error, FileKey, Unlock, identify};
use ecrin_core_tests::{PASSPHRASE, TestShop};

const HEADER: usize = 8192;

fn closed_shop() -> TestShop {
    let mut shop = TestShop::at("2018-12-14T08:31");
    for n in 0..300 {
        shop.client(&format!("NOM{n} Prénom, 19200 USSEL"));
    }
    shop.close();
    shop
}

/// Opening must say `expected` and leave every byte as it was.
fn expect_refused(shop: &TestShop, expected: fn(&Error) -> bool) {
    let before = fs::read(shop.path()).unwrap();
    let refused = shop.try_open(PASSPHRASE).map(|_| ()).unwrap_err();
    assert!(expected(&refused), "{refused:?}");
    assert!(before == fs::read(shop.path()).unwrap(), "the file was touched");
    let beside: Vec<_> =
        fs::read_dir(shop.path().parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 1, "left beside it: {beside:?}");
}

#[test]
fn one_file_is_all_there_is_and_it_tells_nothing() {
    let shop = closed_shop();
    let beside = fs::read_dir(shop.path().parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "no log or key file is left behind");
    let bytes = fs::read(shop.path()).unwrap();
    for secret in ["USSEL", "NOM1", "Maison", "SQLite format", "CREATE TABLE", PASSPHRASE] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "« {secret} » is readable");
    }
}

#[test]
fn a_wrong_passphrase_is_refused() {
    expect_refused_with(&closed_shop(), "vitrine+2024!");
}

fn expect_refused_with(shop: &TestShop, passphrase: &str) {
    let before = fs::read(shop.path()).unwrap();
    assert!(matches!(shop.try_open(passphrase), Err(Error::PassphraseWrong)));
    assert!(before == fs::read(shop.path()).unwrap());
}

#[test]
fn a_file_cut_anywhere_is_refused_untouched() {
    let shop = closed_shop();
    let whole = fs::read(shop.path()).unwrap();
    for keep in [HEADER + 100, HEADER + 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        fs::write(shop.path(), &whole[..keep]).unwrap();
        expect_refused(&shop, |error| matches!(error, Error::FileCorrupt));
    }
    for keep in [0, 4] {
        fs::write(shop.path(), &whole[..keep]).unwrap();
        expect_refused(&shop, |error| matches!(error, Error::NotEcrin));
    }
}

#[test]
fn a_damaged_first_page_is_refused_untouched() {
    let shop = closed_shop();
    let mut bytes = fs::read(shop.path()).unwrap();
    bytes[HEADER + 500] ^= 0xff;
    fs::write(shop.path(), &bytes).unwrap();
    expect_refused(&shop, |error| matches!(error, Error::FileCorrupt));
}

#[test]
fn a_damaged_page_in_the_middle_is_found_by_verify() {
    let shop = closed_shop();
    let mut bytes = fs::read(shop.path()).unwrap();
    let middle = HEADER + (bytes.len() - HEADER) / 8192 * 4096 + 700;
    bytes[middle] ^= 0xff;
    fs::write(shop.path(), &bytes).unwrap();
    let verdict = shop.try_open(PASSPHRASE).and_then(|shop| shop.verify());
    assert!(
        verdict.as_ref().is_ok_and(|problems| !problems.is_empty()) || matches!(verdict, Err(Error::FileCorrupt)),
        "{verdict:?}"
    );
}

#[test]
fn a_newer_format_is_refused_untouched() {
    let shop = closed_shop();
    let mut bytes = fs::read(shop.path()).unwrap();
    bytes[8] = 2;
    bytes[4096 + 8] = 2;
    fs::write(shop.path(), &bytes).unwrap();
    expect_refused(&shop, |error| matches!(error, Error::FileNewer { found: 2, supported: 1 }));
}

#[test]
fn other_files_are_not_taken_for_ours() {
    let shop = closed_shop();
    for content in [&b"%PDF-1.7 not a shop"[..], b"SQLite format 3\0", b"civilite;nom;prenom\r\n"] {
        fs::write(shop.path(), content).unwrap();
        expect_refused(&shop, |error| matches!(error, Error::NotEcrin));
    }
}

#[test]
fn creating_never_replaces_a_file_and_leaves_nothing_on_failure() {
    let folder = tempfile::tempdir().unwrap();
    let new = NewShop { name: "Boutique", passphrase: PASSPHRASE, demonstration: false };
    let taken = folder.path().join("pris.ecrin");
    fs::write(&taken, b"precious").unwrap();
    assert!(matches!(Shop::create(&taken, new, Box::new(SystemClock)), Err(Error::FileExists)));
    assert_eq!(fs::read(&taken).unwrap(), b"precious");
    let nowhere = folder.path().join("absent").join("x.ecrin");
    assert!(matches!(Shop::create(&nowhere, new, Box::new(SystemClock)), Err(Error::FileMissing)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_key_kept_by_the_system_opens_without_a_passphrase() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let key = shop.shop().key().as_bytes().to_vec();
    shop.close();
    let key = FileKey::from_bytes(&key).unwrap();
    assert!(Shop::open(shop.path(), Unlock::Key(key), Box::new(SystemClock)).is_ok());
    let other = FileKey::from_bytes(&[7; 32]).unwrap();
    assert!(matches!(
        Shop::open(shop.path(), Unlock::Key(other), Box::new(SystemClock)),
        Err(Error::FileCorrupt | Error::PassphraseWrong)
    ));
}

#[test]
fn a_new_passphrase_replaces_the_old_one_and_keeps_the_data() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    shop.client("DUPONT Laura");
    assert!(matches!(shop.shop().change_passphrase("court"), Err(Error::PassphraseWeak)));
    shop.shop().change_passphrase("cheval plume orage sapin tiroir lampe verger").unwrap();
    shop.close();
    assert!(matches!(shop.try_open(PASSPHRASE), Err(Error::PassphraseWrong)));
    let opened = shop.try_open("cheval plume orage sapin tiroir lampe verger").unwrap();
    assert_eq!(opened.clients().unwrap(), 1);
}

#[test]
fn a_backup_opens_with_the_same_passphrase_and_holds_everything() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    shop.client("DUPONT Laura, 19200 USSEL");
    let folder = tempfile::tempdir().unwrap();
    let (path, changes) = shop.shop().back_up(folder.path()).unwrap();
    assert!(changes.shop);
    let (second, _) = shop.shop().back_up(folder.path()).unwrap();
    assert_ne!(path, second, "a backup never replaces another");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    let copy = Shop::open(&path, Unlock::Passphrase(PASSPHRASE), Box::new(SystemClock)).unwrap();
    assert_eq!((copy.clients().unwrap(), copy.verify().unwrap()), (1, vec![]));
    assert_eq!(identify(&path).unwrap(), identify(shop.path()).unwrap());
    assert!(matches!(shop.shop().back_up(&folder.path().join("absent")), Err(Error::FileMissing)));
}

#[test]
fn an_unfinished_backup_is_left_to_whoever_writes_it() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let folder = tempfile::tempdir().unwrap();
    let (first, _) = shop.shop().back_up(folder.path()).unwrap();
    let partial = format!("{}.partiel", first.display());
    fs::rename(&first, &partial).unwrap();
    let (second, _) = shop.shop().back_up(folder.path()).unwrap();
    assert_ne!(first, second, "another program is about to give its copy that name");
    assert!(fs::exists(&partial).unwrap(), "another program's copy was removed");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_file_held_by_another_program_is_said_to_be_busy() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let path = shop.path().to_owned();
    // Another Écrin in the middle of a long write.
    let (started, begun) = std::sync::mpsc::channel();
    let (release, released) = std::sync::mpsc::channel();
    let writer = std::thread::spawn({
        let mut other = shop.try_open(PASSPHRASE).unwrap();
        move || {
            other.add_fictional_clients(1, 2000, &mut |written| {
                if written == 1000 {
                    started.send(()).unwrap();
                    released.recv().unwrap();
                }
                true
            })
        }
    });
    begun.recv().unwrap();
    let input = ecrin_core_tests::client("DUPONT Laura");
    assert!(matches!(shop.shop().create_client(&input), Err(Error::FileBusy)));
    assert_eq!(shop.search("nom", false).total, 0, "reading goes on meanwhile");
    release.send(()).unwrap();
    writer.join().unwrap().unwrap();
    assert!(shop.shop().create_client(&input).is_ok(), "and the save succeeds afterwards");
    assert!(path.exists());
}

#[test]
fn everything_is_whole_after_a_life_of_writes() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    shop.shop().add_fictional_clients(3, 400, &mut |_| true).unwrap();
    for number in 1..60 {
        match number % 3 {
            0 => drop(shop.edit(number, |client| client.town = "AILLEURS".into())),
            1 => drop(shop.shop().set_inactive(number, "parti").unwrap()),
            _ => drop(shop.shop().set_active(number).unwrap()),
        }
    }
    while shop.shop().undo().is_ok() {}
    shop.reopen();
    assert_eq!(shop.shop().verify().unwrap(), Vec::<String>::new());
}
