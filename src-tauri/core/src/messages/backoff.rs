//! How long a message waits for its next attempt.
//!
//! Soon at first, since most troubles are short; then rarely, since a server that refuses for hours is not to be harassed. Only attempts
//! count: a computer that is switched off over a long weekend gives nothing up.

const MINUTE: i64 = 60_000;
const FIRST: [i64; 4] = [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE];
const THEN: i64 = 240 * MINUTE;
/// Three days of them.
const HOW_OFTEN: u32 = 18;

/// How long to wait after so many attempts (from 1 on), in milliseconds; nothing once three days of them have failed.
pub(crate) fn wait_after(tries: u32) -> Option<i64> {
    let index = tries.saturating_sub(1) as usize;
    match FIRST.get(index) {
        Some(wait) => Some(*wait),
        None => (tries <= HOW_OFTEN + 4).then_some(THEN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_become_rarer_and_end_after_three_days() {
        let minutes: Vec<i64> = (1..=6).filter_map(wait_after).map(|wait| wait / MINUTE).collect();
        assert_eq!(minutes, [1, 5, 15, 60, 240, 240]);
        let all: i64 = (1..).map_while(wait_after).sum();
        assert_eq!(all / (60 * MINUTE), 73, "hours");
    }
}
