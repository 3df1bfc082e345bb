//! The search itself.

use std::collections::{HashMap, HashSet};

use rusqlite::{OptionalExtension, Row, params};

use super::filter::Filter;
use super::query::Query;
use crate::clients::{ClientNumber, ClientRow};
use crate::invoicing::InvoiceNumber;
use crate::phones::Phone;
use crate::search::{COUNTED, FoundSubscription, SearchRequest, SearchResults};
use crate::store::clients::{RECENTS, contact_type, list_row};
use crate::store::{Reader, Rows};
use crate::{Error, Result};

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
    words_in_town: "SELECT rowid FROM active_words WHERE active_words MATCH ?1 AND EXISTS
        (SELECT 1 FROM client INDEXED BY client_by_town WHERE town_fold = ?3 AND number = active_words.rowid) LIMIT ?2",
};
const INACTIVE: Population = Population {
    names: include_str!("inactive_names.sql"),
    words: "SELECT rowid FROM inactive_words WHERE inactive_words MATCH ?1 LIMIT ?2",
    words_in_town: "SELECT rowid FROM inactive_words WHERE inactive_words MATCH ?1 AND EXISTS
        (SELECT 1 FROM client INDEXED BY client_by_town WHERE town_fold = ?3 AND number = inactive_words.rowid) LIMIT ?2",
};

struct Population {
    names: &'static str,
    words: &'static str,
    words_in_town: &'static str,
}

/// The numbers of those who match, by population, as far as they are counted, and what the text names if it is a number.
pub(super) struct Matching {
    pub(super) active: Vec<ClientNumber>,
    pub(super) inactive: Vec<ClientNumber>,
    named: Named,
}

/// What a number alone finds beside the client who has it.
#[derive(Default)]
struct Named {
    /// The client with it, or the record that theirs went into, whose words are those of another number.
    client: Option<ClientNumber>,
    subscription: Option<FoundSubscription>,
}

impl Matching {
    pub(super) fn is_empty(&self) -> bool {
        self.active.is_empty() && self.inactive.is_empty()
    }
}

impl Reader {
    /// Finds clients. An empty text finds all whom the filter lets pass, by name.
    ///
    /// # Errors
    /// `Interrupted` by [`crate::store::Interrupter`]; what the database may say.
    pub fn search(&mut self, request: &SearchRequest) -> Result<SearchResults> {
        let rows = Rows(&self.connection);
        self.searcher.refresh(rows)?;
        let filter = Filter::of(&request.filter);
        if let Some(found) = rows.invoiced(&request.text, request.include_inactive, &filter)? {
            return Ok(found);
        }
        let limit = request.limit.clamp(1, 200) as usize;
        let Some(query) = Query::of(&request.text) else {
            return Ok(SearchResults { total_exact: true, hidden_exact: true, ..SearchResults::default() });
        };
        if query.words.is_empty() && filter.is_open() {
            return self.everyone(request, limit);
        }
        let (query, near, matching) = rows.matching_or_near(query, &filter)?;
        Ok(SearchResults { near, ..self.find(&query, matching, &filter, request.include_inactive, limit)? })
    }

    fn everyone(&self, request: &SearchRequest, limit: usize) -> Result<SearchResults> {
        let rows = Rows(&self.connection);
        let counts = rows.counts()?;
        let shown = if request.include_inactive { counts.clients } else { counts.clients - counts.inactive };
        let hidden = counts.clients - shown;
        let populations = [&ACTIVE, &INACTIVE];
        let shown_ones = &populations[..if request.include_inactive { 2 } else { 1 }];
        let mut clients = self.names_beginning("", &Filter::default(), shown_ones, limit)?;
        clients.sort_by(|(a, a_name), (b, b_name)| (a_name, a.number).cmp(&(b_name, b.number)));
        clients.truncate(limit);
        Ok(SearchResults {
            total: u32::try_from(shown).unwrap_or(u32::MAX),
            total_exact: true,
            hidden_inactive: u32::try_from(hidden).unwrap_or(u32::MAX),
            hidden_exact: true,
            near: Vec::new(),
            subscription: None,
            invoice: None,
            clients: clients.into_iter().map(|(row, _)| row).collect(),
        })
    }

