//! What is wrong with a list, in words, for people at a terminal.

use ecrin_core::lists::{ListField, ListProblem, Operator};

use crate::language::Language;

/// The field as it is typed, what is wrong with it, and what may be typed instead.
pub(crate) fn sentence(language: Language, problem: ListProblem, field: &str, choices: &[&str]) -> String {
    let mut sentence = String::new();
    if !field.is_empty() {
        sentence = format!("{field}{} ", language.pick(" :", ":"));
    }
    sentence.push_str(reason(language, problem));
    if !choices.is_empty() {
        let possible = language.pick("Possible :", "Possible:");
        sentence = format!("{sentence}. {possible} {}", choices.join(", "));
    }
    sentence
}

/// What could be typed instead, where that is a choice of few.
pub(crate) fn choices(problem: ListProblem, field: Option<ListField>) -> Vec<&'static str> {
    match (problem, field) {
        (ListProblem::NotAChoice, Some(field)) => field.choices(),
        (ListProblem::OperatorUnsuited, Some(field)) => {
            field.operators().iter().filter_map(|operator| sign(*operator)).collect()
        }
        _ => Vec::new(),
    }
}

/// How a comparison is typed, if it can be.
const fn sign(operator: Operator) -> Option<&'static str> {
    match operator {
        Operator::Is => Some("="),
        Operator::IsNot => Some("!="),
        Operator::Begins => Some("^="),
        Operator::Contains => Some("~"),
        Operator::From => Some(">="),
        Operator::Until => Some("<="),
        Operator::Between | Operator::Empty | Operator::Filled => None,
    }
}

const fn reason(language: Language, problem: ListProblem) -> &'static str {
    use ListProblem as P;
    let (french, english) = match problem {
        P::NoColumns => (
            "aucune colonne ne reste : une liste pour un canal n’a pas les coordonnées des autres",
            "no column is left: a list for one channel has not the coordinates of others",
        ),
        P::TooMany => ("trop de conditions, de valeurs ou de colonnes", "too many conditions, values or columns"),
        P::OperatorUnsuited => ("ce champ ne se compare pas ainsi", "this field is not compared in this way"),
        P::ColumnOnly => {
            ("ce champ se montre, mais ne se cherche ni ne se trie", "this field is shown, not searched or sorted by")
        }
        P::ValueCount => ("trop ou trop peu de valeurs", "too many values, or too few"),
        P::NotADay => ("ce n’est pas un jour : écrivez 2016-01-31", "this is not a day: write 2016-01-31"),
        P::NotANumber => ("ce n’est pas un nombre entier", "this is not a whole number"),
        P::NotAChoice => ("ce choix n’existe pas", "there is no such choice"),
        P::NotAText => (
            "rien à comparer : écrivez au moins une lettre ou un chiffre",
            "nothing to compare with: write at least a letter or a digit",
        ),
        P::NoIndicator => ("cette question n’existe plus", "there is no such question any more"),
        P::NoContact => (
            "cette colonne dit comment le client a accepté ce à quoi la liste sert : ajoutez --contact CANAL:FINALITÉ",
            "this column says how the client agreed to what the list serves for: add --contact CHANNEL:PURPOSE",
        ),
        P::NotACursor => ("cette page n’existe pas", "there is no such page"),
    };
    match language {
        Language::French => french,
        Language::English => english,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_names_the_field_the_reason_and_what_there_is() {
        let said = |language, problem, field: &str| {
            sentence(language, problem, field, &choices(problem, ListField::from_code(field)))
        };
        let told = said(Language::English, ListProblem::NotAChoice, "professional");
        assert_eq!(told, "professional: there is no such choice. Possible: individual, professional");
        let told = said(Language::French, ListProblem::OperatorUnsuited, "number");
        assert_eq!(told, "number : ce champ ne se compare pas ainsi. Possible : =, !=, >=, <=");
        assert_eq!(said(Language::English, ListProblem::TooMany, ""), "too many conditions, values or columns");
    }
}
