//! The words of windows on paper and in tables, in French and English.

use super::{SponsorshipRole, Window, WindowColumn};
use crate::deliveries::DeliveryState;
use crate::documents::Language;
use crate::invoicing::{InvoiceState, PaymentMode};
use crate::subscriptions::SubscriptionState;

pub(super) const fn title(window: Window, language: Language) -> &'static str {
    match window {
        Window::Subscriptions => language.pick("Abonnements", "Subscriptions"),
        Window::Invoices => language.pick("Factures", "Invoices"),
        Window::Payments => language.pick("Règlements", "Payments"),
        Window::Deliveries => language.pick("Livraisons", "Deliveries"),
        Window::Sponsorships => language.pick("Parrainages", "Sponsorships"),
    }
}

pub(super) const fn heading(column: WindowColumn, language: Language) -> &'static str {
    match column {
        WindowColumn::Offer => language.pick("Formule", "Offer"),
        WindowColumn::Start => language.pick("Début", "Start"),
        WindowColumn::End => language.pick("Fin", "End"),
        WindowColumn::State => language.pick("État", "State"),
        WindowColumn::Number => language.pick("Numéro", "Number"),
        WindowColumn::Date => language.pick("Date", "Date"),
        WindowColumn::Amount => language.pick("Montant", "Amount"),
        WindowColumn::Mode => language.pick("Mode", "Mode"),
        WindowColumn::Invoice => language.pick("Facture", "Invoice"),
        WindowColumn::Content => language.pick("Contenu", "Content"),
        WindowColumn::Handover => language.pick("Remise", "Delivered to"),
        WindowColumn::Person => language.pick("Filleul ou parrain", "Sponsored or sponsor"),
        WindowColumn::Reward => language.pick("Récompense", "Reward"),
    }
}

pub(super) const fn nothing(language: Language) -> &'static str {
    language.pick("Rien.", "Nothing.")
}

pub(super) const fn subscription_state(state: SubscriptionState, language: Language) -> &'static str {
    match state {
        SubscriptionState::Running => language.pick("En cours", "Running"),
        SubscriptionState::Upcoming => language.pick("À venir", "Upcoming"),
        SubscriptionState::Suspended => language.pick("Suspendu", "Suspended"),
        SubscriptionState::Ended => language.pick("Échu", "Ended"),
        SubscriptionState::Terminated => language.pick("Résilié", "Terminated"),
    }
}

pub(super) const fn invoice_state(state: InvoiceState, language: Language) -> &'static str {
    match state {
        InvoiceState::Due => language.pick("À régler", "Due"),
        InvoiceState::PartlyPaid => language.pick("En partie", "Partly paid"),
        InvoiceState::Paid => language.pick("Payée", "Paid"),
        InvoiceState::Credited => language.pick("Annulée", "Cancelled"),
        InvoiceState::Credit => language.pick("Avoir", "Credit note"),
    }
}

pub(crate) const fn payment_mode(mode: PaymentMode, language: Language) -> &'static str {
    match mode {
        PaymentMode::Card => language.pick("Carte", "Card"),
        PaymentMode::Cheque => language.pick("Chèque", "Cheque"),
        PaymentMode::Cash => language.pick("Espèces", "Cash"),
        PaymentMode::Transfer => language.pick("Virement", "Transfer"),
        PaymentMode::DirectDebit => language.pick("Prélèvement", "Direct debit"),
        PaymentMode::Voucher => language.pick("Bon d’achat", "Voucher"),
        PaymentMode::Refund => language.pick("Remboursement", "Refund"),
    }
}

/// « Livrée », « Remise en main propre » …
pub const fn delivery_state(state: DeliveryState, language: Language) -> &'static str {
    match state {
        DeliveryState::Planned => language.pick("Prévue", "Planned"),
        DeliveryState::Delivered => language.pick("Livrée", "Delivered"),
        DeliveryState::HandedOver => language.pick("Remise en main propre", "Handed over"),
        DeliveryState::Returned => language.pick("Retournée", "Returned"),
        DeliveryState::Missed => language.pick("Manquée", "Missed"),
        DeliveryState::Cancelled => language.pick("Annulée", "Cancelled"),
    }
}

pub(super) const fn role(role: SponsorshipRole, language: Language) -> &'static str {
    match role {
        SponsorshipRole::Sponsor => language.pick("parrain", "sponsor"),
        SponsorshipRole::Sponsored => language.pick("filleul", "sponsored"),
    }
}
