//! What a column of a file may hold: a field of the record, or something about the record.

use serde::{Deserialize, Serialize};

use crate::clients::ClientField;

/// A field that a column can be mapped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are those of the record")]
pub enum ImportField {
    Civility,
    LastName,
    FirstName,
    Company,
    #[serde(rename = "address_1")]
    Address1,
    #[serde(rename = "address_2")]
    Address2,
    #[serde(rename = "address_3")]
    Address3,
    Postcode,
    Town,
    Country,
    Email,
    Phone,
    Mobile,
    Origins,
    Type,
    Professional,
    /// « Codes de sélection », separated by semicolons or commas; those that the shop does not know are created.
    SelectionCodes,
    /// « Inactif »: oui or non. Under a header that says « Actif », the other way round.
    Inactive,
    /// Why the client is inactive.
    InactiveReason,
    /// « Dernière MAJ de la fiche ».
    UpdatedAt,
    /// « SMS techniques »: oui or non, as all consents. Under a header such as « Stop SMS », oui is a no, and non nothing.
    SmsTechnical,
    SmsCommercial,
    MailTechnical,
    MailCommercial,
    Postal,
    PhoneCommercial,
    Newsletter,
    /// The offers of partners, channel by channel.
    PartnersSms,
    PartnersMail,
    PartnersPostal,
    PartnersPhone,
    /// How the client agreed.
    AgreementMode,
    /// When the client answered.
    AgreementDate,
    /// Whose bank account it is.
    BankHolder,
    /// « IBAN ».
    BankIban,
    /// « BIC ».
    BankBic,
    /// « Référence unique de mandat ».
    MandateReference,
    /// When the mandate was signed.
    MandateOn,
    /// « Portage »: porté, posté, or retrait en boutique.
    CarriageMode,
    /// « Tournée ».
    CarriageRound,
    /// The place in the round.
    CarriageRank,
    /// « Dépositaire ».
    CarriageDepositary,
    /// « Consigne ».
    CarriageInstruction,
    /// To whom it is delivered, where that is not the client.
    DeliveryAddressee,
    /// « Adresse de livraison », where that is not the record's own.
    #[serde(rename = "delivery_address_1")]
    DeliveryAddress1,
    #[serde(rename = "delivery_address_2")]
    DeliveryAddress2,
    #[serde(rename = "delivery_address_3")]
    DeliveryAddress3,
    DeliveryPostcode,
    DeliveryTown,
    DeliveryCountry,
    /// « Formule »: an offer of the shop, by its name.
    SubscriptionOffer,
    /// The first day of the term.
    SubscriptionStart,
    /// Its last day.
    SubscriptionEnd,
    /// « Exemplaires ».
    SubscriptionCopies,
}

impl ImportField {
    /// All fields, in the order in which they are offered.
    pub const ALL: [ImportField; 54] = [
        ImportField::Civility,
        ImportField::LastName,
        ImportField::FirstName,
        ImportField::Company,
        ImportField::Address1,
        ImportField::Address2,
        ImportField::Address3,
        ImportField::Postcode,
        ImportField::Town,
        ImportField::Country,
        ImportField::Email,
        ImportField::Phone,
        ImportField::Mobile,
        ImportField::Origins,
        ImportField::Type,
        ImportField::Professional,
        ImportField::SelectionCodes,
        ImportField::Inactive,
        ImportField::InactiveReason,
        ImportField::UpdatedAt,
        ImportField::SmsTechnical,
        ImportField::SmsCommercial,
        ImportField::MailTechnical,
        ImportField::MailCommercial,
        ImportField::Postal,
        ImportField::PhoneCommercial,
        ImportField::Newsletter,
        ImportField::PartnersSms,
        ImportField::PartnersMail,
        ImportField::PartnersPostal,
        ImportField::PartnersPhone,
        ImportField::AgreementMode,
        ImportField::AgreementDate,
        ImportField::BankHolder,
        ImportField::BankIban,
        ImportField::BankBic,
        ImportField::MandateReference,
        ImportField::MandateOn,
        ImportField::CarriageMode,
        ImportField::CarriageRound,
        ImportField::CarriageRank,
        ImportField::CarriageDepositary,
        ImportField::CarriageInstruction,
        ImportField::DeliveryAddressee,
        ImportField::DeliveryAddress1,
        ImportField::DeliveryAddress2,
        ImportField::DeliveryAddress3,
        ImportField::DeliveryPostcode,
        ImportField::DeliveryTown,
        ImportField::DeliveryCountry,
        ImportField::SubscriptionOffer,
        ImportField::SubscriptionStart,
        ImportField::SubscriptionEnd,
        ImportField::SubscriptionCopies,
    ];

