//! Merge fields: `{nom}` in a template, the client's name in a message.
//!
//! A field is a name between braces and nothing more: no expression, no condition, so that whoever writes a template cannot be surprised by
//! it. Names are read whatever their case and accents. What is not a field is refused when a template is saved, never sent as it stands;
//! braces have no other use. What a field holds is put in as it is: a brace in a client's name begins no field.

use serde::{Deserialize, Serialize};

use crate::consents::legible;
use crate::text::fold;
use crate::{Error, Result};

/// The longest wrong name that is repeated, in characters.
const NAME_MAX: usize = 40;

/// What may stand between braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// « Mme », « M. »; may be empty.
    Civility,
    /// The client's last name.
    LastName,
    /// The client's first name.
    FirstName,
    /// Civility, first and last name; the company where there is no name.
    FullName,
    /// The client's company.
    Company,
    /// The client's town.
    Town,
    /// The shop's name.
    Shop,
    /// The day on which the message is written.
    Date,
    /// The name of the indicator that the message is about.
    Agreement,
    /// The day of the client's newest answer to it.
    AgreedOn,
    /// How they agreed.
    AgreedHow,
    /// What is repaired and ready.
    Repaired,
    /// Since which day it is ready.
    ReadyOn,
    /// Whom to ask about one's rights (GDPR art. 13).
    Rights,
    /// How to object: the mention of the shop's gateway.
    Stop,
}

/// All fields with their names in templates: the only list of them.
pub const FIELDS: [(Field, &str); 15] = [
    (Field::Civility, "civilité"),
    (Field::LastName, "nom"),
    (Field::FirstName, "prénom"),
    (Field::FullName, "nom_complet"),
    (Field::Company, "société"),
    (Field::Town, "ville"),
    (Field::Shop, "boutique"),
    (Field::Date, "date"),
    (Field::Agreement, "autorisation"),
    (Field::AgreedOn, "date_accord"),
    (Field::AgreedHow, "mode_accord"),
    (Field::Repaired, "objet"),
    (Field::ReadyOn, "prêt_le"),
    (Field::Rights, "droits"),
    (Field::Stop, "stop"),
];

/// A field as the window offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergeField {
    /// Its name, without braces.
    pub name: String,
    /// Whether it says something only where the message is about an indicator.
    pub about_agreement: bool,
    /// Whether it says something only where the message is about a repair that is ready.
    pub about_repair: bool,
}

impl MergeField {
    /// All fields, in the order in which they are offered.
    pub fn all() -> Vec<MergeField> {
        FIELDS
            .into_iter()
            .map(|(field, name)| MergeField {
                name: name.into(),
                about_agreement: field.is_about_agreement(),
                about_repair: field.is_about_repair(),
            })
            .collect()
    }
}

impl Field {
    /// Whether it needs to know which agreement the message is about.
    pub const fn is_about_agreement(self) -> bool {
        matches!(self, Field::Agreement | Field::AgreedOn | Field::AgreedHow)
    }

    /// Whether it needs to know which repair the message is about.
    pub const fn is_about_repair(self) -> bool {
        matches!(self, Field::Repaired | Field::ReadyOn)
    }

    fn named(name: &str) -> Option<Field> {
        let name = fold(name);
        FIELDS.into_iter().find(|(_, known)| fold(known) == name).map(|(field, _)| field)
    }
}

/// The names of all fields, for a refusal.
pub fn known_fields() -> String {
    FIELDS.map(|(_, name)| name).join(", ")
}

#[derive(Clone, Copy)]
enum Piece<'a> {
    Text(&'a str),
    Field(Field),
}

/// The fields of a text, in the order in which they stand.
///
/// # Errors
/// `FieldUnknown` with the name of the first that is none; `TemplateMalformed` for a brace that opens or closes nothing.
pub fn fields_of(text: &str) -> Result<Vec<Field>> {
    let pieces = pieces(text)?;
    Ok(pieces
        .into_iter()
        .filter_map(|piece| if let Piece::Field(field) = piece { Some(field) } else { None })
        .collect())
}

