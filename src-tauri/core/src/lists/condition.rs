//! One condition of a list.

use serde::{Deserialize, Serialize};

use super::ListField;

/// What a client must satisfy: a field, compared with values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Condition {
    /// What is looked at.
    pub field: ListField,
    /// How it is compared.
    pub operator: Operator,
    /// With what: none for `empty` and `filled`, two for `between`, any number for `is` and `is_not`, otherwise one.
    /// Days are `2016-01-31`, numbers are digits, choices are codes; texts and telephone numbers as typed.
    pub values: Vec<String>,
}

/// A comparison. Texts are compared folded (case and accents do not count).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Equal to one of the values.
    Is,
    /// Equal to none of the values.
    IsNot,
    /// Begins with the value.
    Begins,
    /// Holds the value.
    Contains,
    /// At least the value: « à partir de », « depuis le ».
    From,
    /// At most the value: « jusqu’à », « jusqu’au » (that day included). A text that begins with it is within: 19200 with « jusqu’à 19 ».
    Until,
    /// From the first value to the second, both included as with the two above.
    Between,
    /// There is nothing.
    Empty,
    /// There is something.
    Filled,
}
