//! The terminal's language: French where the system says so, English elsewhere.

use ecrin_core::{Error, documents};

use crate::error_words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    #[value(name = "fr")]
    French,
    #[value(name = "en")]
    English,
}

impl Language {
    /// The same for what is printed.
    pub(crate) const fn of_documents(self) -> documents::Language {
        match self {
            Language::French => documents::Language::French,
            Language::English => documents::Language::English,
        }
    }

    /// From the variables that POSIX gives precedence in this order.
    pub(crate) fn of_system() -> Language {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        if set.is_some_and(|value| value.starts_with("fr")) { Language::French } else { Language::English }
    }

    pub(crate) fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Language::French => french,
            Language::English => english,
        }
    }

    /// What happened and what to do.
    pub(crate) fn error(self, error: &Error) -> String {
        error_words::sentence(self, error)
    }
}
