//! A list as address cards: vCard 4.0 (RFC 6350), in UTF-8, without pictures.
//!
//! A line is folded where it would be longer than 75 octets, never within a character (RFC 6350 § 3.2); commas, semicolons, backslashes
//! and line breaks of a value are escaped (§ 3.4). A telephone number that could be read is a `tel:` address, another is text. Where the
//! list may not be used for prospecting, every card says so, because address books take cards apart.

use std::fs::File;
use std::io::{BufWriter, Write};

use super::table::{Finished, ListWriter};
use super::{notice, reach};
use crate::Result;
use crate::clients::ClientField as F;
use crate::consents::Channel;
use crate::documents::Language;
use crate::lists::{Cell, ContactUse, ListField, ListLine, ListTotals};
use crate::phones::is_e164;
use crate::print::GoOn;

/// What a card may hold.
const FIELDS: [F; 13] = [
    F::Civility,
    F::LastName,
    F::FirstName,
    F::Company,
    F::Address1,
    F::Address2,
    F::Address3,
    F::Postcode,
    F::Town,
    F::Country,
    F::Email,
    F::Phone,
    F::Mobile,
];

/// The longest line in octets, its end not counted.
const LINE_MAX: usize = 75;

/// All of that as columns.
fn columns() -> Vec<ListField> {
    FIELDS.map(ListField::Record).to_vec()
}

/// What the cards of a list hold: where it serves one channel, the coordinates of that one alone. A town without a street is no address.
pub(super) fn columns_for(contact: Option<ContactUse>) -> Vec<ListField> {
    let by_post = contact.is_none_or(|contact| contact.channel == Channel::Postal);
    let of_address = |field: &ListField| matches!(field, ListField::Record(F::Postcode | F::Town | F::Country));
    columns().into_iter().filter(|field| reach::suits(*field, contact) && (by_post || !of_address(field))).collect()
}

/// Cards being written.
pub(super) struct Cards {
    file: BufWriter<File>,
    columns: Vec<ListField>,
    file_id: String,
    note: Option<String>,
}

impl Cards {
    /// Begins a file. Cards name the shop file by its identity, so that a card that is imported twice is known again.
    pub(super) fn begin(
        file: BufWriter<File>,
        file_id: &str,
        contact: Option<ContactUse>,
        language: Language,
    ) -> Cards {
        let note = contact.is_none().then(|| notice::of_text(None, language));
        Cards { file, columns: columns_for(contact), file_id: file_id.to_owned(), note }
    }
}

impl ListWriter for Cards {
    fn add(&mut self, line: &ListLine) -> Result<()> {
        let card = card(line, &self.columns, &self.file_id, self.note.as_deref());
        Ok(self.file.write_all(card.as_bytes())?)
    }

    fn finish(self: Box<Self>, _: &ListTotals, _: GoOn<'_>) -> Result<Finished> {
        Ok(Finished { file: self.file, replaced: Vec::new() })
    }
}

