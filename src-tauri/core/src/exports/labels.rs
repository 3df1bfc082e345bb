//! A list as addresses on sheets of labels, by the rules of La Poste (NF Z10-011): the lines as they were typed, empty ones closed, the
//! postcode and the town last, in capitals without accents, hyphens or apostrophes; abroad, the country below.

use std::fs::File;
use std::io::{BufWriter, Write};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::notice;
use super::table::{Finished, ListWriter};
use crate::Result;
use crate::clients::ClientField as F;
use crate::documents::Language;
use crate::lists::{Cell, ContactUse, ListField, ListLine, ListTotals};
use crate::print::{self, GoOn, LabelSheet, Labels};

/// What an address is made of.
const FIELDS: [F; 10] = [
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
];

/// The columns of a list of labels.
pub(super) fn columns() -> Vec<ListField> {
    FIELDS.map(ListField::Record).to_vec()
}

/// Whether a letter reaches them, as the gate sees it: a town, and a line above it.
pub(super) fn has_address(line: &ListLine) -> bool {
    let is_there = |field: &F| !text(line, *field).is_empty();
    is_there(&F::Town) && [F::Address1, F::Address2, F::Address3].iter().any(is_there)
}

/// Labels being gathered; the document is made at the end.
pub(super) struct LabelPages {
    file: BufWriter<File>,
    labels: Labels,
}

impl LabelPages {
    /// Begins with the label `start` of a sheet. Where the list may not be used for prospecting, the first label says so.
    pub(super) fn begin(
        file: BufWriter<File>,
        (sheet, start): (LabelSheet, u8),
        contact: Option<ContactUse>,
        language: Language,
        (title, author, at): (&str, &str, i64),
    ) -> LabelPages {
        let first = contact.is_none().then(|| vec![notice::of_text(None, language)]);
        LabelPages {
            file,
            labels: Labels {
                title: title.to_owned(),
                author: author.to_owned(),
                language: language.of_print(),
                created_at: at,
                sheet,
                start,
                labels: first.into_iter().collect(),
            },
        }
    }
}

impl ListWriter for LabelPages {
    fn add(&mut self, line: &ListLine) -> Result<()> {
        self.labels.labels.push(address(line));
        Ok(())
    }

    fn finish(mut self: Box<Self>, _: &ListTotals, go_on: GoOn<'_>) -> Result<Finished> {
        self.file.write_all(&print::render_labels_while(&self.labels, go_on)?)?;
        Ok(Finished { file: self.file, replaced: Vec::new() })
    }
}

/// What a line says of a field.
fn text(line: &ListLine, field: F) -> &str {
    let cell = FIELDS.iter().position(|other| *other == field).and_then(|index| line.cells.get(index));
    if let Some(Cell::Text(text)) = cell { text.trim() } else { "" }
}

/// The lines of an address, none empty.
fn address(line: &ListLine) -> Vec<String> {
    let text = |field: F| text(line, field);
    let name = [F::Civility, F::FirstName, F::LastName].map(text);
    let person = match name {
        // « M. et Mme » alone is nobody: at a company, the company is addressed.
        [_, "", ""] => String::new(),
        name => name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
    };
    let town = capitals(&[text(F::Postcode), text(F::Town)].join(" "));
    let country = text(F::Country);
    let at_home = matches!(crate::text::fold(country).as_str(), "" | "france" | "fr");
    let lines = [
        text(F::Company).to_owned(),
        person,
        text(F::Address1).to_owned(),
        text(F::Address2).to_owned(),
        text(F::Address3).to_owned(),
        town,
        if at_home { String::new() } else { capitals(country) },
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Capitals as sorting machines read them: no accents, no hyphens, no apostrophes.
fn capitals(text: &str) -> String {
    let upper = text.to_uppercase().replace('Œ', "OE").replace('Æ', "AE");
    let plain = upper.nfd().filter(|character| !is_combining_mark(*character)).map(|character| match character {
        '-' | '\'' | '’' | '\u{2010}' | '\u{2011}' | '.' | ',' => ' ',
        other => other,
    });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[(F, &str)], expected: &[&str]) {
        let cell = |field: &F| match values.iter().find(|(other, _)| other == field) {
            Some((_, text)) => Cell::Text((*text).to_owned()),
            None => Cell::Empty,
        };
        let line = ListLine { client: 1, cells: FIELDS.iter().map(cell).collect() };
        assert_eq!(address(&line), expected);
    }

    #[test]
    fn a_couple_is_addressed_as_one_and_empty_lines_are_closed() {
        let couple = [
            (F::Civility, "M. et Mme"),
            (F::LastName, "DUPONT"),
            (F::FirstName, "Jean"),
            (F::Address1, "3 place de l’Église"),
            (F::Postcode, "42100"),
            (F::Town, "Saint-Étienne"),
            (F::Country, "France"),
        ];
        check(&couple, &["M. et Mme Jean DUPONT", "3 place de l’Église", "42100 SAINT ETIENNE"]);
    }

    #[test]
    fn a_company_comes_before_whoever_works_there() {
        let there = [
            (F::Civility, "Mme"),
            (F::LastName, "REY"),
            (F::Company, "Atelier du Lac"),
            (F::Address1, "Bâtiment B"),
            (F::Address3, "12 rue Carnot"),
            (F::Postcode, "74000"),
            (F::Town, "L’Haÿ-les-Œufs"),
        ];
        check(&there, &["Atelier du Lac", "Mme REY", "Bâtiment B", "12 rue Carnot", "74000 L HAY LES OEUFS"]);
    }

    #[test]
    fn abroad_the_country_comes_last() {
        let abroad = [
            (F::Civility, "M."),
            (F::Company, "Uhren AG"),
            (F::Postcode, "1204"),
            (F::Town, "Genève"),
            (F::Country, "Suisse"),
        ];
        check(&abroad, &["Uhren AG", "1204 GENEVE", "SUISSE"]);
    }
}
