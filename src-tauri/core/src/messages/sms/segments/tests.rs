//! What is counted, against the tables of the standard and a second way of counting.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, expected: (SmsEncoding, u32, u32, u32)) {
    let SmsLength { encoding, units, segments, left, .. } = measure(text);
    assert_eq!((encoding, units, segments, left), expected, "« {text} »");
}

#[test]
fn the_tables_are_those_of_the_standard() {
    // 3GPP TS 23.038 § 6.2.1, by code; 0x1B is the escape.
    let codes: Vec<char> = BASIC.chars().collect();
    assert_eq!(codes.len(), 127);
    let at = |code: usize| codes[if code > 0x1B { code - 1 } else { code }];
    let known = [
        (0x00, '@'),
        (0x02, '$'),
        (0x05, 'é'),
        (0x09, 'Ç'),
        (0x0A, '\n'),
        (0x0D, '\r'),
        (0x10, 'Δ'),
        (0x1A, 'Ξ'),
        (0x1C, 'Æ'),
        (0x1F, 'É'),
        (0x20, ' '),
        (0x24, '¤'),
        (0x40, '¡'),
        (0x5B, 'Ä'),
        (0x5F, '§'),
        (0x60, '¿'),
        (0x7B, 'ä'),
        (0x7F, 'à'),
    ];
    for (code, character) in known {
        assert_eq!(at(code), character, "{code:#04x}");
    }
    assert_eq!(EXTENSION.chars().count(), 10);
    assert!(EXTENSION.chars().all(|character| !BASIC.contains(character)));
}

#[test]
fn one_segment_holds_160_septets_or_70_units() {
    check("", (SmsEncoding::Gsm7, 0, 0, 160));
    check("Bonjour", (SmsEncoding::Gsm7, 7, 1, 153));
    check(&"a".repeat(160), (SmsEncoding::Gsm7, 160, 1, 0));
    check(&"a".repeat(161), (SmsEncoding::Gsm7, 161, 2, 153 - 8));
    check(&"ê".repeat(70), (SmsEncoding::Ucs2, 70, 1, 0));
    check(&"ê".repeat(71), (SmsEncoding::Ucs2, 71, 2, 67 - 4));
}

#[test]
fn concatenated_segments_hold_153_septets_or_67_units() {
    check(&"a".repeat(306), (SmsEncoding::Gsm7, 306, 2, 0));
    check(&"a".repeat(307), (SmsEncoding::Gsm7, 307, 3, 152));
    check(&"ê".repeat(134), (SmsEncoding::Ucs2, 134, 2, 0));
    check(&"ê".repeat(135), (SmsEncoding::Ucs2, 135, 3, 66));
    check(&"a".repeat(1530), (SmsEncoding::Gsm7, 1530, 10, 0));
}

#[test]
fn a_character_of_the_extension_takes_two_septets() {
    check("€", (SmsEncoding::Gsm7, 2, 1, 158));
    check(&"€".repeat(80), (SmsEncoding::Gsm7, 160, 1, 0));
    check("{nom} [ok] ~|^\\", (SmsEncoding::Gsm7, 23, 1, 137));
}

#[test]
fn an_escape_is_never_parted_from_its_character() {
    // The 153rd septet of the first segment stays empty: 76 euros take 152.
    check(&"€".repeat(81), (SmsEncoding::Gsm7, 162, 2, 153 - 10));
    check(&format!("{}€{}", "a".repeat(152), "a".repeat(152)), (SmsEncoding::Gsm7, 306, 3, 152));
    check(&format!("{}€{}", "a".repeat(151), "a".repeat(153)), (SmsEncoding::Gsm7, 306, 2, 0));
}

#[test]
fn a_surrogate_pair_is_never_parted() {
    check("💍", (SmsEncoding::Ucs2, 2, 1, 68));
    check(&"💍".repeat(35), (SmsEncoding::Ucs2, 70, 1, 0));
    // 33 pairs take 66 units of 67.
    check(&"💍".repeat(36), (SmsEncoding::Ucs2, 72, 2, 67 - 6));
    check(&format!("{}💍{}", "ê".repeat(66), "ê".repeat(66)), (SmsEncoding::Ucs2, 134, 3, 66));
}

#[test]
fn a_bracket_next_to_a_circumflex_counts_as_one_unit_of_ucs2() {
    check("ê€", (SmsEncoding::Ucs2, 2, 1, 68));
}

