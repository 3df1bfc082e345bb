//! Files of generated clients, made once and kept: a million takes a minute or two.
//!
//! A file's name says of how many clients and of which sources it is made, so that one made by other migrations, another way of folding
//! words or another generator is not taken for a current one. The clock stands still: the same sources make the same clients.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use ecrin_core::clock::{Clock, StillClock};
use ecrin_core::demonstration::{DEMONSTRATION_PASSPHRASE, DEMONSTRATION_SHOP_NAME, DemoClient, clients};
use ecrin_core::shop::{NewShop, Shop};
use ecrin_core::{FileKey, Unlock};

use crate::{Result, folder};

/// Any number would do; every file and table is made with this one unless another is asked for.
pub const SEED: u64 = 19_200;

/// All that decides what is in a file, below the root.
const SOURCES: [&str; 15] = [
    "assets/demonstration",
    "src-tauri/core/src/clients",
    "src-tauri/core/src/consents",
    "src-tauri/core/src/demonstration",
    "src-tauri/core/src/phones",
    "src-tauri/core/src/shop/demonstration.rs",
    "src-tauri/core/src/shop/recorder.rs",
    "src-tauri/core/src/store/clients",
    "src-tauri/core/src/store/consents",
    "src-tauri/core/src/store/migrations",
    "src-tauri/core/src/store/pieces",
    "src-tauri/core/src/store/schema.rs",
    "src-tauri/core/src/store/search/names.rs",
    "src-tauri/core/src/store/search/words.rs",
    "src-tauri/core/src/text",
];

/// 2026-01-01T00:00Z, for every file of every part.
pub const STILL: StillClock = StillClock(1_767_225_600_000);

/// The file of this many clients of this seed, made if it is missing. `tell` hears how many are written.
///
/// # Errors
/// What making a file may say, a full disk above all: a million clients need about a gigabyte.
pub fn of(seed: u64, count: u64, tell: &mut dyn FnMut(u64)) -> Result<PathBuf> {
    let path = folder()?.join(format!("shop-of-{count}-{seed}-{}.ecrin", digest(&[])?));
    if path.exists() {
        return Ok(path);
    }
    remove_older(&format!("shop-of-{count}-"))?;
    let partial = path.with_extension("partial");
    let new = NewShop { name: DEMONSTRATION_SHOP_NAME, passphrase: DEMONSTRATION_PASSPHRASE, demonstration: false };
    let mut shop = Shop::create(&partial, new, Box::new(STILL))?;
    shop.add_fictional_clients(seed, count, &mut |written| {
        tell(written);
        true
    })?;
    drop(shop);
    fs::rename(&partial, &path)?;
    Ok(path)
}

/// The same invented people whom a file of this many of this seed holds.
pub fn people(seed: u64, count: u64) -> impl Iterator<Item = DemoClient> {
    clients(seed, count, STILL.now())
}

/// Opens a file as the window does where the system keeps its key: without deriving one from the passphrase.
///
/// # Errors
/// As [`Shop::open`].
pub fn open(path: &Path, key: &FileKey) -> Result<Shop> {
    Ok(Shop::open(path, Unlock::Key(key.clone()), Box::new(STILL))?)
}

/// Opens a file with its public passphrase.
///
/// # Errors
/// As [`Shop::open`].
pub fn unlock(path: &Path) -> Result<Shop> {
    Ok(Shop::open(path, Unlock::Passphrase(DEMONSTRATION_PASSPHRASE), Box::new(STILL))?)
}

/// Sixteen characters that change with whatever decides what is in a shop file, and with `more` sources, named from the root.
///
/// # Errors
/// When the sources are not where they were when this was compiled.
pub fn digest(more: &[&str]) -> Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("."));
    let mut hasher = DefaultHasher::new();
    for source in SOURCES.iter().chain(more) {
        let path = root.join(source);
        let mut files = vec![path.clone()];
        if path.is_dir() {
            files = fs::read_dir(&path)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
            files.retain(|file| file.is_file() && file.file_stem().is_some_and(|stem| stem != "tests"));
            files.sort();
        }
        for file in files {
            let content = fs::read(&file).map_err(|error| Error::other(format!("{}: {error}", file.display())))?;
            (file.file_name(), content).hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Removes what other sources made, and what an interrupted run left.
///
/// # Errors
/// When something cannot be removed.
pub fn remove_older(beginning: &str) -> Result<()> {
    for entry in fs::read_dir(folder()?)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(beginning) {
            match fs::remove_file(entry.path()) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
    }
    Ok(())
}
