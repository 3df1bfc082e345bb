//! The words of exported lists: headings, codes, and a filter as a sentence, in French and English.
//!
//! The headings of a record's fields are those that an import understands, so that a list can be imported again.

use super::register::ExportEntry;
use crate::clients::{ClientField, ContactType};
use crate::consents::{Channel, ConsentState, Indicator, IndicatorId, Purpose};
use crate::contact::Reason;
use crate::documents::{Language, carriage_mode, contact_type_in_words, state_in_words};
use crate::imports::ImportField;
use crate::labels::CarriageMode;
use crate::lists::{Condition, ContactUse, FieldKind, HeldField, ListField, ListQuery, Operator};
use crate::money::in_words;
use crate::windows::Setting;

/// What stands at the head of a column.
pub(super) fn heading(
    field: ListField,
    contact: Option<ContactUse>,
    asked: &[Indicator],
    language: Language,
) -> String {
    let pick = |french: &'static str, english: &'static str| language.pick(french, english).to_owned();
    match field {
        ListField::Number => pick("N° client", "Client no."),
        ListField::Record(field) => pick(french(field), english(field)),
        ListField::CreatedAt => pick("Créée le", "Created on"),
        ListField::UpdatedAt => pick(ImportField::UpdatedAt.header(), "Updated"),
        ListField::InactiveAt => pick("Inactif depuis le", "Inactive since"),
        ListField::InactiveReason => pick(ImportField::InactiveReason.header(), "Inactive reason"),
        ListField::RestrictedAt => pick("Traitement limité le", "Processing restricted on"),
        ListField::ImportFile => pick("Fichier importé", "Imported file"),
        ListField::SelectionCodes => pick(ImportField::SelectionCodes.header(), "Selection codes"),
        ListField::Held(field) => held(field, language).to_owned(),
        ListField::Consent(id) => name_of(id, asked, language),
        ListField::ConsentMode(id) => {
            format!("{}{}", language.pick("Type d'accord : ", "Kind of agreement: "), name_of(id, asked, language))
        }
        ListField::ConsentDate(id) => {
            format!("{}{}", language.pick("Date de l'accord : ", "Date of agreement: "), name_of(id, asked, language))
        }
        ListField::ContactConsent => match contact {
            Some(contact) => capital(&contact_in_words(contact, language)),
            None => pick("Accord", "Agreement"),
        },
        ListField::ContactMode => pick(ImportField::AgreementMode.header(), "Agreement mode"),
        ListField::ContactDate => pick(ImportField::AgreementDate.header(), "Agreement date"),
    }
}

const fn held(field: HeldField, language: Language) -> &'static str {
    match field {
        HeldField::SubscriptionNumber => language.pick("N° d’abonnement", "Subscription no."),
        HeldField::SubscriptionOffer => language.pick("Formule", "Subscription offer"),
        HeldField::SubscriptionStart => language.pick("Début d’abonnement", "Subscription start"),
        HeldField::SubscriptionEnd => language.pick("Fin d’abonnement", "Subscription end"),
        HeldField::SubscriptionCopies => language.pick("Exemplaires", "Copies"),
        HeldField::BalanceDue => language.pick("Reste dû", "Balance due"),
        HeldField::CarriageMode => language.pick("Portage", "Carriage"),
        HeldField::CarriageRound => language.pick("Tournée", "Carriage round"),
        HeldField::CarriageRank => language.pick("Ordre de tournée", "Carriage rank"),
        HeldField::CarriageDepositary => language.pick("Dépositaire", "Depositary"),
        HeldField::CarriageInstruction => language.pick("Consigne", "Carriage instruction"),
        HeldField::LastDelivery => language.pick("Dernière livraison", "Last delivery"),
        HeldField::LastMovement => language.pick("Dernier mouvement", "Last movement"),
    }
}

const fn french(field: ClientField) -> &'static str {
    ImportField::of(field).header()
}

const fn english(field: ClientField) -> &'static str {
    match field {
        ClientField::Civility => "Title",
        ClientField::LastName => "Last name",
        ClientField::FirstName => "First name",
        ClientField::Company => "Company",
        ClientField::Address1 => "Address",
        ClientField::Address2 => "Address 2",
        ClientField::Address3 => "Address 3",
        ClientField::Postcode => "Postcode",
        ClientField::Town => "Town",
        ClientField::Country => "Country",
        ClientField::Email => "Email",
        ClientField::Phone => "Phone",
        ClientField::Mobile => "Mobile",
        ClientField::Origins => "Origins",
        ClientField::Type => "Type",
        ClientField::Professional => "Professional",
    }
}

fn name_of(id: IndicatorId, asked: &[Indicator], language: Language) -> String {
    match asked.iter().find(|indicator| indicator.id == id) {
        Some(indicator) => indicator.name.clone(),
        None => format!("{} {id}", language.pick("Indicateur n°", "Indicator no.")),
    }
}

