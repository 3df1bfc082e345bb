//! Looking for duplicates; what was found stays on the desk until the next search.

use super::clients::tell;
use super::{ApiError, Desk, Empty, Progress};
use crate::Error;
use crate::duplicates::{DuplicatesPage, DuplicatesRequest, DuplicatesSummary, PairRequest};

pub(super) fn find_duplicates(desk: &Desk, _: Empty) -> Result<DuplicatesSummary, ApiError> {
    let open = desk.open_shop()?;
    let running = open.comparing.begin(Error::DuplicatesRunning)?;
    // A connection of its own: the counter goes on meanwhile.
    let reader = open.reading().another()?;
    let found = reader.find_duplicates(
        Desk::clock().now(),
        &mut |phase, done, total| {
            desk.events().progress(&Progress::Duplicates { phase: phase.into(), done, total });
        },
        running.stop(),
    )?;
    let summary = found.summary();
    open.set_found(Some(found));
    Ok(summary)
}

pub(super) fn duplicates_page(desk: &Desk, request: DuplicatesRequest) -> Result<DuplicatesPage, ApiError> {
    let open = desk.open_shop()?;
    let found = open.found();
    Ok(open.reading().duplicates_page(found.as_deref(), request)?)
}

pub(super) fn dismiss_duplicates(desk: &Desk, request: PairRequest) -> Result<Empty, ApiError> {
    let outcome = desk.open_shop()?.writing().dismiss_duplicates(request.a, request.b)?;
    tell(desk, outcome);
    Ok(Empty {})
}

pub(super) fn cancel_duplicates(desk: &Desk, _: Empty) -> Result<Empty, ApiError> {
    desk.open_shop()?.comparing.stop();
    Ok(Empty {})
}
