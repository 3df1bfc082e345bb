//! The shop's templates.

use rusqlite::{OptionalExtension, Row, named_params, params};

use super::{channel, purpose};
use crate::consents::Channel;
use crate::messages::{Context, NewTemplate, Template, TemplateId};
use crate::store::consents::put_in_order;
use crate::store::{Rows, Tx};
use crate::text::fold;
use crate::{Error, Result};

const COLUMNS: &str = "id, channel, name, context, purpose, asks, subject, body, rgpd_default";

impl Rows<'_> {
    /// All templates, in the shop's order.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn templates(&self) -> Result<Vec<Template>> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM template ORDER BY position, id"))?
            .query_map([], |row| Ok(template(row)))?
            .collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    /// One template.
    ///
    /// # Errors
    /// `TemplateNotFound`.
    pub(crate) fn template(&self, id: TemplateId) -> Result<Template> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM template WHERE id = ?1"))?
            .query_row([id], |row| Ok(template(row)))
            .optional()?
            .ok_or(Error::TemplateNotFound)?
    }

    /// Whether a template of the channel other than `except` bears this name (upper and lower case alike).
    fn template_name_is_taken(&self, new: &NewTemplate, except: Option<TemplateId>) -> Result<bool> {
        let folded = fold(&new.name);
        Ok(self.templates()?.iter().any(|other| {
            other.text.channel == new.channel && Some(other.id) != except && fold(&other.text.name) == folded
        }))
    }
}

impl Tx<'_> {
    /// Adds a template at the end of the list.
    ///
    /// # Errors
    /// `NameTaken`.
    pub(crate) fn insert_template(&self, new: &NewTemplate) -> Result<TemplateId> {
        if self.rows().template_name_is_taken(new, None)? {
            return Err(Error::NameTaken);
        }
        self.connection.prepare_cached(include_str!("insert_template.sql"))?.execute(named_params! {
            ":channel": new.channel.code(),
            ":name": new.name,
            ":context": new.context.code(),
            ":purpose": new.purpose.code(),
            ":asks": new.asks,
            ":subject": new.subject,
            ":body": new.body,
        })?;
        let id = self.connection.last_insert_rowid();
        self.touch_messages();
        Ok(id)
    }

    /// Replaces a template; messages already written keep their text. One that is no longer about rights is no RGPD default any more.
    ///
    /// # Errors
    /// `NameTaken`, `TemplateNotFound`.
    pub(crate) fn update_template(&self, id: TemplateId, new: &NewTemplate) -> Result<()> {
        if self.rows().template_name_is_taken(new, Some(id))? {
            return Err(Error::NameTaken);
        }
        let changed = self.connection.prepare_cached(include_str!("update_template.sql"))?.execute(named_params! {
            ":id": id,
            ":name": new.name,
            ":context": new.context.code(),
            ":purpose": new.purpose.code(),
            ":asks": new.asks,
            ":subject": new.subject,
            ":body": new.body,
        })?;
        self.one(changed)
    }

    /// Removes a template; messages already written keep its name.
    ///
    /// # Errors
    /// `TemplateNotFound`.
    pub(crate) fn delete_template(&self, id: TemplateId) -> Result<()> {
        let changed = self.connection.prepare_cached("DELETE FROM template WHERE id = ?1")?.execute([id])?;
        self.one(changed)
    }

    /// Puts the templates in this order; those that are not named stay behind them in theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn order_templates(&self, order: &[TemplateId]) -> Result<()> {
        let all = self.rows().templates()?.into_iter().map(|template| template.id);
        put_in_order(self.connection, "UPDATE template SET position = ?2 WHERE id = ?1", all.collect(), order)?;
        self.touch_messages();
        Ok(())
    }

    /// Makes a template the one that the agreement dialog proposes on its channel, and no other one.
    ///
    /// # Errors
    /// `TemplateNotFound`.
    pub(crate) fn set_rgpd_default(&self, id: TemplateId, channel: Channel) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE template SET rgpd_default = 0 WHERE channel = ?1 AND rgpd_default = 1")?
            .execute([channel.code()])?;
        let changed = self
            .connection
            .prepare_cached("UPDATE template SET rgpd_default = 1 WHERE id = ?1 AND channel = ?2")?
            .execute(params![id, channel.code()])?;
        self.one(changed)
    }

    fn one(&self, changed: usize) -> Result<()> {
        if changed == 0 {
            return Err(Error::TemplateNotFound);
        }
        self.touch_messages();
        Ok(())
    }
}

fn template(row: &Row<'_>) -> Result<Template> {
    let text = |column: &str| row.get::<_, String>(column);
    Ok(Template {
        id: row.get("id")?,
        text: NewTemplate {
            channel: channel(&text("channel")?)?,
            name: text("name")?,
            context: Context::from_code(&text("context")?).ok_or(Error::FileCorrupt)?,
            purpose: purpose(&text("purpose")?)?,
            asks: row.get("asks")?,
            subject: text("subject")?,
            body: text("body")?,
        },
        rgpd_default: row.get("rgpd_default")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::MessagePurpose;

    #[test]
    fn the_first_templates_are_such_as_a_shop_may_save() {
        let mut connection = rusqlite::Connection::open_in_memory().unwrap();
        crate::store::Schema::default().apply(&mut connection).unwrap();
        let templates = Rows(&connection).templates().unwrap();
        for template in &templates {
            assert_eq!(template.text.checked().unwrap(), template.text, "{}", template.text.name);
            let one_place_each = "@£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà";
            let short = |c: char| (c.is_ascii() && c != '`') || one_place_each.contains(c);
            let body = crate::messages::merge(&template.text.body, |_| String::new()).unwrap();
            assert!(template.text.channel == Channel::Mail || body.chars().all(short), "{body}");
        }
        for channel in [Channel::Sms, Channel::Mail] {
            let of_channel: Vec<_> = templates.iter().filter(|template| template.text.channel == channel).collect();
            assert_eq!(of_channel.len(), 6);
            assert_eq!(of_channel.iter().filter(|template| template.rgpd_default).count(), 1);
            assert!(of_channel.iter().any(|template| template.text.purpose == MessagePurpose::Commercial));
        }
    }
}
