//! The five windows of a record: Abonnements, Factures, Règlements, Livraisons, Parrainages.
//!
//! A window is read page by page, by key, in any order of its columns, for the record and all that went into it. How many rows there are
//! is known beforehand. In the order of days a page comes from an index, so that a client with fifty thousand rows opens as one with five;
//! the order of another column compares the rows of that client, no others.

mod exported;
mod row;
mod table;
mod words;

use serde::{Deserialize, Serialize};

pub use exported::{ExportedTable, ExportedWindow};
pub use row::{
    DeliveriesPage, DeliveryRow, InvoiceRow, InvoicesPage, PaymentRow, PaymentsPage, SponsorshipRole, SponsorshipRow,
    SponsorshipsPage, SubscriptionRow, SubscriptionsPage, WindowRow, WindowRows,
};
pub(crate) use table::{RecordTable, Setting};
pub use words::delivery_state;
pub(crate) use words::payment_mode;

use crate::clients::{ClientNumber, ContactType};
use crate::contact_rules::Rule;

/// The rows of a page.
pub const PAGE_SIZES: [u32; 3] = [10, 25, 50];

/// One of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// « Abonnements »: received or paid for.
    Subscriptions,
    /// « Factures »: invoices and credit notes.
    Invoices,
    /// « Règlements ».
    Payments,
    /// « Livraisons ».
    Deliveries,
    /// « Parrainages »: whom they brought, and who brought them.
    Sponsorships,
}

impl Window {
    /// All of them, in their order.
    pub const ALL: [Window; 5] =
        [Window::Subscriptions, Window::Invoices, Window::Payments, Window::Deliveries, Window::Sponsorships];

    /// Its columns, from left to right.
    pub const fn columns(self) -> &'static [WindowColumn] {
        use WindowColumn as C;
        match self {
            Window::Subscriptions => &[C::Offer, C::Start, C::End, C::State],
            Window::Invoices => &[C::Number, C::Date, C::Amount, C::State],
            Window::Payments => &[C::Date, C::Mode, C::Invoice, C::Amount],
            Window::Deliveries => &[C::Date, C::Content, C::Handover, C::State],
            Window::Sponsorships => &[C::Person, C::Date, C::Reward],
        }
    }

    /// The rule by which no row is added to somebody of this type of contact, if there is one.
    pub fn barred_to(self, of: ContactType) -> Option<Rule> {
        match self {
            // Theirs are also those that they pay for.
            Window::Subscriptions => of.may_pay().or_else(|_| of.may_receive(true)).err(),
            Window::Invoices | Window::Payments => of.may_pay().err(),
            Window::Deliveries => of.may_receive(true).err(),
            Window::Sponsorships => None,
        }
    }

    /// The newest first.
    pub const fn usual_sort(self) -> WindowSort {
        let column = match self {
            Window::Subscriptions => WindowColumn::Start,
            _ => WindowColumn::Date,
        };
        WindowSort { column, descending: true }
    }
}

/// What a window may be put in order by: each window by its own columns ([`Window::columns`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum WindowColumn {
    /// « Formule », of subscriptions.
    Offer,
    /// « Début », of subscriptions.
    Start,
    /// « Fin », of subscriptions.
    End,
    /// « État », of subscriptions, invoices and deliveries.
    State,
    /// « Numéro », of invoices.
    Number,
    /// « Date », of all but subscriptions.
    Date,
    /// « Montant », of invoices and payments.
    Amount,
    /// « Mode », of payments.
    Mode,
    /// « Facture », of payments.
    Invoice,
    /// « Contenu », of deliveries.
    Content,
    /// « Remise », of deliveries: the town, or how it was handed over.
    Handover,
    /// « Filleul ou parrain », of sponsorships.
    Person,
    /// « Récompense », of sponsorships.
    Reward,
}

/// The order of a window; ties are broken by what came first into the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct WindowSort {
    /// By what; a column of that window.
    pub column: WindowColumn,
    /// From the last to the first.
    pub descending: bool,
}

/// A page of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct WindowRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// In which order.
    pub sort: WindowSort,
    /// What the page before gave as `next`; `null` for the first.
    #[ts(type = "number | null")]
    pub after: Option<i64>,
    /// 10, 25 or 50.
    pub limit: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_says_by_which_rule_nothing_is_added_to_it() {
        use ContactType as T;
        let barred = |window: Window| {
            let of = |of: T| window.barred_to(of).map(|rule| (of, rule));
            T::ALL.into_iter().filter_map(of).collect::<Vec<_>>()
        };
        let nothing_of_their_own =
            [(T::Prescripteur, Rule::PrescripteurOnlyRecommends), (T::Beneficiaire, Rule::BeneficiaireUsesAnothers)];
        let never_invoiced = [(T::PayePar, Rule::PayeParNeverInvoiced), (T::Prospect, Rule::ProspectNeverInvoiced)];
        assert_eq!(barred(Window::Subscriptions), nothing_of_their_own);
        assert_eq!(barred(Window::Invoices), [never_invoiced, nothing_of_their_own].concat());
        assert_eq!(barred(Window::Payments), barred(Window::Invoices));
        assert_eq!(barred(Window::Deliveries)[0], (T::Tiers, Rule::TiersNeverBenefits));
        assert_eq!(barred(Window::Deliveries)[1..], nothing_of_their_own);
        assert_eq!(barred(Window::Sponsorships), []);
    }
}
