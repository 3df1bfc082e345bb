//! What may be typed.

use ecrin_benches::{Result, shop_file};

pub(crate) const HELP: &str = "--help";

/// In a file of its own, so that `cargo xtask bench --help` shows it without building anything.
pub(crate) const USAGE: &str = include_str!("usage.txt");

/// So that growth shows; the last is the largest shop that Écrin is built for.
const SIZES: [u64; 3] = [10_000, 100_000, 1_000_000];

/// What can be measured alone, in the order of the table.
pub(crate) const PARTS: [&str; 10] =
    ["search", "opening", "memory", "import", "consents", "duplicates", "lists", "exports", "outbox", "record"];

/// What to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Sizes of files, the smallest first, each once.
    pub(crate) clients: Vec<u64>,
    /// Which of [`PARTS`]; all of them if nothing was said.
    only: Vec<&'static str>,
    /// What the clients are made from.
    pub(crate) seed: u64,
    /// Whether to open the window.
    pub(crate) window: bool,
    /// Whether to print each query.
    pub(crate) queries: bool,
}

impl Arguments {
    /// Reads the words after the program's name.
    ///
    /// # Errors
    /// A sentence about the word that makes no sense.
    pub(crate) fn read(words: &[&str]) -> Result<Self> {
        let mut read =
            Self { clients: Vec::new(), only: Vec::new(), seed: shop_file::SEED, window: true, queries: false };
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            if word == "--only" {
                let named = words.next();
                let part = PARTS.into_iter().find(|part| named == Some(part));
                read.only.push(part.ok_or_else(|| format!("--only needs one of: {}", PARTS.join(", ")))?);
                continue;
            }
            let mut number = || words.next().and_then(|typed| typed.replace('_', "").parse().ok());
            match word {
                "--clients" => {
                    read.clients.push(number().filter(|&count| count > 0).ok_or("--clients needs a number")?);
                }
                "--seed" => read.seed = number().ok_or("--seed needs a number")?,
                "--no-window" => read.window = false,
                "--queries" => read.queries = true,
                other => return Err(format!("« {other} » is not understood").into()),
            }
        }
        if read.clients.is_empty() {
            read.clients.extend(SIZES);
        }
        read.clients.sort_unstable();
        read.clients.dedup();
        // What was not asked for is not opened either.
        read.window &= read.only.is_empty();
        Ok(read)
    }

    /// Whether one of [`PARTS`] is to be measured.
    pub(crate) fn wants(&self, part: &str) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

#[cfg(test)]
mod tests {
    use super::{Arguments, PARTS, USAGE};

    #[test]
    fn three_sizes_unless_something_else_is_said() {
        let read = |words: &[&str]| Arguments::read(words).map(|read| (read.clients, read.window, read.queries)).ok();
        assert_eq!(read(&[]), Some((vec![10_000, 100_000, 1_000_000], true, false)));
        assert_eq!(read(&["--clients", "10_000", "--no-window", "--queries"]), Some((vec![10_000], false, true)));
        assert_eq!(read(&["--clients", "50", "--clients", "7", "--clients", "50"]).unwrap().0, [7, 50]);
        assert_eq!(Arguments::read(&["--seed", "7"]).unwrap().seed, 7);
        for wrong in [
            &["--clients"][..],
            &["--clients", "0"],
            &["--clients", "many"],
            &["--seed"],
            &["--only"],
            &["--only", "window"],
            &["--fast"],
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn everything_is_measured_unless_parts_are_named() {
        let wanted = |words: &[&str]| -> Vec<&str> {
            let read = Arguments::read(words).unwrap();
            PARTS.into_iter().filter(|part| read.wants(part)).collect()
        };
        assert_eq!(wanted(&[]), PARTS);
        assert_eq!(wanted(&["--only", "lists", "--only", "search"]), ["search", "lists"]);
        assert!(!Arguments::read(&["--only", "lists"]).unwrap().window);
    }

    #[test]
    fn every_option_is_in_the_usage() {
        for option in ["--clients N", "--only PART", "--seed N", "--no-window", "--queries"].iter().chain(&PARTS) {
            assert!(USAGE.contains(option), "{option}");
        }
    }
}
