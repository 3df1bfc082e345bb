//! Looking for duplicates; what was found stays on the desk until the next search.

use std::sync::atomic::Ordering;

use super::clients::tell;
use super::{ApiError, Desk, Empty, Progress};
use crate::Error;
use crate::duplicates::{DuplicatesPage, DuplicatesRequest, DuplicatesSummary, PairRequest};

pub(super) fn find_duplicates(desk: &Desk, _: Empty) -> Result<DuplicatesSummary, ApiError> {
    let open = desk.open_shop()?;
    if open.comparing.swap(true, Ordering::SeqCst) {
        return Err(Error::DuplicatesRunning.into());
    }
    open.stop_comparing.store(false, Ordering::SeqCst);
    // A connection of its own: the counter goes on meanwhile.
    let reader = open.reading().another();
    let found = reader.and_then(|reader| {
        reader.find_duplicates(
            Desk::clock().now(),
            &mut |phase, done, total| {
                desk.events().progress(&Progress::Duplicates { phase: phase.into(), done, total });
            },
            &open.stop_comparing,
        )
    });
    open.comparing.store(false, Ordering::SeqCst);
    let found = found?;
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
    desk.open_shop()?.stop_comparing.store(true, Ordering::SeqCst);
    Ok(Empty {})
}
