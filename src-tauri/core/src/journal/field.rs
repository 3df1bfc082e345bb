//! What the journal of a record can name: the fields of the record and of all that hangs on it. The interface has words for each, or does not
//! compile; an entry that names another one is a mistake of ours, which tests notice (`Tx::journal`).

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[$said:meta])* $field:ident = $code:literal,)+) => {
        /// A field that an entry in a record's journal may name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
        pub enum JournalField {
            $($(#[$said])* #[serde(rename = $code)] $field,)+
        }

        impl JournalField {
            /// All of them.
            pub const ALL: &[JournalField] = &[$(JournalField::$field,)+];

            /// The code in the file.
            pub const fn code(self) -> &'static str {
                match self {
                    $(JournalField::$field => $code,)+
                }
            }
        }
    };
}

fields! {
    /// « Civilité ».
    Civility = "civility",
    /// « Nom ».
    LastName = "last_name",
    /// « Prénom ».
    FirstName = "first_name",
    /// « Société ».
    Company = "company",
    /// The first line of the address.
    Address1 = "address_1",
    /// The second one.
    Address2 = "address_2",
    /// The third one.
    Address3 = "address_3",
    /// « CP ».
    Postcode = "postcode",
    /// « Ville ».
    Town = "town",
    /// « Pays ».
    Country = "country",
    /// « Email ».
    Email = "email",
    /// « Téléphone ».
    Phone = "phone",
    /// « Portable ».
    Mobile = "mobile",
    /// « Origines ».
    Origins = "origins",
    /// « Type de contact », by its code.
    Type = "type",
    /// Whether it is a professional: `true`, `false`.
    Professional = "professional",
    /// Since when they are inactive.
    Inactive = "inactive",
    /// Why.
    InactiveReason = "inactive_reason",
    /// Whether the processing is restricted (GDPR art. 18): `true`, `false`.
    Restricted = "restricted",
    /// The state of a channel in the words of its history.
    Consents = "consents",
    /// The number of a record that went into this one.
    Merged = "merged",
    /// The number of the record that this one went into.
    MergedInto = "merged_into",
    /// The template of a message.
    Message = "message",
    /// Codes by their names.
    SelectionCodes = "selection_codes",
    /// Whose account it is.
    BankHolder = "bank_holder",
    /// Masked.
    BankIban = "bank_iban",
    /// « BIC ».
    BankBic = "bank_bic",
    /// Of the SEPA mandate.
    MandateReference = "mandate_reference",
    /// Its day.
    MandateOn = "mandate_on",
    /// Its code.
    IncidentKind = "incident_kind",
    /// Its day.
    IncidentOn = "incident_on",
    /// More about it.
    IncidentNote = "incident_note",
    /// When it was closed.
    IncidentClosedOn = "incident_closed_on",
    /// What is to be done.
    FollowUpWhat = "follow_up_what",
    /// By when.
    FollowUpDueOn = "follow_up_due_on",
    /// When it was done.
    FollowUpDoneOn = "follow_up_done_on",
    /// How they are delivered, by its code.
    CarriageMode = "carriage_mode",
    /// On which round.
    CarriageRound = "carriage_round",
    /// As which stop of it.
    CarriageRank = "carriage_rank",
    /// By whom it is kept for them.
    CarriageDepositary = "carriage_depositary",
    /// What to mind.
    CarriageInstruction = "carriage_instruction",
    /// On one line.
    DeliveryAddress = "delivery_address",
    /// From which day on.
    DeliveryFrom = "delivery_from",
    /// Until which day.
    DeliveryUntil = "delivery_until",
    /// The manager's note.
    ManagerNote = "manager_note",
    /// A note of the record, or of what the entry is about.
    Note = "note",
    /// Number and offer.
    Subscription = "subscription",
    /// Its first day.
    StartsOn = "starts_on",
    /// Its last day.
    EndsOn = "ends_on",
    /// The number of whoever receives.
    Recipient = "recipient",
    /// The number of whoever pays.
    Payer = "payer",
    /// How many each time.
    Copies = "copies",
    /// Which subscription it goes on from.
    Renews = "renews",
    /// Its last day after all.
    TerminatedOn = "terminated_on",
    /// From which day to which.
    Suspension = "suspension",
    /// The number of whoever may use the digital part.
    Beneficiary = "beneficiary",
    /// The subscription that they may use.
    BeneficiaryOf = "beneficiary_of",
    /// What is given back, in words.
    Refund = "refund",
    /// An invoice's number.
    Invoice = "invoice",
    /// A credit note's number.
    CreditNote = "credit_note",
    /// Of money, in words.
    Amount = "amount",
    /// How it was paid, in words.
    PaymentMode = "payment_mode",
    /// When.
    PaidOn = "paid_on",
    /// Why.
    Reason = "reason",
    /// What was delivered, and where it stands.
    Delivery = "delivery",
    /// The number of whoever was brought.
    Sponsored = "sponsored",
    /// The number of whoever brought them.
    Sponsor = "sponsor",
    /// What was given for it.
    Reward = "reward",
    /// When.
    RewardedOn = "rewarded_on",
    /// What it is.
    Movement = "movement",
    /// Its code.
    MovementKind = "movement_kind",
    /// Its code.
    MovementState = "movement_state",
    /// Bought, received, left or paid on.
    MovementDay = "movement_day",
    /// In cents.
    MovementAmount = "movement_amount",
    /// In cents.
    MovementEstimate = "movement_estimate",
    /// Since when.
    MovementInWorkshopOn = "movement_in_workshop_on",
    /// Since when.
    MovementReadyOn = "movement_ready_on",
    /// When it was collected or given back.
    MovementReturnedOn = "movement_returned_on",
    /// More about it.
    MovementNote = "movement_note",
}

impl JournalField {
    /// Whether the journal of a record may name this.
    pub fn is_known(code: &str) -> bool {
        Self::ALL.iter().any(|field| field.code() == code)
    }
}
