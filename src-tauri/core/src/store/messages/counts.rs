//! How many messages stand where. No text is read for it.
//!
//! What is shown all day counts what has not left, which is little whatever was sent over the years. The counts of a list walk the index of
//! all of them, only when its page is read.

use crate::clients::ClientNumber;
use crate::messages::{Context, MessageState, OutboxCounts, QueueCounts};
use crate::store::Rows;
use crate::{Error, Result};

/// How many messages stand where, of one client and of the records that went into theirs.
const COUNTS_OF_CLIENT: &str = concat!(
    "SELECT context, state, count(*) FROM message WHERE client IN ",
    include_str!("../clients/family.sql"),
    "GROUP BY context, state"
);

impl Rows<'_> {
    /// How many messages are on their way or need a person.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn queue_counts(&self) -> Result<QueueCounts> {
        let mut select = self.0.prepare_cached(include_str!("queue_counts.sql"))?;
        let mut rows = select.query([])?;
        let mut counts = QueueCounts::default();
        while let Some(row) = rows.next()? {
            let state = MessageState::from_code(&row.get::<_, String>(0)?).ok_or(Error::FileCorrupt)?;
            let messages = u64::try_from(row.get::<_, i64>(1)?).unwrap_or_default();
            counts.add(state, messages);
        }
        Ok(counts)
    }

    /// How many messages stand where, of one client or of all.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn outbox_counts(&self, client: Option<ClientNumber>) -> Result<OutboxCounts> {
        let sql = if client.is_some() { COUNTS_OF_CLIENT } else { include_str!("counts.sql") };
        let mut select = self.0.prepare_cached(sql)?;
        let mut rows = match client {
            Some(client) => select.query([client])?,
            None => select.query([])?,
        };
        let mut counts = OutboxCounts::default();
        while let Some(row) = rows.next()? {
            let context = Context::from_code(&row.get::<_, String>(0)?).ok_or(Error::FileCorrupt)?;
            let state = MessageState::from_code(&row.get::<_, String>(1)?).ok_or(Error::FileCorrupt)?;
            counts.add(context, state, u64::try_from(row.get::<_, i64>(2)?).unwrap_or_default());
        }
        Ok(counts)
    }
}

#[cfg(test)]
mod tests {
    use super::super::claim;

    #[test]
    fn counting_reads_no_text_and_what_is_due_is_found_at_once() {
        let mut file = rusqlite::Connection::open_in_memory().unwrap();
        crate::store::Schema::default().apply(&mut file).unwrap();
        let plan = |sql: &str| -> String {
            let mut explain = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let nothing = vec![0; explain.parameter_count()];
            let lines = explain.query_map(rusqlite::params_from_iter(nothing), |row| row.get::<_, String>(3)).unwrap();
            lines.map(|line| line.unwrap()).collect::<Vec<_>>().join("; ")
        };
        let queue = plan(include_str!("queue_counts.sql"));
        assert_eq!(
            queue, "SEARCH message USING COVERING INDEX message_by_state (state=?)",
            "what has left is not read"
        );
        let all = plan(include_str!("counts.sql"));
        assert!(all.contains("USING COVERING INDEX message_by_state"), "{all}");
        let of_client = plan(super::COUNTS_OF_CLIENT);
        assert!(of_client.contains("USING COVERING INDEX message_by_client (client=?)"), "{of_client}");
        let due = plan(&format!("SELECT body {}", claim::DUE));
        assert_eq!(due, "SEARCH message USING INDEX message_due (channel=? AND due_at<?)");
        let alone = plan(&format!("SELECT body {}", claim::ALONE));
        assert_eq!(alone, "SEARCH message USING INDEX message_due_alone (channel=? AND due_at<?)");
    }
}