    /// The French column name that is recognised as this field when a file is read; files of rejects use it where the
    /// source had no header.
    pub const fn header(self) -> &'static str {
        match self {
            ImportField::Civility => "Civilité",
            ImportField::LastName => "Nom",
            ImportField::FirstName => "Prénom",
            ImportField::Company => "Société",
            ImportField::Address1 => "Adresse",
            ImportField::Address2 => "Adresse 2",
            ImportField::Address3 => "Adresse 3",
            ImportField::Postcode => "CP",
            ImportField::Town => "Ville",
            ImportField::Country => "Pays",
            ImportField::Email => "Email",
            ImportField::Phone => "Téléphone",
            ImportField::Mobile => "Portable",
            ImportField::Origins => "Origines",
            ImportField::Type => "Type",
            ImportField::Professional => "Professionnel",
            ImportField::SelectionCodes => "Codes de sélection",
            ImportField::Inactive => "Inactif",
            ImportField::InactiveReason => "Motif inactif",
            ImportField::UpdatedAt => "Date MAJ",
            ImportField::SmsTechnical => "SMS techniques",
            ImportField::SmsCommercial => "SMS commerciaux",
            ImportField::MailTechnical => "Mails techniques",
            ImportField::MailCommercial => "Mails commerciaux",
            ImportField::Postal => "Mailing postal",
            ImportField::PhoneCommercial => "Téléphone commercial",
            ImportField::Newsletter => "Newsletter",
            ImportField::PartnersSms => "Partenaires SMS",
            ImportField::PartnersMail => "Partenaires mail",
            ImportField::PartnersPostal => "Partenaires postal",
            ImportField::PartnersPhone => "Partenaires téléphone",
            ImportField::AgreementMode => "Type d'accord",
            ImportField::AgreementDate => "Date de l'accord",
            ImportField::BankHolder => "Titulaire du compte",
            ImportField::BankIban => "IBAN",
            ImportField::BankBic => "BIC",
            ImportField::MandateReference => "Référence du mandat SEPA",
            ImportField::MandateOn => "Date du mandat SEPA",
            ImportField::CarriageMode => "Portage",
            ImportField::CarriageRound => "Tournée",
            ImportField::CarriageRank => "Ordre de tournée",
            ImportField::CarriageDepositary => "Dépositaire",
            ImportField::CarriageInstruction => "Consigne",
            ImportField::DeliveryAddressee => "Destinataire de livraison",
            ImportField::DeliveryAddress1 => "Adresse de livraison",
            ImportField::DeliveryAddress2 => "Adresse de livraison 2",
            ImportField::DeliveryAddress3 => "Adresse de livraison 3",
            ImportField::DeliveryPostcode => "CP de livraison",
            ImportField::DeliveryTown => "Ville de livraison",
            ImportField::DeliveryCountry => "Pays de livraison",
            ImportField::SubscriptionOffer => "Formule",
            ImportField::SubscriptionStart => "Début d'abonnement",
            ImportField::SubscriptionEnd => "Fin d'abonnement",
            ImportField::SubscriptionCopies => "Exemplaires",
        }
    }

    /// Whether a record can be known by this field alone (an e-mail: that of a « Bénéficiaire »).
    pub const fn names_a_client(self) -> bool {
        matches!(self, ImportField::LastName | ImportField::Company | ImportField::Email)
    }

    /// Whether it is about what a client holds beside the record: those fields come last.
    pub(super) const fn is_held(self) -> bool {
        self as usize >= ImportField::BankHolder as usize
    }

    /// The column of a field of the record.
    pub const fn of(field: ClientField) -> ImportField {
        match field {
            ClientField::Civility => ImportField::Civility,
            ClientField::LastName => ImportField::LastName,
            ClientField::FirstName => ImportField::FirstName,
            ClientField::Company => ImportField::Company,
            ClientField::Address1 => ImportField::Address1,
            ClientField::Address2 => ImportField::Address2,
            ClientField::Address3 => ImportField::Address3,
            ClientField::Postcode => ImportField::Postcode,
            ClientField::Town => ImportField::Town,
            ClientField::Country => ImportField::Country,
            ClientField::Email => ImportField::Email,
            ClientField::Phone => ImportField::Phone,
            ClientField::Mobile => ImportField::Mobile,
            ClientField::Origins => ImportField::Origins,
            ClientField::Type => ImportField::Type,
            ClientField::Professional => ImportField::Professional,
        }
    }
}