    /// The lines of those who match, the best first.
    fn find(
        &self,
        query: &Query,
        matching: Matching,
        filter: &Filter,
        include_inactive: bool,
        limit: usize,
    ) -> Result<SearchResults> {
        let rows = Rows(&self.connection);
        let Matching { active: mut matching, inactive, named } = matching;
        // Names that begin with the text come with their lines; other matches are read one by one until there are enough. Where a filter
        // leaves few of a population, a walk among its names could pass over all the others for a long time: then each match is read.
        let is_few = |found: &[ClientNumber]| !filter.is_open() && found.len() <= COUNTED as usize;
        let (few_active, few_inactive) = (is_few(&matching), is_few(&inactive));
        let active = matching.len();
        let Named { client: number, subscription } = named;
        let subscribed = subscription.as_ref().map(|found| found.clients.clone()).unwrap_or_default();
        let mut results = SearchResults { hidden_exact: true, subscription, ..SearchResults::default() };
        if include_inactive {
            matching.extend(inactive);
        } else {
            (results.hidden_inactive, results.hidden_exact) = counted(inactive.len());
        }
        (results.total, results.total_exact) = counted(matching.len());

        let walked = [(&ACTIVE, !few_active), (&INACTIVE, include_inactive && !few_inactive)];
        let walked: Vec<&Population> =
            walked.into_iter().filter_map(|(names, walked)| walked.then_some(names)).collect();
        let mut clients = self.names_beginning(&query.name_prefix, filter, &walked, limit)?;
        let mut seen: HashSet<ClientNumber> = clients.iter().map(|(row, _)| row.number).collect();
        let named = number.into_iter().chain(subscribed.iter().copied());
        let others = named.chain(self.recents_matching(query, include_inactive)).collect::<Vec<_>>();
        let room = limit.saturating_sub(clients.len());
        let matching = matching.into_iter().enumerate();
        let matching = matching.map(|(at, number)| (number, if at < active { few_active } else { few_inactive }));
        let wanted = others.into_iter().map(|number| (number, true)).chain(matching);
        let mut taken = 0;
        let shown = |(row, _): &(ClientRow, String)| (include_inactive || !row.inactive) && filter.passes_row(row);
        for (number, always) in wanted {
            if (always || taken < room) && seen.insert(number) {
                clients.extend(rows.client_row(number)?.filter(shown));
                taken += usize::from(!always);
            }
        }
        clients.sort_by_cached_key(|(row, name)| {
            let begins = name.starts_with(&query.name_prefix);
            let opened = if query.words.is_empty() { None } else { row.opened_at };
            let opened = opened.unwrap_or(i64::MIN);
            let place = subscribed.iter().position(|one| *one == row.number).unwrap_or(subscribed.len());
            (number != Some(row.number), place, !begins, std::cmp::Reverse(opened), name.clone(), row.number)
        });
        clients.truncate(limit);
        results.clients = clients.into_iter().map(|(row, _)| row).collect();
        Ok(results)
    }

    /// The first names that begin with `prefix` and pass, in order in each population.
    fn names_beginning(
        &self,
        prefix: &str,
        filter: &Filter,
        populations: &[&Population],
        limit: usize,
    ) -> Result<Vec<(ClientRow, String)>> {
        let mut clients = Vec::with_capacity(limit);
        // Who does not pass is seen in the index and passed over.
        let read = if filter.is_open() { i64::try_from(limit).unwrap_or(i64::MAX) } else { -1 };
        for population in populations {
            let mut select = self.connection.prepare_cached(population.names)?;
            let mut found = select.query(params![prefix, format!("{prefix}\u{10FFFF}"), read])?;
            let enough = clients.len() + limit;
            while clients.len() < enough
                && let Some(row) = found.next()?
            {
                let town = row.get_ref("town")?.as_str().map_err(|_| Error::FileCorrupt)?;
                if !filter.passes(contact_type(row)?, town) {
                    continue;
                }
                let mut line = list_row(row)?;
                line.opened_at = self.searcher.recents.get(&line.number).map(|recent| recent.at);
                clients.push((line, row.get("name_fold")?));
            }
        }
        Ok(clients)
    }

