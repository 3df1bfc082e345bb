//! A list ready to be walked through.

use rusqlite::params_from_iter;

use super::candidates::Candidates;
use super::conditions::all_of;
use super::cursor::Cursor;
use super::fields::{key, value};
use super::sql::Sql;
use crate::Result;
use crate::clients::{ClientField, ClientNumber};
use crate::lists::{Checked, ListField, ListProblem, ListQuery, ListSort, invalid};
use crate::store::Rows;
use crate::store::consents::Guard;

/// Who may figure in a list at all, whatever its conditions, and in which order they can be walked through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Population {
    pub(super) condition: &'static str,
    pub(super) order: Order,
}

/// How the order of a list is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// An index, or the table itself, is in that order (what follows the table's name in the statement).
    Kept(&'static str),
    /// The candidates are looked up, all of them, and put in order.
    LookedUp,
    /// Everybody is looked at (over what, says the same place in the statement) and the first are put in order.
    Sorted(&'static str),
}

const ACTIVE: &str = "c.inactive_at IS NULL AND c.removed_at IS NULL";
const INACTIVE: &str = "c.inactive_at IS NOT NULL AND c.removed_at IS NULL";
const EVERYBODY: &str = "c.removed_at IS NULL";
/// The indexes of names, which hold all that the table of the window shows.
const ACTIVE_NAMES: &str = "INDEXED BY active_client_by_name";
const INACTIVE_NAMES: &str = "INDEXED BY inactive_client_by_name";

/// See the module.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) conditions: Option<Sql>,
    /// Whether the indexes of names hold all that the conditions ask for.
    in_name_index: bool,
    pub(super) include_inactive: bool,
    pub(super) columns: Vec<ListField>,
    pub(super) sort: ListSort,
    pub(super) guard: Option<Guard>,
    /// Where no guard judges: the clients whose data are not to be used at all (GDPR art. 18), in order.
    pub(super) restricted: Vec<ClientNumber>,
    /// As a JSON array: nobody else can satisfy the conditions.
    candidates: Option<String>,
    /// Whether the candidates are so few that each is looked up.
    few: bool,
    /// Whether so few satisfy the conditions that walking through an index, each of whose entries must be looked up, would find them late.
    rare: bool,
}

/// « Nom »: the order of the search.
const NAME: ListField = ListField::Record(ClientField::LastName);
/// How many clients are looked at to guess how many satisfy the conditions, and how many of them must for a condition to be frequent.
const SAMPLE: i64 = 256;
const FREQUENT: i64 = 4;
/// In a file of so many clients everybody is soon looked at.
const SMALL: i64 = 20_000;

/// Whether the indexes of names hold a field, so that no record is looked up for it.
const fn is_in_name_index(field: ListField) -> bool {
    use ClientField as C;
    match field {
        ListField::Number => true,
        ListField::Record(field) => !matches!(field, C::Address1 | C::Address2 | C::Address3 | C::Country | C::Origins),
        _ => false,
    }
}

