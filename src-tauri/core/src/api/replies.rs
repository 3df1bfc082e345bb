//! Replies of clients, from the table that a gateway lets download.

use super::clients::tell;
use super::{ApiError, Desk, FileRequest};
use crate::messages::replies::RepliesReport;

/// Reads a table of replies, and writes the withdrawal of whoever replied STOP.
pub(super) fn import_replies(desk: &Desk, request: FileRequest) -> Result<RepliesReport, ApiError> {
    let open = desk.open_shop()?;
    let replies = crate::messages::replies::read(request.path.as_ref())?;
    let outcome = open.writing().import_replies(&replies)?;
    Ok(tell(desk, outcome))
}
