//! Movements, and reminders of repairs that are ready.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::{ApiError, Desk, Empty};
use crate::clients::ClientNumber;
use crate::movements::{
    Movement, MovementId, MovementInput, MovementPage, MovementRequest, MovementState, RemindersRequest, RemindersSent,
    RepairReminders, RepairsDue, SendReminders,
};

/// A movement to be written down.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateMovementRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// What.
    pub movement: MovementInput,
}

/// What a movement becomes.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveMovementRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: MovementId,
    /// The revision that was read.
    #[ts(type = "number")]
    pub revision: i64,
    /// What it becomes.
    pub movement: MovementInput,
}

/// A repair that goes to another state.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct MoveRepairRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: MovementId,
    /// The revision that was read.
    #[ts(type = "number")]
    pub revision: i64,
    /// Where it goes.
    pub state: MovementState,
    /// Since when; `null` for today.
    #[ts(type = "string | null")]
    pub on: Option<NaiveDate>,
}

/// A movement as it was read.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct RemoveMovementRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: MovementId,
    /// The revision that was read.
    #[ts(type = "number")]
    pub revision: i64,
}

pub(super) fn movements(desk: &Desk, request: MovementRequest) -> Result<MovementPage, ApiError> {
    let request = MovementRequest { limit: request.limit.clamp(1, 500), ..request };
    Ok(desk.open_shop()?.reading().rows().movements(&request)?)
}

pub(super) fn create_movement(desk: &Desk, request: CreateMovementRequest) -> Result<Movement, ApiError> {
    let outcome = desk.open_shop()?.writing().create_movement(request.number, &request.movement)?;
    Ok(tell(desk, outcome))
}

pub(super) fn save_movement(desk: &Desk, request: SaveMovementRequest) -> Result<Movement, ApiError> {
    let outcome = desk.open_shop()?.writing().save_movement(request.id, request.revision, &request.movement)?;
    Ok(tell(desk, outcome))
}

pub(super) fn move_repair(desk: &Desk, request: MoveRepairRequest) -> Result<Movement, ApiError> {
    let MoveRepairRequest { id, revision, state, on } = request;
    let outcome = desk.open_shop()?.writing().move_repair(id, revision, state, on)?;
    Ok(tell(desk, outcome))
}

pub(super) fn remove_movement(desk: &Desk, request: RemoveMovementRequest) -> Result<Empty, ApiError> {
    let outcome = desk.open_shop()?.writing().remove_movement(request.id, request.revision)?;
    tell(desk, outcome);
    Ok(Empty {})
}

pub(super) fn repairs_due(desk: &Desk, _: Empty) -> Result<RepairsDue, ApiError> {
    Ok(desk.open_shop()?.reading().repairs_due(Desk::clock().now())?)
}

pub(super) fn repair_reminders(desk: &Desk, request: RemindersRequest) -> Result<RepairReminders, ApiError> {
    Ok(desk.open_shop()?.reading().repair_reminders(&request, Desk::clock().now())?)
}

pub(super) fn send_reminders(desk: &Desk, request: SendReminders) -> Result<RemindersSent, ApiError> {
    let outcome = desk.open_shop()?.writing().send_reminders(&request)?;
    Ok(tell(desk, outcome))
}
