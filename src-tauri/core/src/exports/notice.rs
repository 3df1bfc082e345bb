//! What every exported list says of its own use.
//!
//! A list that the guard has not judged may not be used for prospecting, and says so where nobody can miss it. In a table a line above
//! the headings would be taken for the headings by most programs, and a line below them for a client. So it is said in the headings
//! themselves, by a last column that is otherwise empty: it is on the first line, stays in sight when the sheet is scrolled, and every
//! reader of CSV keeps its way. Imports know the column, leave it out, and read the cells of such a CSV file back as they were before
//! they were made inert.

use super::words::contact_in_words;
use crate::documents::Language;
use crate::lists::ContactUse;
use crate::text::fold;

/// How the last heading of a CSV table begins, folded.
const TEXT_MARKS: [&str; 2] = ["export ecrin ", "ecrin export "];
/// The same in a workbook, whose cells need not be made inert.
const SHEET_MARKS: [&str; 2] = ["usage ecrin ", "ecrin use "];

/// What the use of a list is, in a few words: « à ne pas utiliser pour la prospection », « pour SMS commerciaux seulement ».
pub(super) fn of(contact: Option<ContactUse>, language: Language) -> String {
    match contact {
        Some(contact) => {
            let contact = contact_in_words(contact, language);
            match language {
                Language::French => format!("pour {contact} seulement"),
                Language::English => format!("for {contact} only"),
            }
        }
        None => language.pick("à ne pas utiliser pour la prospection", "not to be used for prospecting").to_owned(),
    }
}

/// The last heading of a CSV table.
pub(super) fn of_text(contact: Option<ContactUse>, language: Language) -> String {
    format!("{}{}", language.pick("Export Écrin : ", "Écrin export: "), of(contact, language))
}

/// The last heading of a workbook.
pub(super) fn of_sheet(contact: Option<ContactUse>, language: Language) -> String {
    format!("{}{}", language.pick("Usage (Écrin) : ", "Écrin use: "), of(contact, language))
}

/// The column by which a list that was exported here is known again, and whether its cells were made inert.
pub(crate) fn own_column(headings: &[String]) -> Option<(usize, bool)> {
    headings.iter().enumerate().rev().find_map(|(column, heading)| Some((column, is_own(heading)?)))
}

fn is_own(heading: &str) -> Option<bool> {
    if heading.len() > 120 {
        return None;
    }
    let folded = fold(heading);
    let begins = |marks: [&str; 2]| marks.iter().any(|mark| folded.starts_with(mark));
    if begins(TEXT_MARKS) {
        Some(true)
    } else if begins(SHEET_MARKS) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consents::{Channel, Purpose};

    #[test]
    fn the_last_heading_is_known_again_and_no_other_is() {
        let use_of_it = Some(ContactUse { channel: Channel::Sms, purpose: Purpose::Commercial });
        for language in [Language::French, Language::English] {
            for contact in [None, use_of_it] {
                assert_eq!(is_own(&of_text(contact, language)), Some(true));
                assert_eq!(is_own(&of_sheet(contact, language)), Some(false));
            }
        }
        for other in ["", "Export", "Écrin", "Usage", "Nom", "Exporté le"] {
            assert_eq!(is_own(other), None, "{other}");
        }
        assert_eq!(of_text(use_of_it, Language::French), "Export Écrin : pour SMS commerciaux seulement");
    }
}
