//! The outbox as lists show it, page by page, in the order asked for.

use rusqlite::{OptionalExtension, Row, ToSql};

use super::{COLUMNS, message};
use crate::clients::ClientNumber;
use crate::consents::{DecisionId, IndicatorId};
use crate::messages::{
    Context, Message, MessageColumn, MessageId, MessagePage, MessageRequest, MessageSort, MessageState,
};
use crate::store::Rows;
use crate::store::clients::FAMILY;
use crate::{Error, Result};

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
            .query_row([id], |row| Ok(self.of_living(row)))
            .optional()?
            .ok_or(Error::MessageNotFound)?
    }

    /// A message of a record that went into another one is that one's.
    fn of_living(&self, row: &Row<'_>) -> Result<Message> {
        let message = message(row)?;
        if row.get::<_, Option<ClientNumber>>("merged_into")?.is_none() {
            return Ok(message);
        }
        match self.living(message.client) {
            Ok(living) if living != message.client => {
                let name = self.client_row(living)?.map(|(row, _)| row.name()).unwrap_or_default();
                Ok(Message { client: living, client_name: name, ..message })
            }
            Ok(_) | Err(Error::ClientRemoved(..)) => Ok(message),
            Err(error) => Err(error),
        }
    }

    /// Some messages in the order asked for, and how many there are.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn messages(&self, request: &MessageRequest) -> Result<MessagePage> {
        let (channel, context, state) = (
            request.channel.map(crate::consents::Channel::code),
            request.context.map(Context::code),
            request.state.map(MessageState::code),
        );
        let limit = i64::from(request.limit) + 1;
        let beyond = follows(request.sort);
        let mut conditions = vec!["true"];
        let mut values: Vec<(&str, &dyn ToSql)> = vec![(":limit", &limit)];
        let of_client = format!("m.client IN {}", FAMILY.replace("?1", ":client"));
        let filters: [(&str, &str, Option<&dyn ToSql>); 5] = [
            (of_client.as_str(), ":client", request.number.as_ref().map(|number| number as &dyn ToSql)),
            ("m.channel = :channel", ":channel", channel.as_ref().map(|code| code as &dyn ToSql)),
            ("m.context = :context", ":context", context.as_ref().map(|code| code as &dyn ToSql)),
            ("m.state = :state", ":state", state.as_ref().map(|code| code as &dyn ToSql)),
            (beyond.as_str(), ":after", request.after.as_ref().map(|id| id as &dyn ToSql)),
        ];
        for (condition, name, value) in filters {
            if let Some(value) = value {
                conditions.push(condition);
                values.push((name, value));
            }
        }
        conditions.push(match request.sent {
            Some(true) => "m.state = 'sent'",
            Some(false) => "m.state <> 'sent'",
            None => "true",
        });
        // Putting in order moves identities only: texts are read of the page alone.
        let sql = format!(
            "SELECT {COLUMNS} FROM message AS m JOIN client AS c ON c.number = m.client
             WHERE m.id IN (SELECT m.id FROM {} WHERE {} ORDER BY {} LIMIT :limit)
             ORDER BY {}",
            source(request.sort.column),
            conditions.join(" AND "),
            order(request.sort),
            order(request.sort),
        );
        let mut messages = self
            .0
            .prepare_cached(&sql)?
            .query_map(values.as_slice(), |row| Ok(self.of_living(row)))?
            .map(|message| message.map_err(Error::from).flatten())
            .collect::<Result<Vec<_>>>()?;
        let more = messages.len() > request.limit as usize;
        messages.truncate(request.limit as usize);
        let next = if more { messages.last().map(|message| message.id) } else { None };
        Ok(MessagePage { messages, next, counts: self.outbox_counts(request.number)? })
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

/// What a column is put in order by, beside the message's identity.
const fn key(column: MessageColumn) -> Option<&'static str> {
    match column {
        MessageColumn::Date => None,
        MessageColumn::Client => Some("c.name_fold"),
        MessageColumn::State => Some(
            "CASE m.state WHEN 'unsure' THEN 0 WHEN 'failed' THEN 1 WHEN 'blocked' THEN 2 WHEN 'sending' THEN 3
                WHEN 'pending' THEN 4 WHEN 'sent' THEN 5 ELSE 6 END",
        ),
    }
}

/// Where keys are found.
const fn source(column: MessageColumn) -> &'static str {
    match column {
        MessageColumn::Client => "message AS m JOIN client AS c ON c.number = m.client",
        MessageColumn::Date | MessageColumn::State => "message AS m",
    }
}

fn order(MessageSort { column, descending }: MessageSort) -> String {
    let direction = if descending { "DESC" } else { "ASC" };
    match key(column) {
        None => format!("m.id {direction}"),
        Some(key) => format!("{key} {direction}, m.id DESC"),
    }
}

/// The condition of those that follow the message `:after`.
fn follows(MessageSort { column, descending }: MessageSort) -> String {
    let source = source(column);
    match (key(column), descending) {
        (None, true) => "m.id < :after".to_owned(),
        (None, false) => "m.id > :after".to_owned(),
        (Some(key), true) => format!("({key}, m.id) < (SELECT {key}, m.id FROM {source} WHERE m.id = :after)"),
        (Some(key), false) => format!("({key}, -m.id) > (SELECT {key}, -m.id FROM {source} WHERE m.id = :after)"),
    }
}
