//! Creating, opening, closing, checking and copying a shop file.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::desk::OpenShop;
use super::session::{info, remember};
use super::{ApiError, Desk, Empty, Progress, ShopInfo};
use crate::consents::Broken;
use crate::demonstration::{DEMONSTRATION_PASSPHRASE, DEMONSTRATION_SHOP_NAME};
use crate::passphrase::{self, PassphraseWeakness};
use crate::shop::{NewShop, Shop};
use crate::{Error, FileKey, Unlock, identify, store};

/// A file to be made.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateShopRequest {
    /// « Nom de la boutique ».
    pub shop_name: String,
    /// Where; the folder is made if it is missing.
    pub path: String,
    /// Opens the file.
    pub passphrase: String,
    /// Whether the system keeps the key, so that opening asks nothing here.
    pub remember: bool,
}

/// A file to be opened.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct OpenShopRequest {
    /// Where it is.
    pub path: String,
    /// `null` tries the key that the system keeps.
    pub passphrase: Option<String>,
    /// As for creation.
    pub remember: bool,
}

/// A file by its path.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct FileRequest {
    /// Where it is.
    pub path: String,
}

/// A passphrase to be rated.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct PassphraseRequest {
    /// As typed so far.
    pub passphrase: String,
}

/// What a passphrase lacks.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct PassphraseRating {
    /// `null`: it is strong enough.
    pub weakness: Option<PassphraseWeakness>,
}

/// Where a copy goes.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct BackUpRequest {
    /// An existing folder.
    pub folder: String,
}

/// A verified copy.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct BackUpResult {
    /// Where it is.
    pub path: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
}

/// What checking a file found.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct VerifyReport {
    /// Whether all is well, the chain of decisions included.
    #[ts(type = "'ok' | 'broken'")]
    pub integrity: String,
    /// How many clients the file has.
    #[ts(type = "number")]
    pub clients: i64,
    /// What is wrong, in words for a support call.
    pub problems: Vec<String>,
    /// How many decisions of the chain hold; `null` where the file is too damaged to read them.
    #[ts(type = "number | null")]
    pub decisions: Option<u64>,
    /// The seal of the newest one, 64 hexadecimal digits; `null` as above.
    pub head: Option<String>,
    /// The first decision that does not hold.
    pub broken: Option<Broken>,
}

pub(super) fn rate_passphrase(_: &Desk, request: PassphraseRequest) -> Result<PassphraseRating, ApiError> {
    Ok(PassphraseRating { weakness: passphrase::weakness(&request.passphrase) })
}

pub(super) fn create_shop(desk: &Desk, request: CreateShopRequest) -> Result<ShopInfo, ApiError> {
    if passphrase::weakness(&request.passphrase).is_some() {
        return Err(Error::PassphraseWeak.into());
    }
    desk.beginning().wait(None);
    let path = Path::new(&request.path);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(Error::from)?;
    }
    let new = NewShop { name: &request.shop_name, passphrase: &request.passphrase, demonstration: false };
    let shop = Shop::create(path, new, Desk::clock())?;
    put(desk, shop, request.remember)
}

pub(super) fn open_shop(desk: &Desk, request: OpenShopRequest) -> Result<ShopInfo, ApiError> {
    if desk.beginning().wait(None)
        && request.passphrase.is_none()
        && let Ok(open) = desk.open_shop()
        && open.path == Path::new(&request.path)
    {
        return info(&open);
    }
    open_file(desk, request)
}

/// Opens a file whose key the system keeps, or the demonstration.
pub(super) fn open_by_itself(desk: &Desk, path: &str) -> Result<ShopInfo, ApiError> {
    open_file(desk, OpenShopRequest { path: path.to_owned(), passphrase: None, remember: false })
}

fn open_file(desk: &Desk, request: OpenShopRequest) -> Result<ShopInfo, ApiError> {
    let path = Path::new(&request.path);
    let identity = match desk.open_shop() {
        // Not read again: closing a second handle would give up the locks of the first.
        Ok(open) if open.path == path => open.writing().identity().clone(),
        _ => identify(path)?,
    };
    let kept = desk.credentials().get(&identity.file_id).as_deref().and_then(FileKey::from_bytes);
    if request.passphrase.is_none() && kept.is_none() && !identity.demonstration {
        return Err(Error::PassphraseNeeded.into());
    }
    // The file on the desk is let go of first: it may be this one.
    desk.clear();
    let shop = match (&request.passphrase, kept) {
        (Some(passphrase), _) => Shop::open(path, Unlock::Passphrase(passphrase), Desk::clock())?,
        (None, _) if identity.demonstration => {
            Shop::open(path, Unlock::Passphrase(DEMONSTRATION_PASSPHRASE), Desk::clock())?
        }
        (None, None) => return Err(Error::PassphraseNeeded.into()),
        (None, Some(key)) => match Shop::open(path, Unlock::Key(key), Desk::clock()) {
            // A damaged file or a key that is not its own: only the passphrase can tell.
            Err(Error::FileCorrupt) => return Err(Error::PassphraseNeeded.into()),
            opened => opened?,
        },
    };
    if request.passphrase.is_some() && !request.remember {
        desk.credentials().delete(&identity.file_id);
    }
    put(desk, shop, request.remember)
}