/// The text with what each field holds, on one line each. Where a field holds nothing, the space before it goes with it; at the beginning of
/// a line, the comma and the spaces after it.
///
/// # Errors
/// As [`fields_of`].
pub(crate) fn merge(text: &str, value: impl Fn(Field) -> String) -> Result<String> {
    let mut merged = String::with_capacity(text.len() + 64);
    let mut after_nothing = false;
    for piece in pieces(text)? {
        match piece {
            Piece::Text(text) => {
                let text = match merged.chars().next_back() {
                    None | Some('\n') if after_nothing => text.trim_start_matches([' ', ',']),
                    Some(' ') if after_nothing => text.strip_prefix(' ').unwrap_or(text),
                    _ => text,
                };
                if after_nothing && text.starts_with([',', '.', '\n']) && merged.ends_with(' ') {
                    merged.pop();
                }
                merged.push_str(text);
                after_nothing = false;
            }
            Piece::Field(field) => {
                let value = legible(&value(field));
                after_nothing = value.is_empty();
                merged.push_str(&value);
            }
        }
    }
    Ok(merged.trim_end().to_owned())
}

fn pieces(text: &str) -> Result<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(brace) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(brace);
        let inside = from.strip_prefix('{').ok_or(Error::TemplateMalformed)?;
        let end = inside.find(['{', '}', '\n']).ok_or(Error::TemplateMalformed)?;
        let (name, after) = inside.split_at(end);
        rest = after.strip_prefix('}').ok_or(Error::TemplateMalformed)?;
        if name.trim().is_empty() {
            return Err(Error::TemplateMalformed);
        }
        let field = Field::named(name)
            .ok_or_else(|| Error::FieldUnknown(legible(name).chars().take(NAME_MAX).collect::<String>()))?;
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Field(field));
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn laura(field: Field) -> String {
        match field {
            Field::Civility => "Mlle".into(),
            Field::LastName => "DUPONT".into(),
            Field::FirstName => "Laura {nom}".into(),
            Field::Rights => "Claire V.\n01 99 00 12 34".into(),
            _ => String::new(),
        }
    }

    #[test]
    fn a_field_becomes_what_it_holds() {
        for (text, merged) in [
            ("Bonjour {civilité} {nom},", "Bonjour Mlle DUPONT,"),
            ("{CIVILITE} { Nom }", "Mlle DUPONT"),
            ("{prénom}", "Laura {nom}"),
            ("{droits}.", "Claire V. 01 99 00 12 34."),
            ("sans champ", "sans champ"),
        ] {
            assert_eq!(merge(text, laura).unwrap(), merged, "{text}");
        }
    }

    #[test]
    fn what_holds_nothing_leaves_no_gap() {
        for (text, merged) in [
            ("Bonjour {société} {nom},", "Bonjour DUPONT,"),
            ("Bonjour {société} {ville},", "Bonjour,"),
            ("{ville} {nom}", "DUPONT"),
            ("{nom} {ville}", "DUPONT"),
            ("à {ville}.\n{société} Fin", "à.\nFin"),
            ("{ville}, {nom} vous attend", "DUPONT vous attend"),
            ("{société} {ville}, une attention", "une attention"),
            ("Bonjour.\n{ville}, à demain", "Bonjour.\nà demain"),
            ("{ville}, ", ""),
        ] {
            assert_eq!(merge(text, laura).unwrap(), merged, "{text}");
        }
    }

    #[test]
    fn an_unknown_field_is_refused_by_its_name() {
        for (text, name) in [("{nom} {pointure}", "pointure"), ("{nom|upper}", "nom|upper"), ("{1+1}", "1+1")] {
            assert!(matches!(fields_of(text), Err(Error::FieldUnknown(unknown)) if unknown == name), "{text}");
        }
    }

    #[test]
    fn a_brace_that_opens_or_closes_nothing_is_refused() {
        for text in ["{", "}", "{nom", "nom}", "{nom}}", "{{nom}}", "{}", "{ }", "{no\nm}", "{% if nom %}{"] {
            assert!(matches!(fields_of(text), Err(Error::TemplateMalformed | Error::FieldUnknown(_))), "{text}");
        }
    }

    #[test]
    fn every_field_is_found_by_its_name_only() {
        for (field, name) in FIELDS {
            assert_eq!(fields_of(&format!("a {{{name}}} b")).unwrap(), [field], "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_sent_with_a_field_left_in_it(text in "[a-z {}é]{0,30}") {
            if let Ok(merged) = merge(&text, |_| "x".into()) {
                prop_assert!(!merged.contains(['{', '}']), "{text} became {merged}");
            }
        }
    }
}
