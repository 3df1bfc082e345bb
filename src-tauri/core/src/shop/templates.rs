//! Administration › Messages: the templates of the shop.

use super::{Outcome, Shop};
use crate::journal::{JournalChange, Operation};
use crate::messages::{Context, NewTemplate, Template, TemplateId};
use crate::store::Tx;
use crate::{Error, Result};

impl Shop {
    /// All templates, in the shop's order.
    ///
    /// # Errors
    /// What the database may say.
    pub fn templates(&self) -> Result<Vec<Template>> {
        self.store.rows().templates()
    }

    /// Adds a template at the end of the list.
    ///
    /// # Errors
    /// See [`NewTemplate::checked`]; `NameTaken`.
    pub fn create_template(&mut self, new: &NewTemplate) -> Result<Outcome<Template>> {
        let new = new.checked()?;
        self.set_up_messages(|tx| {
            let id = tx.insert_template(&new)?;
            Ok((tx.rows().template(id)?, vec![JournalChange::new("template", "", &new.name)]))
        })
    }

    /// Replaces a template. Messages already written keep their text. Saving what has not changed writes nothing.
    ///
    /// # Errors
    /// See [`NewTemplate::checked`]; `NameTaken`, `TemplateNotFound`; `TemplateUnsuited` for another channel than it had.
    pub fn save_template(&mut self, id: TemplateId, new: &NewTemplate) -> Result<Outcome<Template>> {
        let new = new.checked()?;
        self.set_up_messages(|tx| {
            let before = tx.rows().template(id)?;
            if before.text.channel != new.channel {
                return Err(Error::TemplateUnsuited);
            }
            let changes: Vec<JournalChange> = said(&before.text)
                .into_iter()
                .zip(said(&new))
                .filter(|((_, old), (_, now))| old != now)
                .map(|((field, old), (_, now))| JournalChange::new(field, old, now))
                .collect();
            if !changes.is_empty() {
                tx.update_template(id, &new)?;
            }
            Ok((tx.rows().template(id)?, changes))
        })
    }

    /// Removes a template. Messages already written keep its name.
    ///
    /// # Errors
    /// `TemplateNotFound`.
    pub fn remove_template(&mut self, id: TemplateId) -> Result<Outcome<()>> {
        self.set_up_messages(|tx| {
            let before = tx.rows().template(id)?.text.name;
            tx.delete_template(id)?;
            Ok(((), vec![JournalChange::new("template", &before, "")]))
        })
    }

    /// Puts the templates in this order.
    ///
    /// # Errors
    /// What the database may say.
    pub fn order_templates(&mut self, order: &[TemplateId]) -> Result<Outcome<()>> {
        self.set_up_messages(|tx| {
            let names = |tx: &Tx<'_>| -> Result<String> {
                let names = tx.rows().templates()?.into_iter().map(|template| template.text.name);
                Ok(names.collect::<Vec<_>>().join(", "))
            };
            let before = names(tx)?;
            tx.order_templates(order)?;
            Ok(((), vec![JournalChange::new("template_order", &before, &names(tx)?)]))
        })
    }

    /// Makes a template the one that the agreement dialog proposes on its channel.
    ///
    /// # Errors
    /// `TemplateNotFound`; `TemplateUnsuited` for one that is not about rights.
    pub fn set_rgpd_default(&mut self, id: TemplateId) -> Result<Outcome<()>> {
        self.set_up_messages(|tx| {
            let templates = tx.rows().templates()?;
            let chosen = templates.iter().find(|template| template.id == id).ok_or(Error::TemplateNotFound)?;
            if chosen.text.context != Context::Rights {
                return Err(Error::TemplateUnsuited);
            }
            let of_channel = |other: &&Template| other.rgpd_default && other.text.channel == chosen.text.channel;
            let before = templates.iter().find(of_channel).map_or("", |template| template.text.name.as_str());
            tx.set_rgpd_default(id, chosen.text.channel)?;
            Ok(((), vec![JournalChange::new("rgpd_template", before, &chosen.text.name)]))
        })
    }

    fn set_up_messages<T>(
        &mut self,
        write: impl FnOnce(&Tx<'_>) -> Result<(T, Vec<JournalChange>)>,
    ) -> Result<Outcome<T>> {
        self.transact(Operation::SetUpMessages, |tx| {
            let (value, changes) = write(tx)?;
            if !changes.is_empty() {
                tx.journal(None, None, &changes)?;
            }
            Ok(value)
        })
    }
}

/// Everything about a template that can be changed, by name.
fn said(text: &NewTemplate) -> [(&'static str, String); 6] {
    [
        ("template", text.name.clone()),
        ("template_context", text.context.code().into()),
        ("template_purpose", text.purpose.code().into()),
        ("template_asks", text.asks.to_string()),
        ("template_subject", text.subject.clone()),
        ("template_body", text.body.clone()),
    ]
}