pub(super) fn open_demonstration(desk: &Desk, _: Empty) -> Result<ShopInfo, ApiError> {
    /// As many as a small shop has.
    const CLIENTS: u64 = 500;
    /// Any number would do; this one gives a pleasant first page.
    const SEED: u64 = 19_200;
    desk.beginning().wait(None);
    let folder = &desk.folders().data;
    std::fs::create_dir_all(folder).map_err(Error::from)?;
    let path = folder.join("démonstration.ecrin");
    desk.clear();
    match Shop::open(&path, Unlock::Passphrase(DEMONSTRATION_PASSPHRASE), Desk::clock()) {
        Ok(shop) => return put(desk, shop, false),
        Err(Error::FileMissing) => {}
        Err(error) => return Err(error.into()),
    }
    // Made under another name, so that an interrupted start leaves no half demonstration behind.
    let partial = folder.join("démonstration.partiel");
    for name in ["démonstration.partiel", "démonstration.partiel.partiel"] {
        store::remove(&folder.join(name));
    }
    let new = NewShop { name: DEMONSTRATION_SHOP_NAME, passphrase: DEMONSTRATION_PASSPHRASE, demonstration: true };
    let mut shop = Shop::create(&partial, new, Desk::clock())?;
    shop.add_fictional_clients(SEED, CLIENTS, &mut |done| {
        desk.events().progress(&Progress::Demonstration { phase: "writing".into(), done, total: CLIENTS });
        true
    })?;
    shop.add_fictional_movements(SEED)?;
    shop.add_fictional_subscriptions()?;
    shop.add_fictional_lists()?;
    drop(shop);
    std::fs::rename(&partial, &path).map_err(Error::from)?;
    put(desk, Shop::open(&path, Unlock::Passphrase(DEMONSTRATION_PASSPHRASE), Desk::clock())?, false)
}

pub(super) fn close_shop(desk: &Desk, _: Empty) -> Result<Empty, ApiError> {
    desk.beginning().wait(None);
    desk.clear();
    desk.change_saved(|saved| saved.left_open = None);
    Ok(Empty {})
}

pub(super) fn back_up(desk: &Desk, request: BackUpRequest) -> Result<BackUpResult, ApiError> {
    let open = desk.open_shop()?;
    let (path, changes) = open.writing().back_up(Path::new(&request.folder))?;
    desk.events().changed(&changes);
    let at = open.reading().rows().shop()?.backed_up_at.unwrap_or_default();
    Ok(BackUpResult { path: path.to_string_lossy().into_owned(), at })
}

pub(super) fn verify(desk: &Desk, _: Empty) -> Result<VerifyReport, ApiError> {
    let open = desk.open_shop()?;
    // A connection of its own: checking a large file takes seconds, during which the counter goes on.
    let reading = {
        let shop = open.writing();
        shop.store().fold_log()?;
        shop.reader()?
    };
    let problems = reading.rows().problems()?;
    let chain = match reading.rows().check_chain(&open.file_id, None) {
        Ok(report) => Some(report),
        // What is unreadable was said already.
        Err(_) if !problems.is_empty() => None,
        Err(error) => return Err(error.into()),
    };
    let (decisions, head) = chain.as_ref().map(|chain| (chain.decisions, chain.head.clone())).unzip();
    let broken = chain.and_then(|chain| chain.broken);
    let integrity = if problems.is_empty() && broken.is_none() { "ok" } else { "broken" }.into();
    let clients = reading.rows().counts()?.clients;
    Ok(VerifyReport { integrity, clients, problems, decisions, head, broken })
}

fn put(desk: &Desk, mut shop: Shop, keep_key: bool) -> Result<ShopInfo, ApiError> {
    let file_id = shop.identity().file_id.clone();
    if keep_key {
        desk.credentials().set(&file_id, shop.key().as_bytes());
    }
    if let Some(operator) = desk.saved().operators.get(&file_id) {
        shop.choose_operator(operator)?;
    }
    let open = desk.put(shop)?;
    let shop = info(&open)?;
    remember(desk, &shop, now());
    Ok(shop)
}

fn now() -> i64 {
    Desk::clock().now()
}

/// Remembers who is at this counter, by file.
pub(super) fn remember_operator(desk: &Desk, open: &OpenShop, name: &str) {
    desk.change_saved(|saved| {
        saved.operators.insert(open.file_id.clone(), name.to_owned());
    });
}
