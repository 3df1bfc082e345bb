//! « Édition des clients »: lists built from conditions, and who may figure in them.
//!
//! A [`ListQuery`] says which clients (conditions), in what order, with which columns, and what for. The guard
//! ([`crate::contact::may_contact`]) judges every client of a list that serves to contact people; without such a use nobody is
//! judged, and what is exported says that it may not serve for prospecting. Whose data are restricted (GDPR art. 18) is in no list at all. A list is made now and used later: that it is made at night
//! or on a Sunday excludes nobody, and whoever uses it keeps the hours (messages of a campaign do).

mod checked;
mod condition;
mod field;
mod held;
mod line;
mod page;
mod problem;
mod saved;

pub(crate) use checked::{Checked, Test, invalid};
pub use condition::{Condition, Operator};
pub(crate) use field::{BY_DEFAULT, BY_DEFAULT_NUMBER, INDIVIDUAL, PROFESSIONAL};
pub use field::{FieldKind, ListField};
pub use held::HeldField;
pub use line::{Cell, ListItem, ListLine, ListTotals};
pub use page::{ExcludedLine, ExcludedPage, ListCount, ListFieldInfo, ListPage, ListPageRequest, ReasonCount};
pub use problem::ListProblem;
pub use saved::{NewSavedList, SavedList, SavedListId};

use serde::{Deserialize, Serialize};

use crate::consents::{Channel, Purpose};

/// A list: which clients, in what order, with which columns, what for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListQuery {
    /// What a client must satisfy.
    pub conditions: Vec<Condition>,
    /// Whether one condition is enough; otherwise all must hold.
    pub any: bool,
    /// Whether inactive clients figure too.
    pub include_inactive: bool,
    /// What the list serves for, if it is to contact people: the guard then leaves out those who may not be.
    pub contact: Option<ContactUse>,
    /// What is shown and exported, in order; never empty.
    pub columns: Vec<ListField>,
    /// The order of the lines; ties are broken by the client's number.
    pub sort: ListSort,
}

/// A channel and a purpose by which people will be contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ContactUse {
    /// How.
    pub channel: Channel,
    /// What for.
    pub purpose: Purpose,
}

/// The order of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListSort {
    /// By what.
    pub by: ListField,
    /// From the last to the first.
    pub descending: bool,
}
