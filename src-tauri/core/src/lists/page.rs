//! What the window asks of a list, page by page, and what it is told.

use serde::{Deserialize, Serialize};

use super::{FieldKind, ListField, ListLine, ListQuery, ListTotals, Operator};
use crate::consents::Channel;
use crate::contact::Reason;

/// A page of a list is wanted.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ListPageRequest {
    /// The list.
    pub query: ListQuery,
    /// Where the page begins: the `next` of the page before, `null` for the first.
    pub cursor: Option<String>,
    /// At most so many lines, 1 to 500.
    pub limit: u32,
}

/// Some lines of those whom a list keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ListPage {
    /// In the order of the list.
    pub lines: Vec<ListLine>,
    /// Where the next page begins, if there may be one.
    pub next: Option<String>,
}

/// Some lines of those who are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ExcludedPage {
    /// In the order of the list.
    pub lines: Vec<ExcludedLine>,
    /// Where the next page begins, if there may be one.
    pub next: Option<String>,
}

/// Somebody whom the guard leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ExcludedLine {
    /// Who.
    pub line: ListLine,
    /// Everything against; the first is the one under which they are counted.
    pub reasons: Vec<Reason>,
}

/// How many clients a list has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListCount {
    /// Those who satisfy the conditions, `kept` and `excluded` together.
    #[ts(type = "number")]
    pub matching: u64,
    /// Those whom the guard keeps; where the list serves no contact, all who match but those whose data are restricted.
    #[ts(type = "number")]
    pub kept: u64,
    /// Those left out.
    #[ts(type = "number")]
    pub excluded: u64,
    /// Those left out, each under the first of their reasons, in the order in which reasons are told.
    pub reasons: Vec<ReasonCount>,
    /// The inactive who satisfy the conditions and are hidden; 0 when they are shown.
    #[ts(type = "number")]
    pub hidden_inactive: u64,
}

/// How many clients are left out for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReasonCount {
    /// The first of their reasons.
    pub reason: Reason,
    /// How many.
    #[ts(type = "number")]
    pub clients: u64,
}

impl ReasonCount {
    /// The reasons that somebody is left out for, in the order in which they are told.
    pub fn all(totals: &ListTotals) -> Vec<ReasonCount> {
        totals.excluded.iter().map(|(&reason, &clients)| ReasonCount { reason, clients }).collect()
    }
}

/// A field, and what may be done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ListFieldInfo {
    /// Which.
    pub field: ListField,
    /// How it is compared and shown.
    pub kind: FieldKind,
    /// The comparisons that its conditions may make; none where it can only be a column.
    pub operators: Vec<Operator>,
    /// Whether a list may be in its order.
    pub sorts: bool,
    /// The codes that it may have, for a choice.
    pub choices: Vec<&'static str>,
    /// The channels by which it reaches people: the file of a list for another channel does not hold it. None for what reaches nobody.
    pub channels: Vec<Channel>,
    /// The indicator's name, for what is about one.
    pub indicator: Option<String>,
}