impl Rows<'_> {
    /// Whether few of some clients here and there satisfy the conditions.
    fn is_rare(&self, conditions: &Sql) -> Result<bool> {
        let greatest: Option<i64> =
            self.0.prepare_cached("SELECT max(number) FROM client")?.query_row([], |row| row.get(0))?;
        let greatest = greatest.unwrap_or_default();
        if greatest <= SMALL {
            return Ok(false);
        }
        let some: Vec<i64> = (1..=SAMPLE).map(|at| greatest / SAMPLE * at).collect();
        let count = Sql::new("SELECT count(*) FROM json_each(").bind(json(&some));
        let count = count.and(") AS j CROSS JOIN client AS c WHERE c.number = j.value AND ").with(conditions);
        let satisfied: i64 =
            self.0.prepare(&count.text)?.query_row(params_from_iter(count.values), |row| row.get(0))?;
        Ok(satisfied < FREQUENT)
    }

    /// Checks a list against the file without walking through it, and returns its conditions.
    ///
    /// # Errors
    /// `ListInvalid`; what the database may say.
    pub(super) fn conditions(&self, query: &ListQuery) -> Result<Vec<Checked>> {
        let checked = query.checked()?;
        let named = (query.conditions.iter().enumerate().map(|(index, condition)| (condition.field, Some(index))))
            .chain(query.columns.iter().map(|column| (*column, None)))
            .chain([(query.sort.by, None)]);
        let indicators = self.indicators()?;
        for (field, condition) in named {
            if field.indicator().is_some_and(|id| indicators.iter().all(|indicator| indicator.id != id)) {
                return Err(invalid(ListProblem::NoIndicator, Some(field), condition));
            }
        }
        Ok(checked)
    }

    /// The clients whose data are kept and not used, in the order of their numbers.
    fn restricted(&self) -> Result<Vec<ClientNumber>> {
        let mut select = self.0.prepare_cached("SELECT number FROM client WHERE restricted_at IS NOT NULL")?;
        let mut numbers = select.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<ClientNumber>>>()?;
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// Checks a list and makes it ready; its guard judges at a moment (UTC milliseconds).
    ///
    /// # Errors
    /// `ListInvalid`; `Interrupted`; what the database may say.
    pub(super) fn plan(&self, query: &ListQuery, at: i64) -> Result<Plan> {
        let checked = self.conditions(query)?;
        let candidates = self.narrowed(&checked, query.any, query.include_inactive)?;
        let conditions = all_of(&checked, query.any);
        let in_name_index = checked.iter().all(|condition| is_in_name_index(condition.field));
        let covered = query.sort.by == NAME && in_name_index;
        let rare = match &conditions {
            // In the order of their numbers everybody is looked at anyway.
            Some(conditions) if candidates.is_none() && !covered && query.sort.by != ListField::Number => {
                self.is_rare(conditions)?
            }
            _ => false,
        };
        Ok(Plan {
            rare,
            conditions,
            in_name_index,
            few: candidates.as_ref().is_some_and(Candidates::are_few),
            include_inactive: query.include_inactive,
            columns: query.columns.clone(),
            sort: query.sort.clone(),
            guard: query.contact.map(|contact| self.guard(contact.channel, contact.purpose, at)).transpose()?,
            restricted: if query.contact.is_some() { Vec::new() } else { self.restricted()? },
            candidates: candidates.map(|candidates| json(&candidates.numbers)),
        })
    }
}

impl Plan {
    /// The same list where nobody but those whose data are restricted is looked at.
    #[must_use]
    pub(super) fn of_the_restricted(self) -> Plan {
        Plan { candidates: Some(json(&self.restricted)), few: true, ..self }
    }

    /// How many of those who would be in the list are restricted.
    pub(super) fn restricted_matching(&self) -> Sql {
        let population = if self.include_inactive { EVERYBODY } else { ACTIVE };
        self.satisfying(looked_up(Sql::new("SELECT count(*) FROM "), json(&self.restricted), population))
    }

    /// Those who may figure, in parts that are each walked through in the order of the list.
    pub(super) fn populations(&self) -> Vec<Population> {
        let condition = if self.include_inactive { EVERYBODY } else { ACTIVE };
        if self.few {
            return vec![Population { condition, order: Order::LookedUp }];
        }
        let kept = |index| vec![Population { condition, order: Order::Kept(index) }];
        match self.sort.by {
            ListField::Number => kept("NOT INDEXED"),
            _ if self.rare => vec![Population { condition, order: Order::Sorted("NOT INDEXED") }],
            NAME => {
                let active = Population { condition: ACTIVE, order: Order::Kept(ACTIVE_NAMES) };
                let inactive = Population { condition: INACTIVE, order: Order::Kept(INACTIVE_NAMES) };
                if self.include_inactive { vec![active, inactive] } else { vec![active] }
            }
            ListField::Record(ClientField::Postcode) => kept("INDEXED BY client_by_postcode"),
            ListField::Record(ClientField::Town) => kept("INDEXED BY client_by_town"),
            ListField::Record(ClientField::Email) => kept("INDEXED BY client_by_email"),
            ListField::CreatedAt => kept("INDEXED BY client_by_creation"),
            ListField::UpdatedAt => kept("INDEXED BY client_by_update"),
            _ if self.candidates.is_some() => vec![Population { condition, order: Order::LookedUp }],
            _ => vec![Population { condition, order: Order::Sorted("") }],
        }
    }