    /// The recently opened clients among the matches, which a cut-off list of matches may have missed.
    fn recents_matching(&self, query: &Query, include_inactive: bool) -> Vec<ClientNumber> {
        let matches = |recent: &Recent| (include_inactive || !recent.inactive) && query.matches(&recent.words);
        self.searcher.recents.iter().filter(|(_, recent)| matches(recent)).map(|(number, _)| *number).collect()
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
    /// The invoice or credit note whose number was typed, with the client whom it was made out to, who may be hidden or left out.
    pub(super) fn invoiced(
        &self,
        typed: &str,
        include_inactive: bool,
        filter: &Filter,
    ) -> Result<Option<SearchResults>> {
        let Some(number) = InvoiceNumber::parse(typed) else { return Ok(None) };
        let Some((invoice, payer)) = self.invoice_numbered(number)? else { return Ok(None) };
        let payer = payer.map(|payer| self.client_row(payer)).transpose()?.flatten().map(|(row, _)| row);
        let (hidden, clients): (Vec<_>, Vec<_>) = (payer.into_iter().filter(|payer| filter.passes_row(payer)))
            .partition(|payer| payer.inactive && !include_inactive);
        Ok(Some(SearchResults {
            total: u32::from(!clients.is_empty()),
            total_exact: true,
            hidden_inactive: u32::from(!hidden.is_empty()),
            hidden_exact: true,
            invoice: Some(invoice),
            clients,
            ..SearchResults::default()
        }))
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

    fn named(&self, number: ClientNumber) -> Result<Named> {
        Ok(Named { client: Some(self.living(number).unwrap_or(number)), subscription: self.subscribed(number)? })
    }

    /// The first matches in the order of their numbers, one more than are counted, then those whom a number names.
    ///
    /// # Errors
    /// `Interrupted`; what the database may say.
    fn matching(&self, query: &Query, filter: &Filter) -> Result<Matching> {
        let expression = filter.narrow(&query.expression());
        let numbers = |population: &Population| -> Result<Vec<ClientNumber>> {
            let limit = COUNTED + 1;
            let number = |row: &Row<'_>| row.get(0);
            let found = if filter.town.is_empty() {
                self.0.prepare_cached(population.words)?.query_map(params![expression, limit], number)?.collect()
            } else {
                let mut select = self.0.prepare_cached(population.words_in_town)?;
                select.query_map(params![expression, limit, filter.town], number)?.collect::<rusqlite::Result<_>>()
            };
            Ok(found?)
        };
        let (mut active, mut inactive) = (numbers(&ACTIVE)?, numbers(&INACTIVE)?);
        let named = query.number.map(|number| self.named(number)).transpose()?.unwrap_or_default();
        let stayed = named.client.filter(|client| Some(*client) != query.number);
        let people = named.subscription.iter().flat_map(|found| &found.clients).copied();
        for client in stayed.into_iter().chain(people) {
            if let Some((row, _)) = self.client_row(client)?
                && filter.passes_row(&row)
            {
                let population = if row.inactive { &mut inactive } else { &mut active };
                if !population.contains(&client) {
                    population.push(client);
                }
            }
        }
        Ok(Matching { active, inactive, named })
    }

    /// Those who match; where nobody does, those who match near names, with the search for these and the names.
    ///
    /// # Errors
    /// As [`Rows::matching`].
    pub(super) fn matching_or_near(&self, query: Query, filter: &Filter) -> Result<(Query, Vec<String>, Matching)> {
        let found = self.matching(&query, filter)?;
        if found.is_empty()
            && let Some((other, near)) = self.respelt(&query, filter)?
        {
            let nearly = self.matching(&other, filter)?;
            if !nearly.is_empty() {
                return Ok((other, near, nearly));
            }
        }
        Ok((query, Vec::new(), found))
    }

    /// A search that found nobody, with near names in the place of words that nobody bears, and those names; nothing if somebody matches what
    /// was typed whom the filter leaves out, or no name is near.
    fn respelt(&self, query: &Query, filter: &Filter) -> Result<Option<(Query, Vec<String>)>> {
        if query.words.is_empty() || (!filter.is_open() && !self.matching(query, &Filter::default())?.is_empty()) {
            return Ok(None);
        }
        let near = |word: &String| -> Result<Vec<String>> {
            if self.knows_name(word)? { Ok(Vec::new()) } else { self.near_names(word, NEAR) }
        };
        let spellings = query.words.iter().map(near).collect::<Result<Vec<_>>>()?;
        if spellings.iter().all(Vec::is_empty) {
            return Ok(None);
        }
        let names = spellings.concat().into_iter().map(|name| name.to_uppercase()).collect();
        Ok(Some((query.with_spellings(&spellings), names)))
    }
}

fn counted(matches: usize) -> (u32, bool) {
    match u32::try_from(matches) {
        Ok(matches) if matches <= COUNTED => (matches, true),
        _ => (COUNTED, false),
    }
}
