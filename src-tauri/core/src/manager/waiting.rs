//! How long a wrong code makes one wait.
//!
//! What the file keeps is when the next try is allowed. A clock that was set back since would make that moment seem far away; it is
//! noticed, because the rest of a wait is never longer than the wait itself, and the wait then begins anew by the clock as it is: that
//! shortens nothing and locks nobody out. A clock that is set forward cannot be told from time that passed.

/// After how many failures there is a wait.
const FREE: u32 = 3;
/// The longest wait, in milliseconds.
const LONGEST: i64 = 15 * 60 * 1000;

/// The tries of a code, as the file keeps them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tries {
    /// Wrong codes since the last right one.
    pub(crate) failures: u32,
    /// When it may be tried again, UTC milliseconds; 0: at once.
    pub(crate) wait_until: i64,
}

impl Tries {
    /// How long there is to wait at `now` (UTC milliseconds), in milliseconds; and whether the clock was set back, so that the wait
    /// must be written down anew.
    pub(crate) fn left(self, now: i64) -> (i64, bool) {
        let left = (self.wait_until - now).max(0);
        let whole = wait_after(self.failures);
        if left > whole { (whole, true) } else { (left, false) }
    }

    /// The same in whole seconds, rounded up.
    pub(crate) fn seconds_left(self, now: i64) -> u32 {
        seconds(self.left(now).0)
    }
}

/// Milliseconds as whole seconds, rounded up.
pub(crate) fn seconds(milliseconds: i64) -> u32 {
    u32::try_from(milliseconds.max(0).unsigned_abs().div_ceil(1000)).unwrap_or(u32::MAX)
}

/// How long there is to wait after so many failures, in milliseconds.
pub(crate) fn wait_after(failures: u32) -> i64 {
    match failures.checked_sub(FREE) {
        None => 0,
        Some(more) if more < 10 => (1000 << more).min(LONGEST),
        Some(_) => LONGEST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_from_the_third_failure_on_up_to_a_quarter_of_an_hour() {
        let seconds: Vec<i64> = (0..15).map(|failures| wait_after(failures) / 1000).collect();
        assert_eq!(seconds, [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
        assert_eq!(wait_after(u32::MAX), LONGEST);
    }

    #[test]
    fn a_clock_that_was_set_back_makes_the_wait_begin_anew() {
        let tries = Tries { failures: 5, wait_until: 10_000_000 };
        assert_eq!(tries.left(9_998_000), (2000, false));
        assert_eq!(tries.left(10_000_001), (0, false));
        assert_eq!(tries.left(5_000_000), (4000, true), "an hour back is a wait of four seconds, not of an hour");
        assert_eq!(tries.seconds_left(9_999_999), 1);
    }
}