    /// The lines of a population after a place, in the order of the list: number, key, what the guard needs, and the columns unless only
    /// places are wanted.
    pub(super) fn lines(&self, population: Population, after: Option<&Cursor>, columns: bool) -> Sql {
        let (later, direction) = if self.sort.descending { ("<", " DESC") } else { (">", "") };
        let lines = self.selected(columns).and(" FROM ");
        let lines = match population.order {
            Order::LookedUp => self.of(lines, population.condition, ""),
            Order::Kept(over) | Order::Sorted(over) => {
                let lines = lines.and("client AS c ").and(over).and(" WHERE ").and(population.condition);
                match &self.candidates {
                    // The sign keeps SQLite from looking them up, which would undo the order.
                    Some(candidates) => {
                        let among = lines.and(" AND +c.number IN (SELECT value FROM json_each(");
                        among.bind(candidates.clone()).and("))")
                    }
                    None => lines,
                }
            }
        };
        let mut lines = self.satisfying(lines);
        if let Some(Cursor(place, number)) = after {
            let key = key(self.sort.by);
            lines = lines.and(" AND ").with(&key).and(&format!(" {later}= ")).bind(place.clone());
            lines = lines.and(" AND (").with(&key).and(&format!(" {later} ")).bind(place.clone());
            lines = lines.and(" OR c.number > ").bind(*number).and(")");
        }
        lines.and(" ORDER BY 2").and(direction).and(", 1")
    }

    /// One line by its number.
    pub(super) fn line(&self, number: i64) -> Sql {
        self.selected(true).and(" FROM client AS c WHERE c.number = ").bind(number)
    }

    /// Statements that together count the active and the inactive who satisfy the conditions, or (`numbers`) give each with whether they are
    /// inactive.
    pub(super) fn matching(&self, numbers: bool) -> Vec<Sql> {
        let parts: &[(&str, &str)] = match &self.candidates {
            None if self.in_name_index => &[(ACTIVE, ACTIVE_NAMES), (INACTIVE, INACTIVE_NAMES)],
            // In the order of the table, once: an index would lead to each record by itself.
            _ => &[(EVERYBODY, "NOT INDEXED")],
        };
        let selected = if numbers {
            "SELECT c.number, c.inactive_at IS NOT NULL FROM "
        } else {
            "SELECT count(*) FILTER (WHERE c.inactive_at IS NULL), count(*) FILTER (WHERE c.inactive_at IS NOT NULL) FROM "
        };
        let part = |(population, over): &(&str, &str)| self.satisfying(self.of(Sql::new(selected), population, over));
        parts.iter().map(part).collect()
    }

    /// The inactive who satisfy the conditions, as [`Plan::matching`] gives them.
    pub(super) fn matching_inactive(&self) -> Sql {
        self.satisfying(self.of(Sql::new("SELECT c.number, 1 FROM "), INACTIVE, INACTIVE_NAMES))
    }

    /// The candidates of a population; everybody of it, over an index, where none are known.
    fn of(&self, select: Sql, population: &str, over: &str) -> Sql {
        match &self.candidates {
            Some(candidates) => looked_up(select, candidates.clone(), population),
            None => select.and("client AS c ").and(over).and(" WHERE ").and(population),
        }
    }

    /// Those of them who satisfy the conditions.
    fn satisfying(&self, among: Sql) -> Sql {
        match &self.conditions {
            Some(conditions) => among.and(" AND ").with(conditions),
            None => among,
        }
    }

    fn selected(&self, columns: bool) -> Sql {
        let facts = if self.guard.is_some() {
            "(SELECT facts FROM client_contact WHERE client_contact.client = c.number)"
        } else {
            "0"
        };
        let mut selected = Sql::new("SELECT c.number, ").with(&key(self.sort.by));
        if columns {
            selected = selected.and(", ").and(facts);
            for column in &self.columns {
                selected = selected.and(", ").with(&value(*column));
            }
        }
        selected
    }
}

/// Those of a population whose numbers stand in a JSON array, each looked up.
fn looked_up(select: Sql, numbers: String, population: &str) -> Sql {
    let from = select.and("json_each(").bind(numbers).and(") AS j CROSS JOIN client AS c WHERE ");
    from.and(population).and(" AND c.number = j.value")
}

/// Numbers as a JSON array.
pub(super) fn json(numbers: &[i64]) -> String {
    let mut array = String::with_capacity(numbers.len() * 8 + 2);
    array.push('[');
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            array.push(',');
        }
        array.push_str(&number.to_string());
    }
    array.push(']');
    array
}
