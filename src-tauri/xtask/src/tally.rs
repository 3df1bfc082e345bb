//! Counting tests from what the runners print.

/// How many tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

/// The runner whose closing lines are read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Runner {
    /// `cargo nextest run`: one summary line.
    Nextest,
    /// `cargo test`: one result line for each binary.
    CargoTest,
    /// `vitest run`: a line that begins with « Tests ».
    Vitest,
}

impl Tally {
    /// Reads a runner's output; all zero when it ran nothing.
    pub(crate) fn read(output: &str, runner: Runner) -> Self {
        let is_summary = |line: &str| match runner {
            Runner::Nextest => line.starts_with("Summary ["),
            Runner::CargoTest => line.starts_with("test result:"),
            Runner::Vitest => line.starts_with("Tests "),
        };
        output.lines().map(str::trim).filter(|line| is_summary(line)).fold(Self::default(), |sum, line| Self {
            passed: sum.passed + count(line, &["passed"]),
            failed: sum.failed + count(line, &["failed", "timed out", "exec failed"]),
        })
    }
}

/// Sums the numbers that stand right before one of `words`.
fn count(line: &str, words: &[&str]) -> u32 {
    line.split([',', ';', '|', ':', '.'])
        .filter_map(|part| {
            let (number, word) = part.trim().trim_start_matches("Tests").trim().split_once(' ')?;
            let word = word.split('(').next().unwrap_or(word).trim();
            words.contains(&word).then(|| number.parse::<u32>().ok()).flatten()
        })
        .sum::<u32>()
}

#[cfg(test)]
mod tests {
    use super::{Runner, Tally};

    fn check(output: &str, runner: Runner, passed: u32, failed: u32) {
        assert_eq!(Tally::read(output, runner), Tally { passed, failed }, "{output}");
    }

    #[test]
    fn nextest() {
        let output = "  PASS [   0.1s] a\n------\n     Summary [   0.020s] 6 tests run: 6 passed, 0 skipped\n";
        check(output, Runner::Nextest, 6, 0);
        let output = "     Summary [  71.5s] 9/12 tests run: 5 passed (1 slow), 3 failed, 1 timed out, 2 skipped";
        check(output, Runner::Nextest, 5, 4);
    }

    #[test]
    fn cargo_test() {
        let output = "test a ... ok\ntest result: ok. 6 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
                      test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        check(output, Runner::CargoTest, 8, 1);
    }

    #[test]
    fn vitest() {
        check(" Test Files  9 passed (9)\n      Tests  41 passed (41)\n", Runner::Vitest, 41, 0);
        check("      Tests  1 failed | 40 passed (41)\n", Runner::Vitest, 40, 1);
    }

    #[test]
    fn a_runner_that_ran_nothing_counts_nothing() {
        check("error: could not compile `ecrin-core`", Runner::Nextest, 0, 0);
    }
}
