//! A client's movements, page by page.
//!
//! Each record of the family is read in the order of an index of its own and the pages are merged here: asking for the whole family in one
//! statement would put all that it has in order for every page.

use std::cmp::Reverse;

use rusqlite::params;

use super::{COLUMNS, SOURCE, movement, text};
use crate::clients::ClientNumber;
use crate::movements::{
    ExportedMovements, Movement, MovementAfter, MovementColumn, MovementCounts, MovementKind, MovementPage,
    MovementRequest, MovementState,
};
use crate::store::Rows;
use crate::{Error, Result};

/// How many movements are read at once where all of them are.
const AT_ONCE: u32 = 500;

/// Rows that follow each other in an order: all, or those of a kind or a state.
#[derive(Clone, Copy, PartialEq)]
enum Group {
    All,
    Kind(MovementKind),
    State(MovementState),
}

impl Group {
    const fn condition(self) -> &'static str {
        match self {
            Group::All => "?2 = ''",
            Group::Kind(_) => "m.kind = ?2",
            Group::State(_) => "m.state = ?2",
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Group::All => "",
            Group::Kind(kind) => kind.code(),
            Group::State(state) => state.code(),
        }
    }

    fn holds(self, state: MovementState) -> bool {
        match self {
            Group::All => true,
            Group::Kind(kind) => state.kind() == kind,
            Group::State(one) => state == one,
        }
    }
}

impl Rows<'_> {
    /// Some movements of a client and of the records that went into theirs, in the order asked for, and how many there are.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn movements(&self, request: &MovementRequest) -> Result<MovementPage> {
        let family = self.family(request.number)?;
        let (movements, next) = self.some_movements(&family, request)?;
        Ok(MovementPage { movements, next, counts: self.movement_counts(&family)? })
    }

    /// Calls `each` with every movement of a client and of the records that went into theirs.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`; what `each` says.
    pub(crate) fn each_movement(
        &self,
        whose: &ExportedMovements,
        mut each: impl FnMut(Movement) -> Result<()>,
    ) -> Result<()> {
        let ExportedMovements { number, kind, sort } = *whose;
        let number = self.living(number)?;
        let family = self.family(number)?;
        let mut request = MovementRequest { number, kind, sort, after: None, limit: AT_ONCE };
        loop {
            let (movements, next) = self.some_movements(&family, &request)?;
            movements.into_iter().try_for_each(&mut each)?;
            if next.is_none() {
                return Ok(());
            }
            request.after = next;
        }
    }

    fn some_movements(
        &self,
        family: &[ClientNumber],
        request: &MovementRequest,
    ) -> Result<(Vec<Movement>, Option<MovementAfter>)> {
        let limit = request.limit;
        let wanted = limit as usize + 1;
        let mut movements: Vec<Movement> = Vec::new();
        let mut after = request.after;
        let mut groups = groups(request);
        if let Some(after) = after {
            // What stands before the group in which the last page ended was shown.
            let at = groups.iter().position(|group| group.holds(after.state)).unwrap_or(groups.len());
            groups.drain(..at);
        }
        for group in groups {
            if movements.len() >= wanted {
                break;
            }
            movements.extend(self.of_group(family, group, request, after.take())?);
        }
        let more = movements.len() >= wanted;
        movements.truncate(limit as usize);
        let next = movements.last().filter(|_| more).map(|last| MovementAfter {
            id: last.id,
            day: last.input.day,
            state: last.state,
        });
        Ok((movements, next))
    }

    fn of_group(
        &self,
        family: &[ClientNumber],
        group: Group,
        request: &MovementRequest,
        after: Option<MovementAfter>,
    ) -> Result<Vec<Movement>> {
        // Within a kind or a state the newest comes first, whichever way those go.
        let descending = request.sort.descending || request.sort.column != MovementColumn::Day;
        let (direction, beyond) = if descending { ("DESC", "<") } else { ("ASC", ">") };
        let follows = if after.is_some() { format!("(m.day, m.id) {beyond} (?3, ?4)") } else { "?3 IS ?4".to_owned() };
        let mut select = self.0.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM {SOURCE} WHERE m.client = ?1 AND {} AND {follows}
             ORDER BY m.day {direction}, m.id {direction} LIMIT ?5",
            group.condition(),
        ))?;
        let (day, id) = (text(after.map(|after| after.day)), after.map(|after| after.id));
        let mut found = Vec::new();
        for client in family {
            let rows =
                select.query_map(params![client, group.code(), day, id, request.limit + 1], |row| Ok(movement(row)))?;
            for row in rows {
                found.push(row.map_err(Error::from).flatten()?);
            }
        }
        if family.len() > 1 {
            if descending {
                found.sort_by_key(|movement| Reverse((movement.input.day, movement.id)));
            } else {
                found.sort_by_key(|movement| (movement.input.day, movement.id));
            }
        }
        Ok(found)
    }

    fn movement_counts(&self, family: &[ClientNumber]) -> Result<MovementCounts> {
        let mut counts = MovementCounts::default();
        let mut select =
            self.0.prepare_cached("SELECT state, count(*) FROM movement WHERE client = ?1 GROUP BY state")?;
        for client in family {
            let mut rows = select.query([client])?;
            while let Some(row) = rows.next()? {
                let state: String = row.get(0)?;
                counts.add(MovementState::from_code(&state).ok_or(Error::FileCorrupt)?, row.get::<_, u32>(1)?);
            }
        }
        Ok(counts)
    }
}

/// The groups of an order, one after the other.
fn groups(request: &MovementRequest) -> Vec<Group> {
    let wanted = |kind: MovementKind| request.kind.is_none_or(|only| only == kind);
    let mut groups: Vec<Group> = match (request.sort.column, request.kind) {
        (MovementColumn::Day, None) => vec![Group::All],
        (MovementColumn::Day, Some(kind)) => vec![Group::Kind(kind)],
        (MovementColumn::Kind, _) => {
            MovementKind::ALL.into_iter().filter(|kind| wanted(*kind)).map(Group::Kind).collect()
        }
        (MovementColumn::State, _) => {
            MovementState::ALL.into_iter().filter(|state| wanted(state.kind())).map(Group::State).collect()
        }
    };
    if request.sort.descending {
        groups.reverse();
    }
    groups
}
