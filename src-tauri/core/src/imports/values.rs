//! Reading what files write for yes and no, for types of contact and for « Particulier / Professionnel ».

use crate::clients::ContactType;
use crate::text::fold;

/// A yes or no in one of its spellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flag {
    Yes,
    No,
    /// « inactif » whatever the column is called.
    Inactive,
    /// « actif » whatever the column is called.
    Active,
}

impl Flag {
    /// Reads a cell that is not empty.
    pub(super) fn read(cell: &str) -> Option<Flag> {
        match cell {
            // Most cells by far, and signs that folding would drop.
            "oui" | "Oui" | "OUI" | "✓" | "✔" | "☑" | "☒" => return Some(Flag::Yes),
            "non" | "Non" | "NON" | "☐" | "-" => return Some(Flag::No),
            _ if cell.len() > 20 => return None,
            _ => {}
        }
        match fold(cell).as_str() {
            "oui" | "o" | "yes" | "y" | "vrai" | "v" | "true" | "t" | "1" | "x" | "on" => Some(Flag::Yes),
            "non" | "n" | "no" | "faux" | "f" | "false" | "0" | "off" => Some(Flag::No),
            "inactif" | "inactive" => Some(Flag::Inactive),
            "actif" | "active" => Some(Flag::Active),
            _ => None,
        }
    }
}

/// Whether the client is inactive, by a cell that is not empty; `inverted` under a header that says « Actif ».
pub(super) fn inactive(cell: &str, inverted: bool) -> Option<bool> {
    Some(match Flag::read(cell)? {
        Flag::Yes => !inverted,
        Flag::No => inverted,
        Flag::Inactive => true,
        Flag::Active => false,
    })
}

/// Whether the client is a professional, by a cell that is not empty.
pub(super) fn professional(cell: &str) -> Option<bool> {
    match Flag::read(cell) {
        Some(Flag::Yes) => return Some(true),
        Some(Flag::No) => return Some(false),
        Some(Flag::Active | Flag::Inactive) => return None,
        None => {}
    }
    match fold(cell).as_str() {
        "professionnel" | "professionnelle" | "pro" | "professional" | "societe" | "entreprise" | "b2b" => Some(true),
        "particulier" | "particuliere" | "part" | "individual" | "consumer" | "b2c" => Some(false),
        _ => None,
    }
}

/// The type of contact, by its label or its code.
pub(super) fn contact_type(cell: &str) -> Option<ContactType> {
    let folded = fold(cell);
    match folded.as_str() {
        "paye par" | "payee par" => Some(ContactType::PayePar),
        "tiers payeur" => Some(ContactType::Tiers),
        "beneficiary" => Some(ContactType::Beneficiaire),
        "customer" => Some(ContactType::Client),
        code => {
            let singular = if code == "tiers" { code } else { code.strip_suffix('s').unwrap_or(code) };
            ContactType::from_code(singular)
        }
    }
}

/// What a spreadsheet shows where a formula failed, in French and English: nobody's name or address.
pub(super) fn is_spreadsheet_error(cell: &str) -> bool {
    cell.starts_with('#')
        && matches!(
            cell,
            "#N/A"
                | "#REF!"
                | "#NAME?"
                | "#NOM?"
                | "#VALUE!"
                | "#VALEUR!"
                | "#DIV/0!"
                | "#NUM!"
                | "#NOMBRE!"
                | "#NULL!"
                | "#NUL!"
                | "#DATA!"
                | "#SPILL!"
                | "#EPARS!"
                | "#CALC!"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_in_their_spellings() {
        for yes in ["oui", "OUI", "Vrai", "1", "x", "X", "yes", "true", "✓"] {
            assert_eq!((inactive(yes, false), inactive(yes, true)), (Some(true), Some(false)), "{yes}");
        }
        for no in ["non", "Faux", "0", "no", "FALSE"] {
            assert_eq!((inactive(no, false), inactive(no, true)), (Some(false), Some(true)), "{no}");
        }
        for word in ["inactif", "Inactive"] {
            assert_eq!((inactive(word, false), inactive(word, true)), (Some(true), Some(true)), "{word}");
        }
        for unreadable in ["peut-être", "2", "12/03/2020", "oui non", "?"] {
            assert_eq!(inactive(unreadable, false), None, "{unreadable}");
        }
    }

    #[test]
    fn professionals_by_word_or_flag() {
        assert_eq!(professional("Professionnel"), Some(true));
        assert_eq!(professional("particulier"), Some(false));
        assert_eq!(professional("non"), Some(false));
        assert_eq!(professional("actif"), None);
    }

    #[test]
    fn every_type_is_read_by_its_code_and_its_label() {
        for kind in ContactType::ALL {
            assert_eq!(contact_type(kind.code()), Some(kind), "{kind:?}");
        }
        assert_eq!(contact_type("Payé par"), Some(ContactType::PayePar));
        assert_eq!(contact_type("BÉNÉFICIAIRE"), Some(ContactType::Beneficiaire));
        assert_eq!(contact_type("Prospects"), Some(ContactType::Prospect));
        assert_eq!(contact_type("Grand compte"), None);
    }
}
