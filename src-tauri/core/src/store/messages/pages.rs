//! The outbox as lists show it, page by page, and how many messages stand where.

use rusqlite::{OptionalExtension, ToSql};

use super::{COLUMNS, message};
use crate::clients::ClientNumber;
use crate::consents::{DecisionId, IndicatorId};
use crate::messages::{Context, Message, MessageId, MessagePage, MessageRequest, MessageState, OutboxCounts};
use crate::store::Rows;
use crate::store::clients::FAMILY;
use crate::{Error, Result};

/// How many messages stand where, of one client and of the records that went into theirs.
const COUNTS_OF_CLIENT: &str = concat!(
    "SELECT context, state, count(*) FROM message WHERE client IN ",
    include_str!("../clients/family.sql"),
    "GROUP BY context, state"
);
/// When a client was asked last.
const ASKED_AT: &str = concat!(include_str!("asked_at.sql"), include_str!("../clients/family.sql"));

impl Rows<'_> {
    /// One message.
    ///
    /// # Errors
    /// `MessageNotFound`.
    pub(crate) fn message(&self, id: MessageId) -> Result<Message> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM message AS m JOIN client AS c ON c.number = m.client WHERE m.id = ?1"
            ))?
            .query_row([id], |row| Ok(message(row)))
            .optional()?
            .ok_or(Error::MessageNotFound)?
            .and_then(|message| self.of_living(message))
    }

    /// A message of a record that went into another one is that one's.
    fn of_living(&self, message: Message) -> Result<Message> {
        match self.living(message.client) {
            Ok(living) if living != message.client => {
                let name = self.client_row(living)?.map(|(row, _)| row.name()).unwrap_or_default();
                Ok(Message { client: living, client_name: name, ..message })
            }
            Ok(_) | Err(Error::ClientRemoved(..)) => Ok(message),
            Err(error) => Err(error),
        }
    }

    /// Some messages, the newest first, and how many there are.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn messages(&self, request: &MessageRequest) -> Result<MessagePage> {
        let before = request.before.unwrap_or(MessageId::MAX);
        let (channel, context, state) = (
            request.channel.map(crate::consents::Channel::code),
            request.context.map(Context::code),
            request.state.map(MessageState::code),
        );
        let limit = i64::from(request.limit) + 1;
        let mut conditions = String::from("m.id < :before");
        let mut values: Vec<(&str, &dyn ToSql)> = vec![(":before", &before), (":limit", &limit)];
        let of_client = format!(" AND m.client IN {}", FAMILY.replace("?1", ":client"));
        let filters: [(&str, &'static str, Option<&dyn ToSql>); 4] = [
            (&of_client, ":client", request.number.as_ref().map(|number| number as &dyn ToSql)),
            (" AND m.channel = :channel", ":channel", channel.as_ref().map(|code| code as &dyn ToSql)),
            (" AND m.context = :context", ":context", context.as_ref().map(|code| code as &dyn ToSql)),
            (" AND m.state = :state", ":state", state.as_ref().map(|code| code as &dyn ToSql)),
        ];
        for (condition, name, value) in filters {
            if let Some(value) = value {
                conditions.push_str(condition);
                values.push((name, value));
            }
        }
        conditions.push_str(match request.sent {
            Some(true) => " AND m.state = 'sent'",
            Some(false) => " AND m.state <> 'sent'",
            None => "",
        });
        let mut messages = self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM message AS m JOIN client AS c ON c.number = m.client
                 WHERE {conditions} ORDER BY m.id DESC LIMIT :limit"
            ))?
            .query_map(values.as_slice(), |row| Ok(message(row)))?
            .map(|row| row.map_err(Error::from).flatten().and_then(|message| self.of_living(message)))
            .collect::<Result<Vec<_>>>()?;
        let more = messages.len() > request.limit as usize;
        messages.truncate(request.limit as usize);
        let next = if more { messages.last().map(|message| message.id) } else { None };
        Ok(MessagePage { messages, next, counts: self.outbox_counts(request.number)? })
    }

    /// How many messages stand where, of one client or of all. Reads no text.
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

    /// Since when a client has been asked about an indicator without having answered, UTC milliseconds: the newest request that was not
    /// given up, if it is newer than their newest answer (`decision`).
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn asked_at(
        &self,
        client: ClientNumber,
        indicator: IndicatorId,
        decision: Option<DecisionId>,
    ) -> Result<Option<i64>> {
        Ok(self.0.prepare_cached(ASKED_AT)?.query_row((client, indicator, decision), |row| row.get(0))?)
    }
}

#[cfg(test)]
mod tests {
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
        let all = plan(include_str!("counts.sql"));
        assert!(all.contains("USING COVERING INDEX message_by_state"), "{all}");
        let of_client = plan(super::COUNTS_OF_CLIENT);
        assert!(of_client.contains("USING COVERING INDEX message_by_client (client=?)"), "{of_client}");
        let due = plan(
            "SELECT body FROM message WHERE state = 'pending' AND channel = ?1 AND due_at <= ?2 ORDER BY due_at, id LIMIT 1",
        );
        assert_eq!(due, "SEARCH message USING INDEX message_due (channel=? AND due_at<?)");
    }
}