/// A code of a column in words; an unknown one as it is.
pub(super) fn code(field: ListField, code: &str, language: Language) -> String {
    let state = match field {
        ListField::Record(ClientField::Type) => {
            let kind = ContactType::from_code(code);
            return kind.map_or(code, |kind| contact_type_in_words(kind, language)).to_owned();
        }
        ListField::Record(ClientField::Professional) => {
            let yes = code == "professional";
            let (french, english) = if yes { ("Professionnel", "Professional") } else { ("Particulier", "Individual") };
            return language.pick(french, english).to_owned();
        }
        ListField::Held(_) => {
            let mode = CarriageMode::from_code(code);
            return mode.map_or(code, |mode| carriage_mode(mode, language)).to_owned();
        }
        _ => match code {
            "granted" => ConsentState::Granted,
            "granted_by_default" => ConsentState::GrantedByDefault,
            "refused" => ConsentState::Refused,
            "withdrawn" => ConsentState::Withdrawn,
            "" | "never_asked" => ConsentState::NeverAsked,
            other => return other.to_owned(),
        },
    };
    state_in_words(state, language).to_owned()
}

/// « SMS commerciaux ».
pub(super) fn contact_in_words(contact: ContactUse, language: Language) -> String {
    let ContactUse { channel, purpose } = contact;
    match language {
        Language::French => {
            let channel = match channel {
                Channel::Sms => "SMS",
                Channel::Mail => "mails",
                Channel::Postal => "courriers",
                Channel::Phone => "appels",
            };
            let purpose = match purpose {
                Purpose::Technical => "techniques",
                Purpose::Commercial => "commerciaux",
                Purpose::Newsletter => "de newsletter",
                Purpose::B2b => "B2B",
                Purpose::Partners => "de partenaires",
            };
            format!("{channel} {purpose}")
        }
        Language::English => {
            let channel = match channel {
                Channel::Sms => "SMS",
                Channel::Mail => "emails",
                Channel::Postal => "letters",
                Channel::Phone => "calls",
            };
            let purpose = match purpose {
                Purpose::Technical => "technical",
                Purpose::Commercial => "commercial",
                Purpose::Newsletter => "newsletter",
                Purpose::B2b => "B2B",
                Purpose::Partners => "partners’",
            };
            format!("{purpose} {channel}")
        }
    }
}

/// A reason of the guard, as a cell says it.
pub(super) const fn reason(reason: Reason, language: Language) -> &'static str {
    match reason {
        Reason::NeverAsked => language.pick("jamais demandé", "never asked"),
        Reason::Refused => language.pick("a refusé", "refused"),
        Reason::Withdrawn => language.pick("a retiré son accord", "withdrew"),
        Reason::NoIndicator => language.pick("question non posée par la boutique", "not asked by the shop"),
        Reason::NotProfessional => language.pick("particulier", "private person"),
        Reason::NoPurchase => language.pick("aucun achat", "no purchase"),
        Reason::Restricted => language.pick("traitement limité", "processing restricted"),
        Reason::Inactive => language.pick("inactif", "inactive"),
        Reason::NoAddress => language.pick("pas de coordonnée", "no address"),
        Reason::OutsideHours => language.pick("hors des heures permises", "outside the permitted hours"),
    }
}

/// The filter of a list as a sentence: « Ville est « USSEL » et E-mail rempli, sans les fiches inactives ».
pub fn filter_in_words(query: &ListQuery, asked: &[Indicator], language: Language) -> String {
    let and = if query.any { language.pick(" ou ", " or ") } else { language.pick(" et ", " and ") };
    let conditions: Vec<String> =
        query.conditions.iter().map(|one| condition(one, query.contact, asked, language)).collect();
    let conditions = if conditions.is_empty() {
        language.pick("Tous les clients", "All clients").to_owned()
    } else {
        conditions.join(and)
    };
    let inactive = if query.include_inactive {
        language.pick("fiches inactives comprises", "inactive ones included")
    } else {
        language.pick("sans les fiches inactives", "without inactive ones")
    };
    format!("{conditions}, {inactive}")
}

fn condition(one: &Condition, contact: Option<ContactUse>, asked: &[Indicator], language: Language) -> String {
    let heading = heading(one.field, contact, asked, language);
    let values: Vec<String> = one.values.iter().map(|value| value_in_words(one.field, value, language)).collect();
    let listed = values.join(language.pick(" ou ", " or "));
    let said = match one.operator {
        Operator::Is => format!("{} {listed}", language.pick("est", "is")),
        Operator::IsNot => format!("{} {listed}", language.pick("n’est pas", "is not")),
        Operator::Begins => format!("{} {listed}", language.pick("commence par", "begins with")),
        Operator::Contains => format!("{} {listed}", language.pick("contient", "contains")),
        Operator::From => format!("{} {listed}", language.pick("à partir de", "from")),
        Operator::Until => format!("{} {listed}", language.pick("jusqu’à", "until")),
        Operator::Between => values.join(language.pick(" à ", " to ")),
        Operator::Empty => language.pick("vide", "empty").to_owned(),
        Operator::Filled => language.pick("rempli", "filled").to_owned(),
    };
    format!("{heading} {said}")
}

