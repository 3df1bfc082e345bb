//! The search itself.

use std::collections::{HashMap, HashSet};

use rusqlite::{OptionalExtension, params};

use super::query::Query;
use crate::Result;
use crate::clients::{ClientNumber, ClientRow};
use crate::invoicing::InvoiceNumber;
use crate::phones::Phone;
use crate::search::{COUNTED, FoundSubscription, SearchRequest, SearchResults};
use crate::store::clients::{RECENTS, list_row};
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
    at: i64,
    words: String,
    inactive: bool,
}

/// How many near names are offered for a word.
const NEAR: usize = 5;

/// The two populations, each with its own indexes.
const ACTIVE: Population = Population {
    names: include_str!("active_names.sql"),
    words: "SELECT rowid FROM active_words WHERE active_words MATCH ?1 LIMIT ?2",
};
const INACTIVE: Population = Population {
    names: include_str!("inactive_names.sql"),
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
        if let Some(payer) = rows.invoiced(&request.text)? {
            return Ok(found_by_invoice(payer, request.include_inactive));
        }
        let limit = request.limit.clamp(1, 200) as usize;
        let Some(query) = Query::parse(&request.text) else {
            return if request.text.trim().is_empty() {
                self.everyone(request, limit)
            } else {
                Ok(SearchResults { total_exact: true, hidden_exact: true, ..SearchResults::default() })
            };
        };
        let mut found = self.find(&query, request.include_inactive, limit)?;
        if found.total == 0 && found.hidden_inactive == 0 {
            let spellings = self.near_spellings(&query)?;
            if spellings.iter().any(|near| !near.is_empty()) {
                let other = self.find(&query.with_spellings(&spellings), request.include_inactive, limit)?;
                if other.total > 0 || other.hidden_inactive > 0 {
                    let near = spellings.concat().into_iter().map(|name| name.to_uppercase()).collect();
                    found = SearchResults { near, ..other };
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
        let mut clients = self.names_beginning("", request.include_inactive, limit)?;
        clients.sort_by(|(_, a), (_, b)| a.cmp(b));
        clients.truncate(limit);
        Ok(SearchResults {
            total: u32::try_from(shown).unwrap_or(u32::MAX),
            total_exact: true,
            hidden_inactive: u32::try_from(hidden).unwrap_or(u32::MAX),
            hidden_exact: true,
            near: Vec::new(),
            subscription: None,
            clients: clients.into_iter().map(|(row, _)| row).collect(),
        })
    }

    fn find(&self, query: &Query, include_inactive: bool, limit: usize) -> Result<SearchResults> {
        let rows = Rows(&self.connection);
        let expression = query.expression();
        let active = rows.matching(&ACTIVE, &expression)?;
        let inactive = rows.matching(&INACTIVE, &expression)?;
        let mut results = SearchResults { hidden_exact: true, ..SearchResults::default() };
        let (mut matching, mut inactive) = (active, inactive);
        let number = query.number.map(|number| rows.living(number).unwrap_or(number));
        results.subscription = query.number.map(|number| rows.subscribed(number)).transpose()?.flatten();
        let subscribed = results.subscription.as_ref().map_or(&[][..], |found| &found.clients).to_vec();
        // The words of a record that went into another one are no longer looked for; its number still is.
        let stayed = number.filter(|number| Some(*number) != query.number);
        for named in stayed.into_iter().chain(subscribed.iter().copied()) {
            if let Some((row, _)) = rows.client_row(named)? {
                let found = if row.inactive { &mut inactive } else { &mut matching };
                if !found.contains(&named) {
                    found.push(named);
                }
            }
        }
        if include_inactive {
            matching.extend(inactive);
        } else {
            (results.hidden_inactive, results.hidden_exact) = counted(inactive.len());
        }
        (results.total, results.total_exact) = counted(matching.len());

        // Names that begin with the text come with their lines; other matches are read one by one until there are enough.
        let mut clients = self.names_beginning(&query.name_prefix, include_inactive, limit)?;
        let mut seen: HashSet<ClientNumber> = clients.iter().map(|(row, _)| row.number).collect();
        let named = number.into_iter().chain(subscribed.iter().copied());
        let others = named.chain(self.recents_matching(query, include_inactive)).collect::<Vec<_>>();
        let room = limit.saturating_sub(clients.len());
        let wanted =
            others.into_iter().map(|number| (number, true)).chain(matching.into_iter().map(|number| (number, false)));
        let mut taken = 0;
        for (number, always) in wanted {
            if (always || taken < room) && seen.insert(number) {
                clients.extend(rows.client_row(number)?.filter(|(row, _)| include_inactive || !row.inactive));
                taken += usize::from(!always);
            }
        }
        clients.sort_by_cached_key(|(row, name)| {
            let begins = name.starts_with(&query.name_prefix);
            let opened = row.opened_at.unwrap_or(i64::MIN);
            let place = subscribed.iter().position(|one| *one == row.number).unwrap_or(subscribed.len());
            (number != Some(row.number), place, !begins, std::cmp::Reverse(opened), name.clone(), row.number)
        });
        clients.truncate(limit);
        results.clients = clients.into_iter().map(|(row, _)| row).collect();
        Ok(results)
    }

    /// The first names that begin with `prefix`, in order in each population.
    fn names_beginning(&self, prefix: &str, include_inactive: bool, limit: usize) -> Result<Vec<(ClientRow, String)>> {
        let mut clients = Vec::with_capacity(limit);
        for population in [&ACTIVE, &INACTIVE].into_iter().take(if include_inactive { 2 } else { 1 }) {
            let mut select = self.connection.prepare_cached(population.names)?;
            let beyond = format!("{prefix}\u{10FFFF}");
            let found = select.query_map(params![prefix, beyond, i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
                let mut line = list_row(row)?;
                line.opened_at = self.searcher.recents.get(&line.number).map(|recent| recent.at);
                Ok((line, row.get("name_fold")?))
            })?;
            for client in found {
                clients.push(client?);
            }
        }
        Ok(clients)
    }

    /// The recently opened clients among the matches, which a cut-off list of matches may have missed.
    fn recents_matching(&self, query: &Query, include_inactive: bool) -> Vec<ClientNumber> {
        let matches = |recent: &Recent| (include_inactive || !recent.inactive) && query.matches(&recent.words);
        self.searcher.recents.iter().filter(|(_, recent)| matches(recent)).map(|(number, _)| *number).collect()
    }

    /// For each word of the query the nearest names, or none where the word is itself a name.
    fn near_spellings(&self, query: &Query) -> Result<Vec<Vec<String>>> {
        let rows = Rows(&self.connection);
        query
            .words
            .iter()
            .map(|word| if rows.knows_name(word)? { Ok(Vec::new()) } else { rows.near_names(word, NEAR) })
            .collect()
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
                let at = recent.opened_at.unwrap_or_default();
                self.recents.insert(recent.number, Recent { at, words, inactive: recent.inactive });
            }
            self.version = Some(version);
        }
        Ok(())
    }
}

