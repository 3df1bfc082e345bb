//! How many clients a list has, and how many of them the guard keeps.
//!
//! Who satisfies the conditions is noted as one bit a client, and the guard then goes through its own narrow tables once, rather than
//! through the records in the order of the list.

use std::collections::BTreeMap;

use rusqlite::params_from_iter;

use super::plan::Plan;
use super::sql::Sql;
use crate::clients::ClientNumber;
use crate::contact::Reason;
use crate::lists::{ListCount, ListQuery, ListTotals, ReasonCount};
use crate::store::Rows;
use crate::{Reader, Result};

/// Up to so many clients are judged one by one; more, by going through everybody.
const FEW: u64 = 5_000;

impl Reader {
    /// How many clients a list has, as the guard judges at a moment (UTC milliseconds). A client is left out once, for the first reason in
    /// the order of [`Reason::ALL`]; that it is the wrong hour is no reason.
    ///
    /// # Errors
    /// `ListInvalid`; `Interrupted` by [`crate::Interrupter`]; what the database may say.
    pub fn list_count(&self, query: &ListQuery, at: i64) -> Result<ListCount> {
        // As the file is now, whatever is written meanwhile.
        let _moment = self.connection.unchecked_transaction()?;
        self.rows().list_count(query, at)
    }
}

impl Rows<'_> {
    /// See [`Reader::list_count`].
    ///
    /// # Errors
    /// As there.
    pub(crate) fn list_count(&self, query: &ListQuery, at: i64) -> Result<ListCount> {
        // The hidden are counted too.
        let mut plan = self.plan(&ListQuery { include_inactive: true, ..query.clone() }, at)?;
        plan.include_inactive = query.include_inactive;
        let (active, inactive, totals) = if plan.guard.is_some() {
            self.judged(&plan, query, at)?
        } else {
            let (active, inactive) = self.unjudged(&plan)?;
            let shown = if plan.include_inactive { active + inactive } else { active };
            let restricted = self.restricted_among(&plan)?;
            let excluded =
                if restricted == 0 { BTreeMap::new() } else { BTreeMap::from([(Reason::Restricted, restricted)]) };
            (active, inactive, ListTotals { kept: shown.saturating_sub(restricted), excluded })
        };
        Ok(ListCount {
            matching: if plan.include_inactive { active + inactive } else { active },
            kept: totals.kept,
            excluded: totals.excluded(),
            reasons: ReasonCount::all(&totals),
            hidden_inactive: if plan.include_inactive { 0 } else { inactive },
        })
    }

    fn unjudged(&self, plan: &Plan) -> Result<(u64, u64)> {
        let number = |count: i64| u64::try_from(count).unwrap_or_default();
        if plan.conditions.is_none() {
            let counts = self.counts()?;
            return Ok((number(counts.clients - counts.inactive), number(counts.inactive)));
        }
        let (mut active, mut inactive) = (0, 0);
        for matching in plan.matching(false) {
            let mut select = self.0.prepare(&matching.text)?;
            let (of_active, of_inactive) =
                select.query_row(params_from_iter(matching.values), |row| Ok((row.get(0)?, row.get(1)?)))?;
            active += number(of_active);
            inactive += number(of_inactive);
        }
        Ok((active, inactive))
    }

    /// How many of those who are shown are left out although nobody judges the list: their data are restricted.
    fn restricted_among(&self, plan: &Plan) -> Result<u64> {
        if plan.restricted.is_empty() {
            return Ok(0);
        }
        let matching = plan.restricted_matching();
        let count: i64 =
            self.0.prepare(&matching.text)?.query_row(params_from_iter(matching.values), |row| row.get(0))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// The active and the inactive who satisfy the conditions, and what the guard says of those who are shown.
    fn judged(&self, plan: &Plan, query: &ListQuery, at: i64) -> Result<(u64, u64, ListTotals)> {
        let mut totals = ListTotals::default();
        let (Some(guard), Some(contact)) = (&plan.guard, query.contact) else { return Ok((0, 0, totals)) };
        if plan.conditions.is_none() {
            // Everybody but those: the gate's own table says who there is.
            let (_, inactive) = self.numbers(&[plan.matching_inactive()])?;
            let removed = Sql::new("SELECT number, 0 FROM client WHERE removed_at IS NOT NULL");
            let (removed, _) = self.numbers(&[removed])?;
            let mut active = 0;
            self.judge_all(contact.channel, contact.purpose, at, |judged| {
                let is_inactive = inactive.has(judged.client);
                let is_active = !is_inactive && !removed.has(judged.client);
                active += u64::from(is_active);
                if is_active || (is_inactive && plan.include_inactive) {
                    totals.count(judged.verdict.reasons.without(Reason::OutsideHours));
                }
                Ok(())
            })?;
            return Ok((active, inactive.count, totals));
        }
        let (active, inactive) = self.numbers(&plan.matching(true))?;
        let shown = |client: ClientNumber| active.has(client) || (plan.include_inactive && inactive.has(client));
        if active.count + inactive.count <= FEW {
            let mut facts = self.0.prepare_cached("SELECT facts FROM client_contact WHERE client = ?1")?;
            for client in active.iter().chain(inactive.iter()).filter(|client| shown(*client)) {
                let verdict = self.judge(guard, client, facts.query_row([client], |row| row.get(0))?)?;
                totals.count(verdict.reasons.without(Reason::OutsideHours));
            }
        } else {
            self.judge_all(contact.channel, contact.purpose, at, |judged| {
                if shown(judged.client) {
                    totals.count(judged.verdict.reasons.without(Reason::OutsideHours));
                }
                Ok(())
            })?;
        }
        Ok((active.count, inactive.count, totals))
    }

    /// The active and the inactive clients that some statements select.
    fn numbers(&self, selects: &[Sql]) -> Result<(Numbers, Numbers)> {
        let (mut active, mut inactive) = (Numbers::default(), Numbers::default());
        for select in selects {
            let mut statement = self.0.prepare(&select.text)?;
            let mut rows = statement.query(params_from_iter(select.values.iter()))?;
            while let Some(row) = rows.next()? {
                let numbers = if row.get(1)? { &mut inactive } else { &mut active };
                numbers.add(row.get(0)?);
            }
        }
        Ok((active, inactive))
    }
}

/// A set of clients, one bit for each number up to the greatest.
#[derive(Debug, Default)]
struct Numbers {
    bits: Vec<u64>,
    count: u64,
}

impl Numbers {
    fn add(&mut self, client: ClientNumber) {
        let Ok(at) = usize::try_from(client) else { return };
        if self.bits.len() <= at / 64 {
            self.bits.resize(at / 64 + 1, 0);
        }
        self.bits[at / 64] |= 1 << (at % 64);
        self.count += 1;
    }

    fn has(&self, client: ClientNumber) -> bool {
        usize::try_from(client).is_ok_and(|at| self.bits.get(at / 64).is_some_and(|word| word & (1 << (at % 64)) != 0))
    }

    fn iter(&self) -> impl Iterator<Item = ClientNumber> + '_ {
        let words = self.bits.iter().enumerate().filter(|(_, word)| **word != 0);
        words.flat_map(|(at, word)| {
            (0..64).filter(move |bit| word & (1 << bit) != 0).filter_map(move |bit| i64::try_from(at * 64 + bit).ok())
        })
    }
}
