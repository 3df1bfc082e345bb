//! Things to do.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::labels::{DueFollowUp, FollowUp, FollowUpId, FollowUpsDue};
use crate::store::clients::{FAMILY, name};
use crate::store::{Rows, Tx};
use crate::{Error, Result};

const COLUMNS: &str = "id, revision, what, due_on, done_on, operator";

impl Rows<'_> {
    /// All of a client's: what is to be done by day, then what was done, the newest first.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn follow_ups(&self, number: ClientNumber) -> Result<Vec<FollowUp>> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM follow_up WHERE client IN {FAMILY}
                 ORDER BY done_on IS NOT NULL, done_on DESC, due_on, id"
            ))?
            .query_map([self.living(number)?], follow_up)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// One.
    ///
    /// # Errors
    /// `LabelNotFound`.
    pub(crate) fn follow_up(&self, id: FollowUpId) -> Result<FollowUp> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM follow_up WHERE id = ?1"))?
            .query_row([id], follow_up)
            .optional()?
            .ok_or(Error::LabelNotFound)
    }

    /// What is to be done by a day, by whatever clients: how much, and the first rows.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn follow_ups_due(&self, until: NaiveDate, limit: u32) -> Result<FollowUpsDue> {
        let count = self.0.prepare_cached(include_str!("count_due.sql"))?.query_row([until], |row| row.get(0))?;
        let mut rows = Vec::new();
        let mut select = self.0.prepare_cached(include_str!("due.sql"))?;
        let mut found = select.query(params![until, limit])?;
        while let Some(row) = found.next()? {
            // Whoever went into another record is found under that one.
            let client = self.living(row.get("client")?)?;
            let client_name = self
                .0
                .prepare_cached("SELECT last_name, first_name, company FROM client WHERE number = ?1")?
                .query_row([client], name)?;
            let (id, what, due_on) = (row.get("id")?, row.get("what")?, row.get("due_on")?);
            rows.push(DueFollowUp { id, client, client_name, what, due_on });
        }
        Ok(FollowUpsDue { until, count, rows })
    }
}

impl Tx<'_> {
    /// Notes one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_follow_up(&self, client: ClientNumber, new: &FollowUp) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO follow_up (client, revision, what, due_on, done_on, operator) VALUES (?1, 1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![client, new.what, new.due_on, new.done_on, self.context.operator])?;
        self.touch_living(client)
    }

    /// Changes one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn update_follow_up(&self, client: ClientNumber, new: &FollowUp) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE follow_up SET revision = revision + 1, what = ?2, due_on = ?3, done_on = ?4 WHERE id = ?1",
            )?
            .execute(params![new.id, new.what, new.due_on, new.done_on])?;
        self.touch_living(client)
    }
}

fn follow_up(row: &Row<'_>) -> rusqlite::Result<FollowUp> {
    Ok(FollowUp {
        id: row.get("id")?,
        revision: row.get("revision")?,
        what: row.get("what")?,
        due_on: row.get("due_on")?,
        done_on: row.get("done_on")?,
        operator: row.get("operator")?,
    })
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    #[test]
    fn what_is_due_is_counted_in_its_index_alone() {
        let mut current = Connection::open_in_memory().unwrap();
        crate::store::Schema::default().apply(&mut current).unwrap();
        let plan = |sql: &str| -> String {
            let mut explain = current.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let nothing = vec![0; explain.parameter_count()];
            let lines = explain.query_map(rusqlite::params_from_iter(nothing), |row| row.get::<_, String>(3)).unwrap();
            lines.map(Result::unwrap).collect::<Vec<_>>().join("; ")
        };
        let counted = "SEARCH follow_up USING COVERING INDEX follow_up_due (due_on<?)";
        assert_eq!(plan(include_str!("count_due.sql")), counted);
        assert_eq!(plan(include_str!("due.sql")), "SEARCH follow_up USING INDEX follow_up_due (due_on<?)");
    }
}
