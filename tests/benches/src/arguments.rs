//! What may be typed.

use ecrin_benches::{Result, shop_file};

pub(crate) const HELP: &str = "--help";

/// In a file of its own, so that `cargo xtask bench --help` shows it without building anything.
pub(crate) const USAGE: &str = include_str!("usage.txt");

/// So that growth shows; the last is the largest shop that Écrin is built for.
const SIZES: [u64; 3] = [10_000, 100_000, 1_000_000];

/// What to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Sizes of files, the smallest first, each once.
    pub(crate) clients: Vec<u64>,
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
        let mut read = Self { clients: Vec::new(), seed: shop_file::SEED, window: true, queries: false };
        let mut words = words.iter();
        while let Some(&word) = words.next() {
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
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::{Arguments, USAGE};

    #[test]
    fn three_sizes_unless_something_else_is_said() {
        let read = |words: &[&str]| Arguments::read(words).map(|read| (read.clients, read.window, read.queries)).ok();
        assert_eq!(read(&[]), Some((vec![10_000, 100_000, 1_000_000], true, false)));
        assert_eq!(read(&["--clients", "10_000", "--no-window", "--queries"]), Some((vec![10_000], false, true)));
        assert_eq!(read(&["--clients", "50", "--clients", "7", "--clients", "50"]).unwrap().0, [7, 50]);
        assert_eq!(Arguments::read(&["--seed", "7"]).unwrap().seed, 7);
        for wrong in [&["--clients"][..], &["--clients", "0"], &["--clients", "many"], &["--seed"], &["--fast"]] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn every_option_is_in_the_usage() {
        for option in ["--clients N", "--seed N", "--no-window", "--queries"] {
            assert!(USAGE.contains(option), "{option}");
        }
    }
}
