//! What a person types into a record, and what may be saved of it.

use serde::{Deserialize, Serialize};

use super::{ClientField, ContactType, FieldIssue, FieldProblem};
use crate::phones::Phone;

/// The editable part of a record, as typed. Phones may be in any form; see [`crate::phones`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[allow(missing_docs, reason = "the names are the documentation")]
pub struct ClientInput {
    pub civility: String,
    pub last_name: String,
    pub first_name: String,
    pub company: String,
    pub address_1: String,
    pub address_2: String,
    pub address_3: String,
    pub postcode: String,
    pub town: String,
    pub country: String,
    pub email: String,
    pub phone: String,
    pub mobile: String,
    /// Where the client comes from; several are separated by commas.
    pub origins: String,
    pub r#type: ContactType,
    /// « Professionnel » rather than « Particulier ».
    pub professional: bool,
}

impl ClientInput {
    /// Every text field with its name and its longest value in characters.
    pub fn texts(&self) -> [(ClientField, &String, u32); 14] {
        use ClientField as F;
        [
            (F::Civility, &self.civility, 20),
            (F::LastName, &self.last_name, 100),
            (F::FirstName, &self.first_name, 100),
            (F::Company, &self.company, 150),
            (F::Address1, &self.address_1, 150),
            (F::Address2, &self.address_2, 150),
            (F::Address3, &self.address_3, 150),
            (F::Postcode, &self.postcode, 12),
            (F::Town, &self.town, 100),
            (F::Country, &self.country, 60),
            (F::Email, &self.email, 254), // RFC 5321 § 4.5.3.1.3: 256 octets with the angle brackets
            (F::Phone, &self.phone, 40),
            (F::Mobile, &self.mobile, 40),
            (F::Origins, &self.origins, 200),
        ]
    }

    fn texts_mut(&mut self) -> [&mut String; 14] {
        [
            &mut self.civility,
            &mut self.last_name,
            &mut self.first_name,
            &mut self.company,
            &mut self.address_1,
            &mut self.address_2,
            &mut self.address_3,
            &mut self.postcode,
            &mut self.town,
            &mut self.country,
            &mut self.email,
            &mut self.phone,
            &mut self.mobile,
            &mut self.origins,
        ]
    }

    /// Removes white space around every value; says whether there was any. Nothing else is altered.
    pub fn trim(&mut self) -> bool {
        let mut trimmed = false;
        for text in self.texts_mut() {
            let kept = text.trim();
            if kept.len() != text.len() {
                trimmed = true;
                *text = kept.to_owned();
            }
        }
        trimmed
    }

    /// Everything wrong or remarkable about the record, in the order of its fields. Expects trimmed values.
    pub fn issues(&self) -> Vec<FieldIssue> {
        let mut issues = Vec::new();
        let mut say = |field, problem, blocking, max| issues.push(FieldIssue { field, problem, blocking, max });
        let named = !self.last_name.is_empty() || !self.company.is_empty();
        let known_by_email = self.r#type == ContactType::Beneficiaire && !self.email.is_empty();
        if !named && !known_by_email {
            say(ClientField::LastName, FieldProblem::Required, true, None);
        }
        for (field, text, max) in self.texts() {
            if text.chars().any(char::is_control) {
                say(field, FieldProblem::ControlCharacter, true, None);
            }
            if text.len() > max as usize && text.chars().count() > max as usize {
                say(field, FieldProblem::TooLong, true, Some(max));
            }
        }
        if !self.email.is_empty() && !is_email(&self.email) {
            say(ClientField::Email, FieldProblem::EmailMalformed, true, None);
        }
        for (field, typed) in [(ClientField::Phone, &self.phone), (ClientField::Mobile, &self.mobile)] {
            if matches!(Phone::parse(typed), Phone::AsTyped(_)) {
                say(field, FieldProblem::PhoneUnreadable, false, None);
            }
        }
        if !self.postcode.is_empty() && self.is_in_france() && !is_french_postcode(&self.postcode) {
            say(ClientField::Postcode, FieldProblem::PostcodeUnusual, false, None);
        }
        issues
    }

    /// Name and address as an envelope has them, none of the lines empty.
    pub(crate) fn addressee(&self) -> Vec<String> {
        let joined =
            |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let person = match (self.last_name.as_str(), self.first_name.as_str()) {
            // « M. et Mme » alone is nobody: at a company, the company is addressed.
            ("", "") => String::new(),
            (last, first) => joined(&[&self.civility, first, last]),
        };
        let lines = [
            self.company.clone(),
            person,
            self.address_1.clone(),
            self.address_2.clone(),
            self.address_3.clone(),
            joined(&[&self.postcode, &self.town]),
            if self.is_in_france() { String::new() } else { self.country.clone() },
        ];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    fn is_in_france(&self) -> bool {
        self.country.is_empty() || self.country.eq_ignore_ascii_case("france")
    }
}

/// Whether this is an address that mail can be sent to: local part, `@`, a domain with a dot.
fn is_email(text: &str) -> bool {
    let options = email_address::Options::default().with_required_tld().without_display_text().without_domain_literal();
    email_address::EmailAddress::parse_with_options(text, options).is_ok()
}

/// Five digits; La Poste's codes run from 01000 to 98999.
fn is_french_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}
