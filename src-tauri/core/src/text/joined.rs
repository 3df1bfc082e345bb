//! Names written in one word although they are several: « L’Hermite » is looked for as « lhermite », « Le Goff » as « legoff ».

use super::fold;

/// Words that people run together with the next one.
const PARTICLES: [&str; 28] = [
    "al", "ait", "ben", "d", "da", "de", "del", "della", "den", "der", "des", "di", "dos", "du", "el", "l", "la",
    "las", "le", "les", "los", "mac", "mc", "o", "saint", "sainte", "van", "von",
];

/// The forms in one word of the composed names in a text, folded and separated by spaces; nothing if there is none.
///
/// Words tied by hyphens and apostrophes are joined (« Dupont-Rey » → `dupontrey`; « Smith-O’Brien » → `smithobrien obrien`),
/// and particles with what follows them (« de La Tour » → `delatour latour`). To be indexed beside [`fold`]'s words.
pub fn joined(text: &str) -> Option<String> {
    let mut forms: Vec<String> = Vec::new();
    let mut keep = |form: String| {
        if !forms.contains(&form) {
            forms.push(form);
        }
    };
    let mut words: Vec<String> = Vec::new();
    for chunk in text.split_whitespace() {
        if chunk.contains(|c| is_hyphen(c) || is_apostrophe(c)) {
            let parts: Vec<&str> = chunk.split(is_hyphen).collect();
            if let Some(whole) = compact(chunk) {
                keep(whole);
            }
            if parts.len() > 1 {
                parts.into_iter().filter_map(compact).for_each(&mut keep);
            }
        }
        words.extend(fold(chunk).split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
    }
    for start in 0..words.len() {
        let particles = words[start..].iter().take_while(|word| PARTICLES.contains(&word.as_str())).count();
        if particles > 0 && start + particles < words.len() {
            keep(words[start..=start + particles].concat());
        }
    }
    (!forms.is_empty()).then(|| forms.join(" "))
}

/// The words of one chunk written as one, if it has several and they are words rather than numbers (« 12-14 »).
fn compact(chunk: &str) -> Option<String> {
    let folded = fold(chunk);
    let several = folded.contains(' ') && !folded.contains(|c: char| c.is_numeric());
    several.then(|| folded.replace(' ', ""))
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '`' | '´' | '\u{2018}' | '\u{2019}' | '\u{2bb}' | '\u{2bc}' | '\u{2032}')
}