impl Rows<'_> {
    /// The client of an invoice or credit note, if its number is what was typed.
    fn invoiced(&self, typed: &str) -> Result<Option<ClientRow>> {
        let Some(number) = InvoiceNumber::parse(typed) else { return Ok(None) };
        let payer = self.payer_of(number)?.map(|payer| self.client_row(payer)).transpose()?.flatten();
        Ok(payer.map(|(row, _)| row))
    }

    /// The subscription with this number, with whoever of its recipient and its payer has a record.
    fn subscribed(&self, number: i64) -> Result<Option<FoundSubscription>> {
        let mut select = self.0.prepare_cached("SELECT recipient, payer FROM subscription WHERE id = ?1")?;
        let people: Option<[Option<ClientNumber>; 2]> =
            select.query_row([number], |row| Ok([row.get(0)?, row.get(1)?])).optional()?;
        let Some(people) = people else { return Ok(None) };
        let mut clients: Vec<ClientNumber> =
            people.into_iter().flatten().filter_map(|person| self.living(person).ok()).collect();
        clients.dedup();
        Ok(Some(FoundSubscription { id: number, clients }))
    }

    /// The first matches in the order of their numbers, one more than are counted.
    fn matching(&self, population: &Population, expression: &str) -> Result<Vec<ClientNumber>> {
        Ok(self
            .0
            .prepare_cached(population.words)?
            .query_map(params![expression, COUNTED + 1], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?)
    }
}

/// One client, hidden if they are inactive.
fn found_by_invoice(payer: ClientRow, include_inactive: bool) -> SearchResults {
    let hidden = u32::from(payer.inactive && !include_inactive);
    let mut results = SearchResults { total_exact: true, hidden_exact: true, ..SearchResults::default() };
    (results.total, results.hidden_inactive) = (1 - hidden, hidden);
    results.clients = std::iter::once(payer).filter(|_| hidden == 0).collect();
    results
}

fn counted(matches: usize) -> (u32, bool) {
    match u32::try_from(matches) {
        Ok(matches) if matches <= COUNTED => (matches, true),
        _ => (COUNTED, false),
    }
}
