//! What a list must be, said plainly: every client is looked at, every condition compared.

use std::cmp::Ordering;

use chrono::{Local, NaiveDate, TimeZone};
use ecrin_core::clients::{ClientField, ClientNumber, ClientRecord};
use ecrin_core::consents::{ConsentSheet, ConsentState, IndicatorState};
use ecrin_core::contact::Reason;
use ecrin_core::lists::{Condition, ContactUse, FieldKind, ListField, ListQuery, Operator};
use ecrin_core::phones::{Phone, search_digits};
use ecrin_core::text::fold;
use ecrin_core_tests::TestShop;

use super::NOON;
use super::held::Held;

/// All that is known of a client.
pub(crate) struct Client {
    pub(crate) record: ClientRecord,
    pub(crate) sheet: ConsentSheet,
    pub(crate) codes: Vec<String>,
    pub(crate) held: Held,
}

/// A value as a person would compare it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Phone(Phone),
    Number(i64),
    /// A number or an amount that there may not be.
    Maybe(Option<i64>),
    /// UTC milliseconds.
    Moment(Option<i64>),
    Code(Option<&'static str>),
    /// Compared one by one.
    Names(Vec<String>),
}

impl Client {
    pub(crate) fn read(shop: &mut TestShop, number: ClientNumber) -> Client {
        let codes = shop.shop().client_codes(number).unwrap().codes.into_iter().map(|code| code.name).collect();
        let held = Held::read(shop, number);
        Client { record: shop.record(number), sheet: shop.shop().consents(number).unwrap(), codes, held }
    }

    fn indicator(&self, id: i64) -> Option<&IndicatorState> {
        self.sheet.indicators.iter().find(|indicator| indicator.indicator == id && indicator.decision.is_some())
    }

    /// Where they stand, answered or not.
    fn state(&self, id: i64) -> Option<ConsentState> {
        self.sheet.indicators.iter().find(|indicator| indicator.indicator == id).map(|indicator| indicator.state)
    }

