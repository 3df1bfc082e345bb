//! Numbers that look random and are the same in every run with the same seed (SplitMix64).

/// A sequence of numbers.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Random(u64);

impl Random {
    /// The sequence of this seed.
    pub const fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next number.
    pub const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub const fn below(&mut self, end: u64) -> u64 {
        self.number() % end
    }

    /// One of several things.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let index = self.below(from.len() as u64);
        &from[usize::try_from(index).unwrap_or(0)]
    }

    /// A name that nobody else bears: ten letters.
    pub fn name(&mut self) -> String {
        let mut letters = self.number();
        (0..10_u32)
            .map(|at| {
                let letter = char::from(b'a' + u8::try_from(letters % 26).unwrap_or(0));
                letters /= 26;
                if at == 0 { letter.to_ascii_uppercase() } else { letter }
            })
            .collect()
    }
}