fn value_in_words(field: ListField, value: &str, language: Language) -> String {
    match field.kind() {
        FieldKind::Choice => code(field, value, language),
        FieldKind::Day => day(value).unwrap_or_else(|| value.to_owned()),
        FieldKind::Number => value.to_owned(),
        FieldKind::Amount => value.parse().map_or_else(|_| value.to_owned(), |cents| in_words(cents, language)),
        FieldKind::Text | FieldKind::Phone => match language {
            Language::French => format!("«\u{a0}{value}\u{a0}»"),
            Language::English => format!("“{value}”"),
        },
    }
}

fn day(iso: &str) -> Option<String> {
    iso.parse::<chrono::NaiveDate>().ok().map(|day| day.format("%d/%m/%Y").to_string())
}

/// « Sms … » as « SMS … »: only the first letter becomes a capital.
fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

impl ExportEntry {
    /// Says the filter, or the table of a record, and the columns in words.
    pub(crate) fn say(&mut self, asked: &[Indicator], language: Language) {
        if let Some(table) = self.table {
            self.columns = table.headings(Setting::Spreadsheet, language);
            self.filter = table.in_words(language);
        }
        let Some(query) = &self.query else { return };
        self.columns = query.columns.iter().map(|field| heading(*field, query.contact, asked, language)).collect();
        let filter = filter_in_words(query, asked, language);
        self.filter = match query.contact {
            // Judged for a contact, and yet not to be contacted: the table of those left out.
            Some(contact) if self.contact.is_none() => {
                let contact = contact_in_words(contact, language);
                match language {
                    Language::French => format!("Exclus ({contact})\u{a0}: {filter}"),
                    Language::English => format!("Left out ({contact}): {filter}"),
                }
            }
            _ => filter,
        };
    }
}

/// The code of a column, as lines of JSON and the terminal name it: `town`, `number`, `consent:SMS-COM`. Codes of indicators never change.
pub fn code_of(field: ListField, asked: &[Indicator]) -> String {
    let code = field.code();
    let of_indicator = field.indicator().and_then(|id| asked.iter().find(|indicator| indicator.id == id));
    match (of_indicator, code.split_once(':')) {
        (Some(indicator), Some((about, _))) => format!("{about}:{}", indicator.code),
        _ => code,
    }
}

/// The column with this code, if there is one; the opposite of [`code_of`].
pub fn field_of(code: &str, asked: &[Indicator]) -> Option<ListField> {
    let Some((about, named)) = code.split_once(':') else { return ListField::from_code(code) };
    let indicator = asked.iter().find(|indicator| indicator.code.eq_ignore_ascii_case(named))?;
    ListField::from_code(&format!("{about}:{}", indicator.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::field_named;

    #[test]
    fn an_import_takes_every_heading_for_its_own_field_or_for_none() {
        use HeldField as H;
        use ImportField as I;
        for language in [Language::French, Language::English] {
            for field in ListField::ALL.iter().copied() {
                let expected = match field {
                    ListField::Record(field) => Some(I::of(field)),
                    ListField::UpdatedAt => Some(I::UpdatedAt),
                    ListField::InactiveReason => Some(I::InactiveReason),
                    ListField::SelectionCodes => Some(I::SelectionCodes),
                    ListField::ContactMode => Some(I::AgreementMode),
                    ListField::ContactDate => Some(I::AgreementDate),
                    ListField::Held(H::SubscriptionOffer) => Some(I::SubscriptionOffer),
                    ListField::Held(H::SubscriptionStart) => Some(I::SubscriptionStart),
                    ListField::Held(H::SubscriptionEnd) => Some(I::SubscriptionEnd),
                    ListField::Held(H::SubscriptionCopies) => Some(I::SubscriptionCopies),
                    ListField::Held(H::CarriageMode) => Some(I::CarriageMode),
                    ListField::Held(H::CarriageRound) => Some(I::CarriageRound),
                    ListField::Held(H::CarriageRank) => Some(I::CarriageRank),
                    ListField::Held(H::CarriageDepositary) => Some(I::CarriageDepositary),
                    ListField::Held(H::CarriageInstruction) => Some(I::CarriageInstruction),
                    _ => None,
                };
                let heading = heading(field, None, &[], language);
                assert_eq!(field_named(&heading), expected, "{heading}");
            }
        }
    }
}
