//! The search itself.

use std::collections::{HashMap, HashSet};

use rusqlite::params;

use super::query::{Query, begins};
use crate::store::clients::RECENTS;
use crate::Result;
use crate::clients::{ClientNumber, ClientRow};
use crate::phones::Phone;
use crate::search::{COUNTED, SearchRequest, SearchResults};
use crate::store::{Reader, Rows};

/// What a reading connection remembers between two searches.
#[derive(Debug, Default)]
pub(crate) struct Searcher {
    recents: HashMap<ClientNumber, Recent>,
    /// The state of the file at which the recents were read.
    version: Option<i64>,
}

/// A client opened lately, with what they are found by.
#[derive(Debug)]
struct Recent {
    words: String,
    inactive: bool,
}

/// The two populations, each with its own indexes.
const ACTIVE: Population = Population {
    names: "SELECT number FROM client WHERE inactive_at IS NULL AND name_fold >= ?1 AND name_fold < ?2 ORDER BY name_fold LIMIT ?3",
    words: "SELECT rowid FROM active_words WHERE active_words MATCH ?1 LIMIT ?2",
};
const INACTIVE: Population = Population {
    names: "SELECT number FROM client WHERE inactive_at IS NOT NULL AND name_fold >= ?1 AND name_fold < ?2 ORDER BY name_fold LIMIT ?3",
    words: "SELECT rowid FROM inactive_words WHERE inactive_words MATCH ?1 LIMIT ?2",
};

struct Population {
    names: &'static str,
    words: &'static str,
}

impl Reader {
    /// Finds clients. An empty text finds all, by name.
    ///
    /// # Errors
    /// `Interrupted` by [`crate::store::Interrupter`]; what the database may say.
    pub fn search(&mut self, request: &SearchRequest) -> Result<SearchResults> {
        let rows = Rows(&self.connection);
        self.searcher.refresh(rows)?;
        let limit = request.limit.clamp(1, 200) as usize;
        let Some(query) = Query::parse(&request.text) else {
            return if request.text.trim().is_empty() { self.everyone(request, limit) } else { Ok(SearchResults { total_exact: true, hidden_exact: true, ..SearchResults::default() }) };
        };
        let mut found = self.find(&query, request.include_inactive, limit)?;
        if found.total == 0 && found.hidden_inactive == 0 {
            let near = self.nearest(&query)?;
            if let Some((names, expression)) = near {
                let instead = Query { words: Vec::new(), name_prefix: names[0].clone(), number: None, expression };
                let other = self.find(&instead, request.include_inactive, limit)?;
                if other.total > 0 || other.hidden_inactive > 0 {
                    found = SearchResults { near: names.into_iter().map(|name| name.to_uppercase()).collect(), ..other };
                }
            }
        }
        Ok(found)
    }

    fn everyone(&self, request: &SearchRequest, limit: usize) -> Result<SearchResults> {
        let rows = Rows(&self.connection);
        let counts = rows.counts()?;
        let shown = if request.include_inactive { counts.clients } else { counts.clients - counts.inactive };
        let hidden = counts.clients - shown;
        let mut numbers = rows.names_beginning(&ACTIVE, "", limit)?;
        if request.include_inactive {
            numbers.extend(rows.names_beginning(&INACTIVE, "", limit)?);
        }
        let mut clients = rows.read(&numbers)?;
        clients.sort_by(|(_, a), (_, b)| a.cmp(b));
        clients.truncate(limit);
        Ok(SearchResults {
            total: u32::try_from(shown).unwrap_or(u32::MAX),
            total_exact: true,
            hidden_inactive: u32::try_from(hidden).unwrap_or(u32::MAX),
            hidden_exact: true,
            near: Vec::new(),
            clients: clients.into_iter().map(|(row, _)| row).collect(),
        })
    }

