//! Names one or two keystrokes away from what was typed.
//!
//! Each name word is kept with every form of it that lacks one letter; two words at distance one share such a form
//! (or are one), so that a few exact look-ups replace a comparison with every name of the file. The distance is then
//! checked: optimal string alignment, one for words under six letters, two above.

use std::collections::BTreeSet;

use rusqlite::OptionalExtension;

use crate::clients::{ClientInput, ClientNumber};
use crate::store::{Rows, Tx};
use crate::text::without_a_letter;
use crate::{Error, Result};

/// Shorter words have too many neighbours to mean anything.
const SHORTEST: usize = 3;
/// Longer words are compared on their beginning.
const LONGEST: usize = 24;

impl Tx<'_> {
    /// Makes the words of a name findable from a misspelling. They stay known when the client changes name.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn learn_names(&self, name_fold: &str, input: &ClientInput) -> Result<()> {
        let company = if input.company.is_empty() { String::new() } else { crate::text::fold(&input.company) };
        for word in name_fold.split(' ').chain(company.split(' ')) {
            if !is_learnt(word) {
                continue;
            }
            if self.known_words.borrow().contains(word) {
                continue;
            }
            let new = self
                .connection
                .prepare_cached("INSERT OR IGNORE INTO name_word (word) VALUES (?1)")?
                .execute([word])?;
            if new > 0 {
                let id = self.connection.last_insert_rowid();
                let mut insert =
                    self.connection.prepare_cached("INSERT INTO name_deletion (deletion, word) VALUES (?1, ?2)")?;
                for form in without_a_letter(word) {
                    insert.execute((form, id))?;
                }
            }
            self.known_words.borrow_mut().insert(word.to_owned());
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Remembers that a record goes for good: its name, and those that it had before, are forgotten when the transaction ends, unless somebody
    /// bears them whom a search finds. To be called while the record and its journal still say them.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn names_gone(&self, client: ClientNumber) -> Result<()> {
        let mut select = self.connection.prepare_cached(include_str!("names_of.sql"))?;
        let mut rows = select.query([client])?;
        let mut gone = self.names_gone.borrow_mut();
        while let Some(row) = rows.next()? {
            let name = crate::text::fold(row.get_ref(0)?.as_str().map_err(|_| Error::FileCorrupt)?);
            gone.extend(name.split(' ').filter(|word| is_learnt(word)).map(str::to_owned));
        }
        Ok(())
    }

    /// Forgets what is to be forgotten before the transaction ends: only then is it known who still bears which name.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn settle_names(&self) -> Result<()> {
        for word in std::mem::take(&mut *self.names_gone.borrow_mut()) {
            let borne = self
                .connection
                .prepare_cached(
                    "SELECT EXISTS (SELECT 1 FROM active_words WHERE active_words MATCH ?1)
                     OR EXISTS (SELECT 1 FROM inactive_words WHERE inactive_words MATCH ?1)",
                )?
                .query_row([format!("\"{word}\"")], |row| row.get::<_, bool>(0))?;
            if !borne {
                self.connection
                    .prepare_cached(
                        "DELETE FROM name_deletion WHERE word = (SELECT id FROM name_word WHERE word = ?1)",
                    )?
                    .execute([&word])?;
                self.connection.prepare_cached("DELETE FROM name_word WHERE word = ?1")?.execute([&word])?;
                self.known_words.borrow_mut().remove(&word);
            }
        }
        Ok(())
    }
}

impl Rows<'_> {
    /// Up to `limit` known name words near `word`, the nearest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn near_names(&self, word: &str, limit: usize) -> Result<Vec<String>> {
        if !is_learnt(word) {
            return Ok(Vec::new());
        }
        let allowed = if word.chars().count() < 6 { 1 } else { 2 };
        let mut near: BTreeSet<(usize, String)> = BTreeSet::new();
        let mut select = self
            .0
            .prepare_cached("SELECT name_word.word FROM name_deletion JOIN name_word ON name_word.id = name_deletion.word WHERE deletion = ?1")?;
        for form in without_a_letter(word) {
            for candidate in select.query_map([form], |row| row.get::<_, String>(0))? {
                let candidate = candidate?;
                let distance = strsim::osa_distance(word, &candidate);
                if distance <= allowed {
                    near.insert((distance, candidate));
                }
            }
        }
        Ok(near.into_iter().map(|(_, word)| word).take(limit).collect())
    }

    /// Whether any client of the file has a name word with exactly this spelling.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn knows_name(&self, word: &str) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached("SELECT 1 FROM name_word WHERE word = ?1")?
            .query_row([word], |_| Ok(()))
            .optional()?
            .is_some())
    }
}

/// Whether a word is one that is kept with its forms.
fn is_learnt(word: &str) -> bool {
    word.len() >= SHORTEST && word.len() <= LONGEST && !word.bytes().any(|byte| byte.is_ascii_digit())
}