#[test]
fn what_forces_ucs2_is_named_with_what_could_stand_for_it() {
    let listed = |text: &str| {
        let forcing = measure(text).forcing.into_iter();
        let named = forcing.map(|f| format!("{}{}→{}", f.character, f.count, f.instead.as_deref().unwrap_or("?")));
        named.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(listed("Prêt à être retiré"), "ê2→e");
    assert_eq!(listed("L’œuvre « à façon » – 3 carats…"), "’1→' œ1→oe «1→\" ç1→c »1→\" –1→- …1→...");
    assert_eq!(listed("À Noël, ŒUVRE, Łódź"), "À1→A ë1→e Œ1→OE Ł1→L ó1→o ź1→z");
    assert_eq!(listed("1\u{202F}500\u{A0}€ ½ ² №"), "\u{202F}1→  \u{A0}1→  ½1→1/2 ²1→2 №1→No");
    assert_eq!(listed("💍 愛"), "💍1→? 愛1→?");
    assert_eq!(listed("Réparation prête\u{AD}"), "ê1→e \u{AD}1→");
    assert_eq!(listed("Ç é è ù à ì ò ñ ü ö ä å Ø æ ß § £ ¥ ¿ ¡"), "");
}

#[test]
fn replacing_keeps_what_the_default_alphabet_has() {
    assert_eq!(in_default_alphabet("L’été, c’est prêt…"), "L'été, c'est pret...");
    assert_eq!(in_default_alphabet("Cafe\u{301} « noir »\u{A0}!"), "Café \" noir \" !");
    assert_eq!(in_default_alphabet("Une bague 💍"), "Une bague 💍");
    assert_eq!(measure(&in_default_alphabet("Votre bijou est prêt")).encoding, SmsEncoding::Gsm7);
}

/// Cuts the text as a network would, one segment after the other.
fn cut(text: &str) -> Vec<Vec<char>> {
    let encoding = SmsEncoding::of(text);
    let whole: u32 = text.chars().map(|character| encoding.units(character)).sum();
    let (alone, each) = encoding.capacities();
    let room = if whole <= alone { alone } else { each };
    let mut segments: Vec<Vec<char>> = Vec::new();
    for character in text.chars() {
        let full = |segment: &Vec<char>| {
            segment.iter().map(|c| encoding.units(*c)).sum::<u32>() + encoding.units(character) > room
        };
        if segments.last().is_none_or(full) {
            segments.push(Vec::new());
        }
        segments.last_mut().unwrap().push(character);
    }
    segments
}

proptest! {
    #[test]
    fn the_count_is_that_of_the_segments_when_cut(text in "[a-zé€{}ê💍 \n]{0,400}|[a-z€]{0,700}") {
        let measured = measure(&text);
        let segments = cut(&text);
        prop_assert_eq!(measured.segments as usize, segments.len());
        let last: u32 = segments.last().map_or(0, |s| s.iter().map(|c| measured.encoding.units(*c)).sum());
        let (alone, each) = measured.encoding.capacities();
        prop_assert_eq!(measured.left, if segments.len() > 1 { each } else { alone } - last);
        prop_assert_eq!(measured.characters as usize, text.chars().count());
    }

    #[test]
    fn a_text_is_gsm7_unless_something_forces_it_out(text in "\\PC{0,200}") {
        let measured = measure(&text);
        prop_assert_eq!(measured.encoding == SmsEncoding::Gsm7, measured.forcing.is_empty());
        for forcing in &measured.forcing {
            prop_assert!(text.contains(&forcing.character));
            if let Some(instead) = &forcing.instead {
                prop_assert_eq!(SmsEncoding::of(instead), SmsEncoding::Gsm7);
            }
        }
    }

    #[test]
    fn replacing_twice_changes_nothing_more_and_never_costs_a_segment_of_ucs2(text in "\\PC{0,200}") {
        let once = in_default_alphabet(&text);
        prop_assert_eq!(&in_default_alphabet(&once), &once);
        let left: Vec<_> = measure(&once).forcing.into_iter().filter(|f| f.instead.is_some()).collect();
        prop_assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn one_more_character_never_takes_fewer_segments(text in "[a-z€ê💍]{1,200}") {
        let mut shorter = text.clone();
        shorter.pop();
        prop_assert!(measure(&shorter).segments <= measure(&text).segments);
    }
}
