//! What folding promises.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{fold, joined, tokens};

fn check(text: &str, folded: &str) {
    assert_eq!(fold(text), folded, "{text}");
}

#[test]
fn the_same_keystrokes_find_every_way_of_writing_a_name() {
    for text in ["Lœuillet", "loeuillet", "LŒUILLET", " Lœuillet. ", "Lo\u{200b}euillet", "Loeu\u{ad}illet"] {
        check(text, "loeuillet");
    }
    for text in
        ["L’Hermite", "L'HERMITE", "l hermite", "L‘Hermite", "Lʼhermite", "L-Hermite", "L\u{a0}Hermite", "L´Hermite"]
    {
        check(text, "l hermite");
    }
    for text in ["Noël", "Noe\u{308}l", "NOËL", "noel", "Ｎｏｅｌ"] {
        check(text, "noel");
    }
}

#[test]
fn letters_of_the_neighbours_are_written_with_the_keys_at_hand() {
    check("Straße STRAẞE", "strasse strasse");
    check("Łukasz Đorđe Sørensen Þór Ðorn", "lukasz dorde sorensen thor dorn");
    check("Ægidius Çelik İpek ışık Ħamrun Škoda", "aegidius celik ipek isik hamrun skoda");
    check("Müller Nguyễn Đặng", "muller nguyen dang");
    check("Ÿ Ñandú ﬁn", "y nandu fin");
}

#[test]
fn digits_and_other_scripts_stay() {
    check("14 bis, rue du 11-Novembre", "14 bis rue du 11 novembre");
    check("Іван ПЕТРЕНКО", "іван петренко");
    check("ΜΆΡΙΟΣ Μάριος", "μαριοσ μαριοσ");
    check("山田 太郎", "山田 太郎");
    check("ｱ１２", "ア12");
}

#[test]
fn what_holds_no_letter_folds_to_nothing() {
    for text in ["", " ", "-- ’ …", "\u{feff}", "\u{301}", "🎁"] {
        check(text, "");
        assert_eq!(tokens(text).count(), 0, "{text:?}");
    }
}

#[test]
fn tokens_are_the_folded_words() {
    assert_eq!(tokens("  De La Tour-d’Auvergne ").collect::<Vec<_>>(), ["de", "la", "tour", "d", "auvergne"]);
}

#[test]
fn composed_names_have_a_form_in_one_word() {
    let check = |text: &str, forms: Option<&str>| assert_eq!(joined(text).as_deref(), forms, "{text}");
    check("L’Hermite", Some("lhermite"));
    check("Dupont-Rey", Some("dupontrey"));
    check("Smith-O’Brien", Some("smithobrien obrien"));
    check("DUPONT‑L'HERMITE", Some("dupontlhermite lhermite"));
    check("Le Goff", Some("legoff"));
    check("de La Tour", Some("delatour latour"));
    check("Saint-Étienne-aux-Clos", Some("saintetienneauxclos saintetienne"));
    check("Jean-Noël Le Cœur", Some("jeannoel lecoeur"));
    check("Dupont", None);
    check("Dupont -", None);
    check("De", None);
    check("", None);
    check("12-14", None);
}

#[test]
fn the_table_of_latin_letters_agrees_with_unicode() {
    for character in '\u{c0}'..='\u{24f}' {
        let lower: String = character.to_lowercase().collect();
        let plain: String = lower.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
        if plain.len() == 1 {
            check(&character.to_string(), &plain);
        }
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn only_lower_case_letters_digits_and_single_spaces_are_left(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert!(folded.chars().all(|c| c == ' ' || (c.is_alphanumeric() && c.to_lowercase().eq([c]))), "{folded}");
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "), "{folded}");
    }

    #[test]
    fn the_parts_of_a_text_fold_like_the_whole(left in any::<String>(), right in any::<String>()) {
        let parts = format!("{} {}", fold(&left), fold(&right));
        prop_assert_eq!(fold(&format!("{left} {right}")), parts.trim());
    }

    #[test]
    fn accents_and_case_change_nothing(text in "[a-zà-öø-ÿœ' -]{0,20}") {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&text.to_uppercase()), &folded);
        prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &folded);
    }

    #[test]
    fn tokens_and_joined_forms_hold_no_separator(text in any::<String>()) {
        let words: Vec<String> = tokens(&text).collect();
        prop_assert!(words.iter().all(|word| !word.is_empty() && !word.contains(' ')));
        prop_assert_eq!(words.join(" "), fold(&text));
        if let Some(forms) = joined(&text) {
            prop_assert_eq!(fold(&forms), forms);
        }
    }
}
