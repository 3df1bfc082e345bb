//! What each window is made of, and what its columns are put in order by.

use crate::windows::{Window, WindowColumn};

/// A column by which rows belong to a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    pub(super) column: &'static str,
    /// The column of whoever else has to do with the row.
    pub(super) other: &'static str,
}

pub(super) const fn table(window: Window) -> &'static str {
    match window {
        Window::Subscriptions => "subscription",
        Window::Invoices => "invoice",
        Window::Payments => "payment",
        Window::Deliveries => "delivery",
        Window::Sponsorships => "sponsorship",
    }
}

/// The column of `holding` that counts it.
pub(super) const fn counter(window: Window) -> &'static str {
    match window {
        Window::Subscriptions => "subscriptions",
        Window::Invoices => "invoices",
        Window::Payments => "payments",
        Window::Deliveries => "deliveries",
        Window::Sponsorships => "sponsorships",
    }
}

pub(super) const fn owners(window: Window) -> &'static [Owner] {
    const PAYER: Owner = Owner { column: "payer", other: "payer" };
    const RECIPIENT: Owner = Owner { column: "recipient", other: "recipient" };
    match window {
        Window::Subscriptions => &[RECIPIENT, PAYER],
        Window::Invoices | Window::Payments => &[PAYER],
        Window::Deliveries => &[RECIPIENT],
        Window::Sponsorships => {
            &[Owner { column: "sponsor", other: "sponsored" }, Owner { column: "sponsored", other: "sponsor" }]
        }
    }
}

/// What rows are compared by, never nothing; `None` for a column that the window does not have.
pub(super) const fn key(window: Window, column: WindowColumn) -> Option<&'static str> {
    use {Window as W, WindowColumn as C};
    Some(match (window, column) {
        (W::Subscriptions, C::Offer) => {
            "folded((SELECT offer.name FROM tariff JOIN offer ON offer.id = tariff.offer WHERE tariff.id = t.tariff))"
        }
        (W::Subscriptions, C::Start) => "t.starts_on",
        (W::Subscriptions, C::End) => "t.ends_on",
        // In the order of `SubscriptionState`.
        (W::Subscriptions, C::State) => {
            "CASE WHEN t.terminated_on IS NOT NULL THEN 4 WHEN t.starts_on > :today THEN 1 WHEN t.ends_on < :today THEN 3
                WHEN EXISTS (SELECT 1 FROM suspension WHERE suspension.subscription = t.id
                    AND :today BETWEEN suspension.from_day AND suspension.until_day) THEN 2 ELSE 0 END"
        }
        // « A-2026-0001 » before « F-2026-0001 ».
        (W::Invoices, C::Number) => "t.kind || printf('%04d%012d', t.year, t.sequence)",
        (W::Invoices, C::Date) => "t.issued_on",
        (W::Invoices, C::Amount) => "t.total",
        // In the order of `InvoiceState`.
        (W::Invoices, C::State) => {
            "coalesce((SELECT CASE WHEN t.total > 0 AND credited >= t.total THEN 3 WHEN due <= 0 THEN 2 WHEN paid > 0 THEN 1
                ELSE 0 END FROM receivable WHERE receivable.invoice = t.id), 4)"
        }
        (W::Payments, C::Date) => "t.paid_on",
        // In the order of `PaymentMode`.
        (W::Payments, C::Mode) => {
            "CASE t.mode WHEN 'card' THEN 0 WHEN 'cheque' THEN 1 WHEN 'cash' THEN 2 WHEN 'transfer' THEN 3
                WHEN 'direct_debit' THEN 4 WHEN 'voucher' THEN 5 ELSE 6 END"
        }
        (W::Payments, C::Invoice) => {
            "coalesce((SELECT invoice.kind || printf('%04d%012d', invoice.year, invoice.sequence) FROM invoice
                WHERE invoice.id = t.invoice), '')"
        }
        (W::Payments, C::Amount) => "t.amount",
        (W::Deliveries, C::Date) => "t.due_on",
        // « N° 2 » before « N° 10 ».
        (W::Deliveries, C::Content) => {
            "CASE WHEN t.content LIKE 'N°%' THEN 'n' || printf('%012d', CAST(substr(t.content, 4) AS INTEGER))
                ELSE folded(t.content) END"
        }
        (W::Deliveries, C::Handover) => "folded(CASE t.town WHEN '' THEN t.note ELSE t.town END)",
        // In the order of `DeliveryState`.
        (W::Deliveries, C::State) => {
            "CASE t.state WHEN 'planned' THEN 0 WHEN 'delivered' THEN 1 WHEN 'handed_over' THEN 2 WHEN 'returned' THEN 3
                WHEN 'missed' THEN 4 ELSE 5 END"
        }
        (W::Sponsorships, C::Person) => "(SELECT client.name_fold FROM client WHERE client.number = t.{other})",
        (W::Sponsorships, C::Date) => "t.on_day",
        (W::Sponsorships, C::Reward) => "folded(t.reward)",
        _ => return None,
    })
}