    pub(crate) fn value(&self, field: ListField) -> Value {
        use ClientField as C;
        let client = &self.record.client;
        let text = |text: &str| Value::Text(text.to_owned());
        match field {
            ListField::Number => Value::Number(self.record.number),
            ListField::Record(field) => match field {
                C::Civility => text(&client.civility),
                C::LastName => text(&client.last_name),
                C::FirstName => text(&client.first_name),
                C::Company => text(&client.company),
                C::Address1 => text(&client.address_1),
                C::Address2 => text(&client.address_2),
                C::Address3 => text(&client.address_3),
                C::Postcode => text(&client.postcode),
                C::Town => text(&client.town),
                C::Country => text(&client.country),
                C::Email => text(&client.email),
                C::Phone => Value::Phone(Phone::parse(&client.phone)),
                C::Mobile => Value::Phone(Phone::parse(&client.mobile)),
                C::Origins => text(&client.origins),
                C::Type => Value::Code(Some(client.r#type.code())),
                C::Professional => Value::Code(Some(if client.professional { "professional" } else { "individual" })),
            },
            ListField::CreatedAt => Value::Moment(Some(self.record.created_at)),
            ListField::UpdatedAt => Value::Moment(Some(self.record.updated_at)),
            ListField::InactiveAt => Value::Moment(self.record.inactive.as_ref().map(|inactive| inactive.at)),
            ListField::InactiveReason => {
                text(self.record.inactive.as_ref().map_or("", |inactive| inactive.reason.as_str()))
            }
            ListField::RestrictedAt => Value::Moment(self.record.restricted_at),
            ListField::ImportFile => text(self.record.imported.as_ref().map_or("", |import| import.file_name.as_str())),
            ListField::SelectionCodes => Value::Names(self.codes.clone()),
            ListField::Held(field) => self.held.value(field),
            ListField::Consent(id) => Value::Code(self.state(id).and_then(|state| match state {
                ConsentState::Granted => Some("granted"),
                ConsentState::Refused => Some("refused"),
                ConsentState::Withdrawn => Some("withdrawn"),
                ConsentState::GrantedByDefault => Some("granted_by_default"),
                ConsentState::NeverAsked => None,
            })),
            ListField::ConsentMode(id) => text(self.indicator(id).map_or("", |indicator| indicator.mode.as_str())),
            ListField::ConsentDate(id) => Value::Moment(self.indicator(id).and_then(|indicator| indicator.since)),
            ListField::ContactConsent | ListField::ContactMode | ListField::ContactDate => text(""),
        }
    }

    /// Whether the client satisfies a condition.
    pub(crate) fn satisfies(&self, condition: &Condition) -> bool {
        use Operator as O;
        let values = &condition.values;
        if condition.operator == O::IsNot {
            return !self.satisfies(&Condition { operator: O::Is, ..condition.clone() });
        }
        match self.value(condition.field) {
            Value::Text(text) => {
                let own = fold(&text);
                let value = |at: usize| fold(&values[at]);
                let several = condition.field == ListField::Record(ClientField::Origins);
                let one_is = |value: &str| several && text.split(',').any(|one| fold(one) == value);
                match condition.operator {
                    O::Is if values.iter().any(|value| one_is(&fold(value))) => true,
                    O::Is => values.iter().any(|value| fold(value) == own),
                    O::Begins => own.starts_with(&value(0)),
                    O::Contains => own.contains(&value(0)),
                    O::From => !own.is_empty() && own >= value(0),
                    O::Until => !own.is_empty() && reaches(&own, &value(0)),
                    O::Between => !own.is_empty() && own >= value(0) && reaches(&own, &value(1)),
                    O::Empty => text.is_empty(),
                    _ => !text.is_empty(),
                }
            }
            Value::Phone(phone) => {
                let digits = phone.digits();
                let numbers: Vec<&str> = digits.split(' ').filter(|number| !number.is_empty()).collect();
                let value = |at: usize| search_digits(&values[at]).unwrap();
                match condition.operator {
                    O::Is => values.iter().any(|value| numbers.contains(&search_digits(value).unwrap().as_str())),
                    O::Begins => numbers.iter().any(|number| number.starts_with(&value(0))),
                    O::Contains => numbers.iter().any(|number| number.contains(&value(0))),
                    O::Empty => phone == Phone::Empty,
                    _ => phone != Phone::Empty,
                }
            }
            Value::Number(number) => {
                let value = |at: usize| values[at].parse::<i64>().unwrap();
                match condition.operator {
                    O::Is => values.iter().any(|value| value.parse() == Ok(number)),
                    O::From => number >= value(0),
                    O::Until => number <= value(0),
                    _ => number >= value(0) && number <= value(1),
                }
            }
            Value::Maybe(number) => {
                let value = |at: usize| values[at].parse::<i64>().unwrap();
                match condition.operator {
                    O::Empty => number.is_none(),
                    O::Filled => number.is_some(),
                    O::Is => values.iter().any(|value| value.parse().ok() == number && number.is_some()),
                    O::From => number.is_some_and(|number| number >= value(0)),
                    O::Until => number.is_some_and(|number| number <= value(0)),
                    _ => number.is_some_and(|number| number >= value(0) && number <= value(1)),
                }
            }
            Value::Moment(moment) => {
                let day = moment.map(day);
                let value = |at: usize| values[at].parse::<NaiveDate>().unwrap();
                match condition.operator {
                    O::Empty => day.is_none(),
                    O::Filled => day.is_some(),
                    O::Is => values.iter().any(|value| value.parse().ok() == day && day.is_some()),
                    O::From => day.is_some_and(|day| day >= value(0)),
                    O::Until => day.is_some_and(|day| day <= value(0)),
                    _ => day.is_some_and(|day| day >= value(0) && day <= value(1)),
                }
            }
            Value::Names(names) => match condition.operator {
                O::Empty => names.is_empty(),
                O::Filled => !names.is_empty(),
                _ => values.iter().any(|value| names.iter().any(|name| fold(name) == fold(value))),
            },
            Value::Code(code) => match condition.operator {
                O::Empty => code.is_none(),
                O::Filled => code.is_some(),
                _ => code.is_some_and(|code| values.iter().any(|value| value == code)),
            },
        }
    }

    fn matches(&self, query: &ListQuery) -> bool {
        let mut satisfied = query.conditions.iter().map(|condition| self.satisfies(condition));
        query.conditions.is_empty() || if query.any { satisfied.any(|one| one) } else { satisfied.all(|one| one) }
    }

    fn compare(&self, other: &Client, field: ListField) -> Ordering {
        if field == ListField::Record(ClientField::LastName) {
            let name = |client: &Client| {
                let client = &client.record.client;
                let person = fold(&format!("{} {}", client.last_name, client.first_name));
                if client.last_name.is_empty() && client.first_name.is_empty() { fold(&client.company) } else { person }
            };
            return name(self).cmp(&name(other));
        }
        match (self.value(field), other.value(field)) {
            (Value::Text(a), Value::Text(b)) if field == ListField::Record(ClientField::Postcode) => a.cmp(&b),
            (Value::Text(a), Value::Text(b)) if field == ListField::Record(ClientField::Email) => {
                a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase())
            }
            (Value::Text(a), Value::Text(b)) => fold(&a).cmp(&fold(&b)),
            (Value::Phone(a), Value::Phone(b)) => a.stored().cmp(b.stored()),
            (Value::Names(a), Value::Names(b)) => fold(&a.join("; ")).cmp(&fold(&b.join("; "))),
            (Value::Number(a), Value::Number(b)) => a.cmp(&b),
            (Value::Maybe(a), Value::Maybe(b)) | (Value::Moment(a), Value::Moment(b)) => a.cmp(&b),
            (Value::Code(a), Value::Code(b)) => {
                let answers = ["granted", "refused", "withdrawn", "granted_by_default"];
                let rank = |code: Option<&str>| code.map(|code| answers.iter().position(|answer| *answer == code));
                rank(a).cmp(&rank(b)).then(a.cmp(&b))
            }
            _ => Ordering::Equal,
        }
    }
}

/// A list as it must be.
pub(crate) struct Expected {
    /// In order, each with everything against them.
    pub(crate) clients: Vec<(ClientNumber, Vec<Reason>)>,
    pub(crate) hidden_inactive: u64,
}

/// What stands against each client, in the order of their numbers, as the gate said when it was first asked for this use.
pub(crate) type Verdicts = Vec<(ContactUse, Vec<Vec<Reason>>)>;

fn of_everybody(
    shop: &mut TestShop,
    verdicts: &mut Verdicts,
    clients: &[Client],
    contact: ContactUse,
) -> Vec<Vec<Reason>> {
    if let Some((_, known)) = verdicts.iter().find(|(known, _)| *known == contact) {
        return known.clone();
    }
    let asked: Vec<Vec<Reason>> = (clients.iter())
        .map(|client| {
            let number = client.record.number;
            shop.shop().may_contact(number, contact.channel, contact.purpose, Some(NOON)).unwrap().reasons
        })
        .collect();
    verdicts.push((contact, asked.clone()));
    asked
}

/// Whether a text is not beyond an upper bound, which holds all that begins with it.
fn reaches(own: &str, bound: &str) -> bool {
    own <= bound || own.starts_with(bound)
}

/// Looks at everybody.
pub(crate) fn expected(
    shop: &mut TestShop,
    verdicts: &mut Verdicts,
    clients: &[Client],
    query: &ListQuery,
) -> Expected {
    let matching: Vec<&Client> = clients.iter().filter(|client| client.matches(query)).collect();
    let hidden = |client: &&&Client| !query.include_inactive && client.record.inactive.is_some();
    let hidden_inactive = matching.iter().filter(hidden).count() as u64;
    let mut shown: Vec<&Client> = matching.iter().filter(|client| !hidden(client)).copied().collect();
    shown.sort_by(|a, b| {
        let by_key = a.compare(b, query.sort.by);
        let by_key = if query.sort.descending { by_key.reverse() } else { by_key };
        by_key.then(a.record.number.cmp(&b.record.number))
    });
    let reasons = query.contact.map(|contact| of_everybody(shop, verdicts, clients, contact));
    let against = |client: &Client| match &reasons {
        Some(reasons) => reasons[usize::try_from(client.record.number - 1).unwrap()].clone(),
        None if client.record.restricted_at.is_some() => vec![Reason::Restricted],
        None => Vec::new(),
    };
    let clients = shown.into_iter().map(|client| (client.record.number, against(client))).collect();
    Expected { clients, hidden_inactive }
}

/// A value of a client as somebody would type it, whole or its beginning.
pub(crate) fn typed(client: &Client, field: ListField, letters: usize) -> String {
    match client.value(field) {
        Value::Text(text) => text.chars().take(letters).collect(),
        Value::Phone(phone) => phone.display().chars().take(letters).collect(),
        Value::Number(number) => number.to_string(),
        Value::Maybe(number) => number.unwrap_or(4900).to_string(),
        Value::Moment(moment) => moment.map_or_else(|| "2020-02-29".into(), |moment| day(moment).to_string()),
        Value::Code(code) => code.unwrap_or("granted").to_owned(),
        Value::Names(names) => names.get(letters % names.len().max(1)).cloned().unwrap_or_default(),
    }
}

/// Whether a value can be compared with.
pub(crate) fn is_comparable(field: ListField, value: &str) -> bool {
    match field.kind() {
        FieldKind::Text => !fold(value).is_empty(),
        FieldKind::Phone => search_digits(value).is_some_and(|digits| !digits.is_empty()),
        _ => true,
    }
}

fn day(at: i64) -> NaiveDate {
    Local.timestamp_millis_opt(at).unwrap().date_naive()
}
