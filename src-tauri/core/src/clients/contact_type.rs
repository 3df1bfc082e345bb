//! The seven types of contact, with the codes that the file and the wire use.

use serde::{Deserialize, Serialize};

/// What a contact is to the shop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactType {
    /// Benefits from a subscription and pays for it.
    #[default]
    Client,
    /// Pays, never benefits.
    Tiers,
    /// Benefits and is delivered, is never invoiced.
    PayePar,
    /// Has no subscription and no invoice; free tariffs only.
    Prospect,
    /// Recommends.
    Prescripteur,
    /// Is rewarded when someone they brought subscribes.
    Parrain,
    /// Known by e-mail, uses someone else's digital plan.
    Beneficiaire,
}

impl ContactType {
    /// All types, in the order in which they are offered.
    pub const ALL: [ContactType; 7] = [
        ContactType::Client,
        ContactType::Tiers,
        ContactType::PayePar,
        ContactType::Prospect,
        ContactType::Prescripteur,
        ContactType::Parrain,
        ContactType::Beneficiaire,
    ];

    /// The code stored in the file.
    pub const fn code(self) -> &'static str {
        match self {
            ContactType::Client => "client",
            ContactType::Tiers => "tiers",
            ContactType::PayePar => "paye_par",
            ContactType::Prospect => "prospect",
            ContactType::Prescripteur => "prescripteur",
            ContactType::Parrain => "parrain",
            ContactType::Beneficiaire => "beneficiaire",
        }
    }

    /// The type with this code, if there is one.
    pub fn from_code(code: &str) -> Option<ContactType> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
