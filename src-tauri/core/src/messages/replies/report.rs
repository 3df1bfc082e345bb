//! What became of the replies of a table, for whoever imported it.

use serde::{Deserialize, Serialize};

use super::{ReplyMeaning, UnreadReply};
use crate::clients::ClientNumber;
use crate::consents::IndicatorId;

/// How many replies, and how many unreadable rows, a report holds: more than anybody looks at, and little memory.
pub(crate) const SHOWN_ROWS: usize = 2_000;
/// What of a reply is shown, in characters; six SMS.
const SHOWN_TEXT: usize = 1_000;

/// The beginning of a text, with an ellipsis where it goes on.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(SHOWN_TEXT) {
        Some(_) => text.chars().take(SHOWN_TEXT - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// What became of a table of replies. `known`, `stopped` and `others` count replies, not clients.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RepliesReport {
    /// The name of the file, without its folder.
    pub file_name: String,
    /// Replies in the table.
    #[ts(type = "number")]
    pub replies: u64,
    /// Those that were shown or written before: nothing was done again, and `shown` does not hold them.
    #[ts(type = "number")]
    pub known: u64,
    /// STOPs whose withdrawal was written now.
    #[ts(type = "number")]
    pub stopped: u64,
    /// Clients whose withdrawal was written now.
    #[ts(type = "number")]
    pub clients: u64,
    /// Messages that were waiting for these clients by SMS: each will be asked about again when it is due, and blocked if it may not leave.
    #[ts(type = "number")]
    pub waiting: u64,
    /// Harmless replies.
    #[ts(type = "number")]
    pub others: u64,
    /// What a person should see, in the order of the table: everything but `known` and `others`; at most 2,000.
    pub shown: Vec<ShownReply>,
    /// Rows that are no replies; at most 2,000.
    pub unread: Vec<UnreadReply>,
    /// Replies and rows that found no place in `shown` and `unread`. Those to read or to record are not taken for seen.
    #[ts(type = "number")]
    pub beyond: u64,
}

/// A reply that a person should see.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ShownReply {
    /// Its line in the file, from 1.
    #[ts(type = "number")]
    pub line: u64,
    /// Who wrote, in national form.
    pub number: String,
    /// What they wrote; at most 1,000 characters.
    pub text: String,
    /// When it was received, UTC milliseconds; null where the table does not say so readably.
    #[ts(type = "number | null")]
    pub at: Option<i64>,
    /// What it says.
    pub meaning: ReplyMeaning,
    /// What was done with it.
    pub outcome: ReplyOutcome,
    /// Whose number it is; several where they share it, none where nobody has it.
    pub clients: Vec<ReplyClient>,
    /// With `to_record` and `to_read`: what the client was asked, and has not answered; the newest request first.
    pub asked: Vec<AskedIndicator>,
    /// With `to_record`: what they seem to answer.
    pub answer: Option<ReplyAnswer>,
    /// An earlier import showed it too.
    pub again: bool,
}

/// What was done with a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReplyOutcome {
    /// A STOP: the withdrawal of all its clients was written, with this reply as evidence.
    Stopped,
    /// A STOP of clients who had said no to all that is asked by SMS before, be it in the same table: there was nothing to write.
    StoppedBefore,
    /// « À enregistrer »: the client was asked for an agreement by SMS and has not answered otherwise. Nothing was written.
    ToRecord,
    /// A person has to read it: it may ask for an end of messages. With the meaning of a STOP: one like it was read before, and the client agreed
    /// since; nothing tells which came first. Nothing was written.
    ToRead,
    /// A reply of a number that no client has. Nothing could be written.
    Unknown,
}

/// What a client seems to answer to a request for an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReplyAnswer {
    /// « OUI ».
    Yes,
    /// « NON ».
    No,
}

/// Whose number it is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReplyClient {
    /// Their number.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Their name, as the search shows it.
    pub name: String,
    /// An agreement on this channel that is newer than the STOP was withdrawn with the others, to be asked for again if the client wishes.
    pub newer_agreement: bool,
}

/// Something that a client was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AskedIndicator {
    /// Who was asked.
    #[ts(type = "number")]
    pub client: ClientNumber,
    /// Which.
    #[ts(type = "number")]
    pub indicator: IndicatorId,
    /// Its name.
    pub name: String,
    /// When the request was queued, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
}

impl std::fmt::Debug for ShownReply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShownReply").field("line", &self.line).field("outcome", &self.outcome).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for ReplyClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReplyClient").field("number", &self.number).finish_non_exhaustive()
    }
}
