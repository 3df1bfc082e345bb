//! Folding text so that « Lœuillet », « loeuillet » and « LOEUILLET » are found by the same keystrokes.
//!
//! What is indexed and what is typed go through the same [`fold`]; nothing else compares names. Folded text is for finding
//! only and is never shown. It depends on no language: ö becomes o, not oe, because a French keyboard types o.

mod fold;
mod joined;
mod letters;
mod strokes;
#[cfg(test)]
mod tests;

pub use fold::{fold, tokens};
pub use joined::joined;
pub use strokes::without_a_letter;
