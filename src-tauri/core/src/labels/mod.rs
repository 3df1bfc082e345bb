//! The ten labels (« étiquettes ») of a record: what the shop notes of a client beside who they are and what they agreed to.
//!
//! Each has a face, of numbers and first words, and a panel, which is the whole. They belong to whoever they were written for: after a merge
//! they are read for the whole family, and nothing is moved. What is written here is journalled with the values before and after; a whole
//! IBAN never is.

mod addresses;
mod bank;
mod carriage;
mod changes;
mod codes;
mod faces;
mod figures;
mod follow_ups;
mod incidents;
mod layout;
mod management;
mod notes;
mod texts;

pub use addresses::{
    AddressId, AddressOfDay, DeliveryAddress, DeliveryAddresses, Period, PostalAddress, SaveDeliveryAddress, of_day,
};
pub(crate) use addresses::{COUNTRY_MAX, LINE_MAX, POSTCODE_MAX};
pub use bank::{
    BankAccount, BankCheck, BankFault, BankPanel, CheckBankAccount, Iban, RevealedAccount, SaveBankAccount, checked_bic,
};
pub(crate) use bank::{HOLDER_MAX, MANDATE_MAX, StoredAccount};
pub use carriage::{Carriage, CarriageMode, CarriagePanel, SaveCarriage};
pub(crate) use carriage::{DEPOSITARY_MAX, INSTRUCTION_MAX, ROUND_MAX};
pub(crate) use changes::{Fields, changes, changes_of, said};
pub(crate) use codes::{CODE_NAME_MAX, checked_code_name};
pub use codes::{ClientCode, ClientCodes, CodeId, SelectionCode, SetClientCodes, code_names};
pub(crate) use faces::first_words;
pub use faces::{
    AddressesFace, BankFace, CarriageFace, CodesFace, ConsentsFace, FollowUpsFace, IncidentsFace, LabelFaces,
    ManagementFace, NotesFace,
};
pub use figures::{InvoiceFigures, LastDelivery};
pub use follow_ups::{DueFollowUp, FollowUp, FollowUpId, FollowUpsDue, FollowUpsDueRequest, SaveFollowUp};
pub use incidents::{Incident, IncidentId, IncidentKind, SaveIncident};
pub(crate) use layout::PlacedCodes;
pub use layout::{Label, PanelLayout, PlacedLabel, PlacedWindow, Window};
pub use management::{ClientManagement, ManagerNote, SaveManagerNote};
pub use notes::{ClientNote, NoteId, NotePage, NotesRequest, SaveNote};
pub(crate) use texts::{checked_day, line, text};
