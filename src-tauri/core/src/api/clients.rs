//! Searching, reading and writing clients.

use serde::{Deserialize, Serialize};

use super::desk::OpenShop;
use super::files::remember_operator;
use super::session::info;
use super::{ApiError, Desk, Empty, ShopInfo};
use crate::Error;
use crate::clients::{ClientCheck, ClientGlance, ClientInput, ClientNumber, ClientRecord, ClientRow};
use crate::journal::JournalPage;
use crate::postcodes;
use crate::search::{SearchRequest, SearchResults, SearchTowns, SearchTownsRequest};
use crate::shop::{Outcome, UndoState};

/// A client by number.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ClientRequest {
    /// The client's number.
    #[ts(type = "number")]
    pub number: ClientNumber,
}

/// At most so many.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct LimitRequest {
    /// At most so many.
    pub limit: u32,
}

/// What is typed so far.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CheckRequest {
    /// The fields.
    pub client: ClientInput,
    /// The record being edited, `null` for a new one.
    #[ts(type = "number | null")]
    pub number: Option<ClientNumber>,
}

/// A new record.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateRequest {
    /// The fields.
    pub client: ClientInput,
}

/// An edited record.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The revision that was read.
    #[ts(type = "number")]
    pub revision: i64,
    /// The fields.
    pub client: ClientInput,
}

/// « Inactif », on or off.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct InactiveRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// On or off.
    pub inactive: bool,
    /// Why, or empty.
    pub reason: String,
}

/// Some of a record's journal.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct JournalRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Entries older than this one; `null` for the newest.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// A postcode.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct PostcodeRequest {
    /// As typed.
    pub postcode: String,
}

/// A name.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct NameRequest {
    /// As typed.
    pub name: String,
}

pub(super) fn search_clients(desk: &Desk, request: SearchRequest) -> Result<SearchResults, ApiError> {
    Ok(desk.open_shop()?.searching().search(&request)?)
}

/// On a connection of its own, so that a keystroke and a glance at a client do not wait for the towns of a large file.
pub(super) fn search_towns(desk: &Desk, request: SearchTownsRequest) -> Result<SearchTowns, ApiError> {
    Ok(desk.open_shop()?.listing()?.search_towns(&request)?)
}

pub(super) fn recent_clients(desk: &Desk, request: LimitRequest) -> Result<Vec<ClientRow>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().recent_clients(request.limit)?)
}

pub(super) fn client(desk: &Desk, request: ClientRequest) -> Result<ClientRecord, ApiError> {
    let open = desk.open_shop()?;
    let reading = open.reading();
    Ok(reading.rows().client(reading.rows().living(request.number)?)?)
}

pub(super) fn client_glance(desk: &Desk, request: ClientRequest) -> Result<ClientGlance, ApiError> {
    Ok(desk.open_shop()?.reading().rows().client_glance(request.number)?)
}

/// Opens a record, or the one that it went into.
pub(super) fn open_client(desk: &Desk, request: ClientRequest) -> Result<ClientRecord, ApiError> {
    let open = desk.open_shop()?;
    match opened(&open, request.number) {
        Err(Error::ClientMerged(_, living)) => Ok(opened(&open, living)?),
        record => Ok(record?),
    }
}

fn opened(open: &OpenShop, number: ClientNumber) -> crate::Result<ClientRecord> {
    // An import has the right to write from its first row to its last: reading a record does not wait for that.
    if open.importing.goes_on() {
        return open.reading().rows().client(number);
    }
    match open.writing().open_client(number) {
        Ok(outcome) => Ok(outcome.value),
        // A full disk must not keep a clerk from reading a record: only the memory of having opened it is lost.
        Err(error) => open.reading().rows().client(number).map_err(|_| error),
    }
}

pub(super) fn check_client(desk: &Desk, request: CheckRequest) -> Result<ClientCheck, ApiError> {
    Ok(desk.open_shop()?.reading().check_client(&request.client, request.number)?)
}

pub(super) fn create_client(desk: &Desk, request: CreateRequest) -> Result<ClientRecord, ApiError> {
    let outcome = desk.open_shop()?.writing().create_client(&request.client)?;
    Ok(tell(desk, outcome))
}

pub(super) fn save_client(desk: &Desk, request: SaveRequest) -> Result<ClientRecord, ApiError> {
    let outcome = desk.open_shop()?.writing().save_client(request.number, request.revision, &request.client)?;
    Ok(tell(desk, outcome))
}

pub(super) fn set_inactive(desk: &Desk, request: InactiveRequest) -> Result<ClientRecord, ApiError> {
    let open = desk.open_shop()?;
    let mut shop = open.writing();
    let outcome = if request.inactive {
        shop.set_inactive(request.number, &request.reason)?
    } else {
        shop.set_active(request.number)?
    };
    drop(shop);
    Ok(tell(desk, outcome))
}

pub(super) fn undo_state(desk: &Desk, _: Empty) -> Result<Option<UndoState>, ApiError> {
    Ok(desk.open_shop()?.writing().undo_state())
}

pub(super) fn undo(desk: &Desk, _: Empty) -> Result<ClientRecord, ApiError> {
    let outcome = desk.open_shop()?.writing().undo()?;
    Ok(tell(desk, outcome))
}

pub(super) fn journal(desk: &Desk, request: JournalRequest) -> Result<JournalPage, ApiError> {
    Ok(desk.open_shop()?.reading().rows().journal(request.number, request.before, request.limit.clamp(1, 200))?)
}

pub(super) fn towns_of_postcode(_: &Desk, request: PostcodeRequest) -> Result<Vec<String>, ApiError> {
    Ok(postcodes::towns(&request.postcode).into_iter().map(Into::into).collect())
}

pub(super) fn origins(desk: &Desk, _: Empty) -> Result<Vec<String>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().origins()?)
}

pub(super) fn operators(desk: &Desk, _: Empty) -> Result<Vec<String>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().operators()?)
}

pub(super) fn choose_operator(desk: &Desk, request: NameRequest) -> Result<ShopInfo, ApiError> {
    let open = desk.open_shop()?;
    let (outcome, before, name) = {
        let mut shop = open.writing();
        let before = shop.operator().to_owned();
        (shop.choose_operator(&request.name)?, before, shop.operator().to_owned())
    };
    open.set_operator(&name);
    if name != before {
        // Who comes to the counter did not give the manager's code.
        open.set_unlocked(None);
    }
    remember_operator(desk, &open, &name);
    desk.events().changed(&outcome.changes);
    info(&open)
}

/// Passes on what changed and gives the verb's answer.
pub(super) fn tell<T>(desk: &Desk, outcome: Outcome<T>) -> T {
    desk.events().changed(&outcome.changes);
    if outcome.changes.messages {
        desk.ring();
    }
    outcome.value
}