    fn find(&self, query: &Query, include_inactive: bool, limit: usize) -> Result<SearchResults> {
        let rows = Rows(&self.connection);
        let active = rows.matching(&ACTIVE, &query.expression)?;
        let inactive = rows.matching(&INACTIVE, &query.expression)?;
        let mut results = SearchResults { hidden_exact: true, ..SearchResults::default() };
        let mut matching = active;
        let mut first = rows.names_beginning(&ACTIVE, &query.name_prefix, limit)?;
        if include_inactive {
            matching.extend(inactive);
            first.extend(rows.names_beginning(&INACTIVE, &query.name_prefix, limit)?);
        } else {
            (results.hidden_inactive, results.hidden_exact) = counted(inactive.len());
        }
        (results.total, results.total_exact) = counted(matching.len());

        let recents = self.recents_matching(query, include_inactive);
        let mut wanted: Vec<ClientNumber> = Vec::with_capacity(limit * 2);
        let mut seen: HashSet<ClientNumber> = HashSet::new();
        for number in query.number.into_iter().chain(recents).chain(first).chain(matching) {
            if seen.insert(number) {
                wanted.push(number);
            }
            // Both populations' first names are needed before the order between them is known.
            if wanted.len() >= limit * 2 {
                break;
            }
        }
        if wanted.len() > limit && !include_inactive {
            wanted.truncate(limit);
        }
        let mut clients = rows.read(&wanted)?;
        clients.retain(|(row, _)| include_inactive || !row.inactive);
        clients.sort_by_cached_key(|(row, name)| {
            let begins = name.starts_with(&query.name_prefix);
            (query.number != Some(row.number), !begins, std::cmp::Reverse(row.opened_at.unwrap_or(i64::MIN)), name.clone(), row.number)
        });
        clients.truncate(limit);
        results.clients = clients.into_iter().map(|(row, _)| row).collect();
        Ok(results)
    }

    /// The recently opened clients among the matches, which a cut-off list of matches may have missed.
    fn recents_matching(&self, query: &Query, include_inactive: bool) -> Vec<ClientNumber> {
        let matches = |recent: &Recent| (include_inactive || !recent.inactive) && query.matches(&recent.words);
        self.searcher.recents.iter().filter(|(_, recent)| matches(recent)).map(|(number, _)| *number).collect()
    }

    /// Names to look for instead, and the expression that does: every unknown word replaced by its nearest names.
    fn nearest(&self, query: &Query) -> Result<Option<(Vec<String>, String)>> {
        let rows = Rows(&self.connection);
        let mut names: Vec<String> = Vec::new();
        let mut terms: Vec<String> = Vec::new();
        for word in &query.words {
            let near = if rows.knows_name(word)? { Vec::new() } else { rows.near_names(word, 5)? };
            if near.is_empty() {
                terms.push(begins(word));
            } else {
                terms.push(format!("({})", near.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" OR ")));
                names.extend(near);
            }
        }
        Ok(if names.is_empty() { None } else { Some((names, terms.join(" AND "))) })
    }
}

impl Searcher {
    fn refresh(&mut self, rows: Rows<'_>) -> Result<()> {
        let version: i64 = rows.0.pragma_query_value(None, "data_version", |row| row.get(0))?;
        if self.version != Some(version) {
            self.recents.clear();
            for recent in rows.recent_clients(RECENTS)? {
                let record = rows.client(recent.number)?;
                let (phone, mobile) = (Phone::parse(&record.client.phone), Phone::parse(&record.client.mobile));
                let words = super::words(recent.number, &record.client, &phone, &mobile);
                self.recents.insert(recent.number, Recent { words, inactive: recent.inactive });
            }
            self.version = Some(version);
        }
        Ok(())
    }
}

impl Rows<'_> {
    fn names_beginning(&self, population: &Population, prefix: &str, limit: usize) -> Result<Vec<ClientNumber>> {
        Ok(self
            .0
            .prepare_cached(population.names)?
            .query_map(params![prefix, format!("{prefix}\u{10FFFF}"), i64::try_from(limit).unwrap_or(i64::MAX)], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// The first matches in the order of their numbers, one more than are counted.
    fn matching(&self, population: &Population, expression: &str) -> Result<Vec<ClientNumber>> {
        Ok(self
            .0
            .prepare_cached(population.words)?
            .query_map(params![expression, COUNTED + 1], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?)
    }

    fn read(&self, numbers: &[ClientNumber]) -> Result<Vec<(ClientRow, String)>> {
        let mut clients = Vec::with_capacity(numbers.len());
        for &number in numbers {
            clients.extend(self.client_row(number)?);
        }
        Ok(clients)
    }
}

fn counted(matches: usize) -> (u32, bool) {
    match u32::try_from(matches) {
        Ok(matches) if matches <= COUNTED => (matches, true),
        _ => (COUNTED, false),
    }
}
