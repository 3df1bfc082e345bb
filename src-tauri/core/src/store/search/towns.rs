//! Among which towns a search can be narrowed.

use std::cmp::Reverse;
use std::collections::HashMap;

use rusqlite::{OptionalExtension, params};

use super::filter::Filter;
use super::query::Query;
use crate::Result;
use crate::clients::ClientNumber;
use crate::search::{COUNTED, SearchTowns, SearchTownsRequest};
use crate::store::{Reader, Rows};
use crate::text;

impl Reader {
    /// The towns of those who match, the most frequent first; of the whole file where more match than are counted.
    ///
    /// # Errors
    /// `Interrupted` by [`crate::store::Interrupter`]; what the database may say.
    pub fn search_towns(&self, request: &SearchTownsRequest) -> Result<SearchTowns> {
        let rows = Rows(&self.connection);
        let limit = request.search.limit.clamp(1, 200) as usize;
        let beginning = text::fold(&request.beginning);
        let found = match rows.whose_towns(request)? {
            Some(numbers) => rows.towns_of(&numbers, &beginning)?,
            None => rows.towns_of_file(&beginning, limit + 1)?,
        };
        let more = found.len() > limit;
        Ok(SearchTowns { towns: found.into_iter().take(limit).collect(), more })
    }
}

impl Rows<'_> {
    /// Those who match in whatever town, unless they are too many to be looked at.
    fn whose_towns(&self, request: &SearchTownsRequest) -> Result<Option<Vec<ClientNumber>>> {
        let search = &request.search;
        let filter = Filter { town: String::new(), ..Filter::of(&search.filter) };
        if let Some(found) = self.invoiced(&search.text, search.include_inactive, &filter)? {
            return Ok(Some(found.clients.iter().map(|client| client.number).collect()));
        }
        let Some(query) = Query::of(&search.text) else { return Ok(Some(Vec::new())) };
        if query.words.is_empty() && filter.is_open() {
            return Ok(None);
        }
        let (_, _, found) = self.matching_or_near(query, &filter)?;
        let hidden = if search.include_inactive { found.inactive } else { Vec::new() };
        let numbers = [found.active, hidden].concat();
        Ok((numbers.len() <= COUNTED as usize).then_some(numbers))
    }

    fn towns_of(&self, numbers: &[ClientNumber], beginning: &str) -> Result<Vec<String>> {
        let mut select = self.0.prepare_cached("SELECT town_fold, town FROM client WHERE number = ?1")?;
        let mut towns: HashMap<String, (usize, String)> = HashMap::new();
        for number in numbers {
            let found: Option<(String, String)> =
                select.query_row([number], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            if let Some((folded, town)) =
                found.filter(|(folded, _)| !folded.is_empty() && folded.starts_with(beginning))
            {
                towns.entry(folded).or_insert((0, town)).0 += 1;
            }
        }
        let mut towns: Vec<_> = towns.into_iter().collect();
        towns.sort_by(|(a, (many, _)), (b, (few, _))| (Reverse(many), a).cmp(&(Reverse(few), b)));
        Ok(towns.into_iter().map(|(_, (_, town))| town).collect())
    }

    /// The towns that begin so, counted along their index.
    fn towns_of_file(&self, beginning: &str, limit: usize) -> Result<Vec<String>> {
        let mut select = self.0.prepare_cached(include_str!("towns.sql"))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let towns = select.query_map(params![beginning, format!("{beginning}\u{10FFFF}"), limit], |row| row.get(0))?;
        Ok(towns.collect::<rusqlite::Result<_>>()?)
    }
}
