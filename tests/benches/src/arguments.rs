//! What may be typed.

use ecrin_benches::Result;

pub(crate) const HELP: &str = "--help";

pub(crate) const USAGE: &str = "\
usage: cargo xtask bench [OPTIONS]

  --clients N    measure on a file of N generated clients (1000000); may be said several times
  --all          measure on 10000, 100000 and 1000000, so that growth shows
  --no-window    leave out what is measured in the window
  --queries      also print each query";

/// The largest shop that Écrin is built for.
const CLIENTS: u64 = 1_000_000;

/// What to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Sizes of files, in the order in which they are measured.
    pub(crate) clients: Vec<u64>,
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
        let mut read = Self { clients: Vec::new(), window: true, queries: false };
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            match word {
                "--clients" => {
                    let count = words.next().and_then(|count| count.replace('_', "").parse().ok());
                    read.clients.push(count.filter(|&count| count > 0).ok_or("--clients needs a number")?);
                }
                "--all" => read.clients.extend([10_000, 100_000, CLIENTS]),
                "--no-window" => read.window = false,
                "--queries" => read.queries = true,
                other => return Err(format!("« {other} » is not understood").into()),
            }
        }
        if read.clients.is_empty() {
            read.clients.push(CLIENTS);
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    #[test]
    fn a_million_unless_something_else_is_said() {
        let read = |words: &[&str]| Arguments::read(words).map(|read| (read.clients, read.window, read.queries)).ok();
        assert_eq!(read(&[]), Some((vec![1_000_000], true, false)));
        assert_eq!(read(&["--clients", "10_000", "--no-window", "--queries"]), Some((vec![10_000], false, true)));
        assert_eq!(read(&["--all"]).map(|(clients, ..)| clients.len()), Some(3));
        for wrong in [&["--clients"][..], &["--clients", "0"], &["--clients", "many"], &["--fast"]] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
