//! SMS on their way, and what they take.

mod segments;

pub use segments::{ForcingCharacter, SmsEncoding, SmsLength, in_default_alphabet, measure};
