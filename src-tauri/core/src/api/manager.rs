//! The manager code on the desk: what asks for it, and for how long it holds.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::desk::OpenShop;
use super::{ApiError, Desk, Empty};
use crate::Error;
use crate::manager::{ManagerState, UNLOCKED_FOR};

/// What the manager answers for. The counter works without any of it.
const RESERVED: &[&str] = &[
    "merge_clients",
    "undo_merge",
    "remove_client",
    "undo_import",
    "export_list",
    "export_excluded",
    "export_table",
    "exports",
    "save_export_register",
    "set_shop_identity",
    "create_indicator",
    "rename_indicator",
    "show_indicator",
    "order_indicators",
    "remove_indicator",
    "create_selection_code",
    "rename_selection_code",
    "order_selection_codes",
    "remove_selection_code",
    "create_mode",
    "rename_mode",
    "order_modes",
    "remove_mode",
    "create_wording",
    "create_template",
    "save_template",
    "remove_template",
    "order_templates",
    "set_rgpd_default",
    "set_mail_setup",
    "set_sms_setup",
    "test_mail_setup",
    "create_offer",
    "save_offer",
    "order_offers",
    "add_tariff",
];

/// Whether a command needs the manager code, where there is one.
pub(super) fn is_reserved(command: &str) -> bool {
    RESERVED.contains(&command)
}

/// A code, as typed.
#[derive(Clone, Serialize, Deserialize, ts_rs::TS)]
pub struct ManagerCodeRequest {
    /// As typed.
    pub code: String,
}

/// A code to be set, changed or removed.
#[derive(Clone, Serialize, Deserialize, ts_rs::TS)]
pub struct SetManagerCodeRequest {
    /// The code until now; `null` where there is none.
    pub current: Option<String>,
    /// The code from now on: 4 to 12 digits, or a word of 4 to 40 characters; `null` removes it.
    pub code: Option<String>,
}

/// A forgotten code replaced.
#[derive(Clone, Serialize, Deserialize, ts_rs::TS)]
pub struct ResetManagerCodeRequest {
    /// The file's passphrase.
    pub passphrase: String,
    /// As in [`SetManagerCodeRequest::code`].
    pub code: Option<String>,
}

// What is typed here is secret: nothing of it may get into a log.
macro_rules! hidden {
    ($($name:ident),*) => {
        $(impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        })*
    };
}

hidden!(ManagerCodeRequest, SetManagerCodeRequest, ResetManagerCodeRequest);

/// When the code was given. Both clocks must agree that it still holds: one stands still while the computer sleeps, the other can be set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unlocked {
    since: Instant,
    /// UTC milliseconds.
    at: i64,
}

impl Unlocked {
    fn now() -> Unlocked {
        Unlocked { since: Instant::now(), at: Desk::clock().now() }
    }

    /// Until when it holds (UTC milliseconds), if it still does at this moment.
    fn until(self, elapsed: Duration, now: i64) -> Option<i64> {
        let until = self.at + UNLOCKED_FOR;
        let holds = i64::try_from(elapsed.as_millis()).is_ok_and(|elapsed| elapsed < UNLOCKED_FOR);
        (holds && now >= self.at && now < until).then_some(until)
    }
}

impl Desk {
    /// Whether what the manager answers for may be done: no code is set, or it was given less than ten minutes ago.
    ///
    /// # Errors
    /// `NoShopOpen`; `ManagerCodeNeeded`.
    pub(super) fn manager(&self) -> Result<(), ApiError> {
        let open = self.open_shop()?;
        let state = state(&open)?;
        if state.set && state.unlocked_until.is_none() { Err(Error::ManagerCodeNeeded.into()) } else { Ok(()) }
    }
}

fn state(open: &OpenShop) -> Result<ManagerState, ApiError> {
    let now = Desk::clock().now();
    let tries = open.reading().rows().manager_tries()?;
    let until = open.unlocked().and_then(|unlocked| unlocked.until(unlocked.since.elapsed(), now));
    Ok(ManagerState {
        set: tries.is_some(),
        unlocked_until: until.filter(|_| tries.is_some()),
        wait: tries.map_or(0, |tries| tries.seconds_left(now)),
    })
}

pub(super) fn manager(desk: &Desk, _: Empty) -> Result<ManagerState, ApiError> {
    state(&*desk.open_shop()?)
}

pub(super) fn unlock_manager(desk: &Desk, request: ManagerCodeRequest) -> Result<ManagerState, ApiError> {
    let open = desk.open_shop()?;
    open.writing().enter_manager_code(&request.code)?;
    open.set_unlocked(Some(Unlocked::now()));
    state(&open)
}

pub(super) fn lock_manager(desk: &Desk, _: Empty) -> Result<ManagerState, ApiError> {
    let open = desk.open_shop()?;
    open.set_unlocked(None);
    state(&open)
}

pub(super) fn set_manager_code(desk: &Desk, request: SetManagerCodeRequest) -> Result<ManagerState, ApiError> {
    let open = desk.open_shop()?;
    let outcome = open.writing().set_manager_code(request.current.as_deref(), request.code.as_deref())?;
    tell(desk, outcome);
    open.set_unlocked(Some(Unlocked::now()));
    state(&open)
}

pub(super) fn reset_manager_code(desk: &Desk, request: ResetManagerCodeRequest) -> Result<ManagerState, ApiError> {
    let open = desk.open_shop()?;
    let outcome = open.writing().reset_manager_code(&request.passphrase, request.code.as_deref())?;
    tell(desk, outcome);
    open.set_unlocked(Some(Unlocked::now()));
    state(&open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_holds_for_ten_minutes_of_both_clocks() {
        let given = Unlocked { since: Instant::now(), at: 1_000_000 };
        let after = |minutes: u64, at_minutes: i64| {
            given.until(Duration::from_secs(60 * minutes), 1_000_000 + at_minutes * 60_000).is_some()
        };
        assert!(after(0, 0) && after(9, 9));
        assert!(!after(10, 9) && !after(9, 10), "either clock ends it");
        assert!(!after(5, -1), "so does a clock that was set back");
    }
}