fn card(line: &ListLine, columns: &[ListField], file_id: &str, note: Option<&str>) -> String {
    let place = |field: F| columns.iter().position(|other| *other == ListField::Record(field));
    let cell = |field: F| place(field).and_then(|index| line.cells.get(index));
    let text = |field: F| match cell(field) {
        Some(Cell::Text(text) | Cell::Phone(text)) => text.as_str(),
        _ => "",
    };
    let mut card = String::with_capacity(400);
    let mut add = |property: &str, value: &str| fold_into(&mut card, &format!("{property}:{value}"));
    add("BEGIN", "VCARD");
    add("VERSION", "4.0");
    let (last, first, company) = (text(F::LastName), text(F::FirstName), text(F::Company));
    let person =
        [text(F::Civility), first, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let is_person = !(last.is_empty() && first.is_empty());
    let name = match (is_person, company.is_empty()) {
        (true, _) => person.as_str(),
        (false, false) => company,
        (false, true) => {
            [F::Email, F::Mobile, F::Phone].map(text).into_iter().find(|text| !text.is_empty()).unwrap_or_default()
        }
    };
    add("KIND", if is_person || company.is_empty() { "individual" } else { "org" });
    add("FN", &escaped(name));
    if is_person {
        add("N", &format!("{};{};;{};", escaped(last), escaped(first), escaped(text(F::Civility))));
    }
    if !company.is_empty() {
        add("ORG", &escaped(company));
    }
    let street: Vec<&str> =
        [F::Address1, F::Address2, F::Address3].map(text).into_iter().filter(|line| !line.is_empty()).collect();
    let (postcode, town, country) = (text(F::Postcode), text(F::Town), text(F::Country));
    if !street.is_empty() || ![postcode, town, country].iter().all(|part| part.is_empty()) {
        // Post office box and extended address stay empty (RFC 6350 § 6.3.1); a street of several lines is a list.
        let street: Vec<String> = street.into_iter().map(escaped).collect();
        let rest = [town, "", postcode, country].map(escaped).join(";");
        add("ADR", &format!(";;{};{rest}", street.join(",")));
    }
    if !text(F::Email).is_empty() {
        add("EMAIL", &escaped(text(F::Email)));
    }
    for (field, kind) in [(F::Mobile, "cell"), (F::Phone, "voice")] {
        let number = text(field);
        if is_e164(number) {
            add(&format!("TEL;VALUE=uri;TYPE={kind}"), &format!("tel:{number}"));
        } else if !number.is_empty() {
            add(&format!("TEL;VALUE=text;TYPE={kind}"), &escaped(number));
        }
    }
    if let Some(note) = note {
        add("NOTE", &escaped(note));
    }
    add("UID;VALUE=text", &format!("{}/{}", escaped(file_id), line.client));
    add("END", "VCARD");
    card
}

/// A value with the marks that structure values made literal.
fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' | ',' | ';' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\r' => {
                characters.next_if_eq(&'\n');
                escaped.push_str("\\n");
            }
            '\n' => escaped.push_str("\\n"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Adds a line, folded: each further part begins with a space, which counts.
fn fold_into(card: &mut String, line: &str) {
    let mut room = LINE_MAX;
    for character in line.chars() {
        if character.len_utf8() > room {
            card.push_str("\r\n ");
            room = LINE_MAX - 1;
        }
        room -= character.len_utf8();
        card.push(character);
    }
    card.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn line(values: &[(F, &str)]) -> ListLine {
        let cell = |field: &F| match values.iter().find(|(other, _)| other == field) {
            Some((F::Phone | F::Mobile, text)) => Cell::Phone((*text).to_owned()),
            Some((_, text)) => Cell::Text((*text).to_owned()),
            None => Cell::Empty,
        };
        ListLine { client: 7, cells: FIELDS.iter().map(cell).collect() }
    }

    #[test]
    fn a_card_says_who_where_and_how_to_reach_them() {
        let laura = line(&[
            (F::Civility, "Mlle"),
            (F::LastName, "DUPONT"),
            (F::FirstName, "Laura"),
            (F::Address1, "1, rue du Four"),
            (F::Address2, "Bât. B; escalier 2"),
            (F::Postcode, "19200"),
            (F::Town, "USSEL"),
            (F::Email, "laura@boutique.example"),
            (F::Mobile, "+33639987110"),
            (F::Phone, "01 99 00 (le soir)"),
        ]);
        expect![[r"
            BEGIN:VCARD
            VERSION:4.0
            KIND:individual
            FN:Mlle Laura DUPONT
            N:DUPONT;Laura;;Mlle;
            ADR:;;1\, rue du Four,Bât. B\; escalier 2;USSEL;;19200;
            EMAIL:laura@boutique.example
            TEL;VALUE=uri;TYPE=cell:tel:+33639987110
            TEL;VALUE=text;TYPE=voice:01 99 00 (le soir)
            UID;VALUE=text:f00d/7
            END:VCARD
        "]]
        .assert_eq(&card(&laura, &columns(), "f00d", None).replace("\r\n", "\n"));
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_character_is_cut() {
        let long = "é".repeat(200) + "漢字💍\\;,";
        let folded = card(&line(&[(F::Company, &long)]), &columns(), "f00d", Some("ne pas utiliser"));
        assert!(folded.split("\r\n").all(|line| line.len() <= LINE_MAX), "{folded}");
        assert!(folded.split("\r\n").any(|line| line.len() >= LINE_MAX - 1));
        let unfolded = folded.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("\r\nFN:{}\r\n", escaped(&long))));
        assert!(unfolded.contains("KIND:org\r\n") && !unfolded.contains("\r\nN:"));
        assert!(unfolded.contains("NOTE:ne pas utiliser\r\n"));
    }
}
