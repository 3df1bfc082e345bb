//! Campaigns: started, written into the outbox a chunk at a time, stopped and resumed.

use super::draft::{Draft, Sender};
use super::{Outcome, Shop};
use crate::consents::{Channel, Purpose, checked_name};
use crate::journal::{JournalChange, Operation};
use crate::lists::{ContactUse, ListField, ListItem, ListQuery, ListSort, ReasonCount};
use crate::messages::{
    Campaign, CampaignId, CampaignPreview, CampaignRequest, CampaignState, Context, MessagePurpose, NewCampaign,
    NewTemplate,
};
use crate::store::{Rows, UnwrittenCampaign};
use crate::{Changes, Error, Reader, Result};

/// How many messages are written in one transaction: the counter waits no longer than that takes.
const MESSAGES: usize = 200;
/// How many clients are looked at in one transaction, where few of them are kept.
const LOOKED_AT: u64 = 20_000;

impl Shop {
    /// Starts a campaign. Its list and its text are kept as they are now; its messages are written by [`Shop::write_campaigns`].
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`; `CampaignEmpty` where nobody of the list may be written to; as [`Reader::campaign_preview`].
    pub fn start_campaign(&mut self, new: &NewCampaign) -> Result<Outcome<Campaign>> {
        let name = checked_name(&new.name)?;
        let now = self.now();
        let rows = self.store.rows();
        let (query, template) = meant(rows, &new.request)?;
        let count = rows.list_count(&query, now)?;
        if count.kept == 0 {
            return Err(Error::CampaignEmpty);
        }
        self.transact(Operation::StartCampaign, |tx| {
            let id = tx.insert_campaign(&name, &query, &template, count.kept, count.excluded)?;
            let changes =
                [JournalChange::new("campaign", "", &*name), JournalChange::new("template", "", &*template.name)];
            tx.journal(None, None, &changes)?;
            tx.rows().campaign(id)
        })
    }

    /// Writes the next messages of the oldest campaign that is not all written: some hundred, in one transaction. Says whether there was
    /// such a campaign, so that it is asked until there is none. Whoever interrupts it in between loses nothing and doubles nothing.
    ///
    /// A client whom the gate refuses by then, or whose text would be too long, gets a message that is « bloqué » or « échec » at once and
    /// says why. A campaign whose list can no longer be made (an indicator that it names is gone) is stopped, and says so.
    ///
    /// # Errors
    /// What the database may say.
    pub fn write_campaigns(&mut self) -> Result<Outcome<bool>> {
        // Nothing is written where there is none: this is asked all day.
        if self.store.rows().unwritten_campaign()?.is_none() {
            return Ok(Outcome { value: false, changes: Changes::default() });
        }
        self.transact(Operation::WriteCampaign, |tx| {
            let Some(campaign) = tx.rows().unwritten_campaign()? else { return Ok(false) };
            let UnwrittenCampaign { id, name, query, template, looked_at_to } = campaign;
            let mut clients = Vec::with_capacity(MESSAGES);
            let reached = tx.rows().kept_after(&query, looked_at_to, tx.now(), LOOKED_AT, &mut |line| {
                clients.push(line.client);
                Ok(clients.len() < MESSAGES)
            });
            let reached = match reached {
                Err(Error::ListInvalid { .. }) => {
                    tx.stop_campaign(id)?;
                    tx.journal(None, None, &[JournalChange::new("campaign", name, "")])?;
                    return Ok(true);
                }
                reached => reached?,
            };
            let sender = Sender::of(tx.rows(), template.channel)?;
            let written = clients.len();
            for client in clients {
                let message = Draft::of_campaign(tx.rows(), &sender, client, &template, tx.now())?;
                tx.insert_message(Some(id), &message)?;
            }
            tx.advance_campaign(id, reached)?;
            let messages = JournalChange::new("campaign_messages", "", written.to_string());
            tx.journal(None, None, &[JournalChange::new("campaign", "", name), messages])?;
            Ok(true)
        })
    }

    /// Stops a campaign: what waits of it is cancelled, and what is not written will not be, unless it is resumed.
    ///
    /// # Errors
    /// `CampaignNotFound`; `CampaignSettled` for one that was stopped, or of which nothing waits.
    pub fn stop_campaign(&mut self, id: CampaignId) -> Result<Outcome<Campaign>> {
        self.transact(Operation::StopCampaign, |tx| {
            let before = tx.rows().campaign(id)?;
            if !matches!(before.state, CampaignState::Writing | CampaignState::Sending) {
                return Err(Error::CampaignSettled);
            }
            tx.stop_campaign(id)?;
            tx.journal(None, None, &[JournalChange::new("campaign", before.name, "")])?;
            tx.rows().campaign(id)
        })
    }

    /// Lets a stopped campaign go on where it was: its cancelled messages wait again, but for those that somebody cancelled one by one. The
    /// gate is asked again when they leave.
    ///
    /// # Errors
    /// `CampaignNotFound`; `CampaignSettled` for one that was not stopped.
    pub fn resume_campaign(&mut self, id: CampaignId) -> Result<Outcome<Campaign>> {
        self.transact(Operation::ResumeCampaign, |tx| {
            let before = tx.rows().campaign(id)?;
            if before.state != CampaignState::Stopped {
                return Err(Error::CampaignSettled);
            }
            tx.resume_campaign(id)?;
            tx.journal(None, None, &[JournalChange::new("campaign", "", before.name)])?;
            tx.rows().campaign(id)
        })
    }

    /// All campaigns, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub fn campaigns(&self) -> Result<Vec<Campaign>> {
        self.store.rows().campaigns()
    }
}

impl Reader {
    /// What a campaign would be, as the gate judges at a moment (UTC milliseconds). For SMS every text is merged and measured, which takes
    /// some seconds for ten thousands of them.
    ///
    /// # Errors
    /// `TemplateNotFound`; `TemplateUnsuited` for a template of another context, `IndicatorMissing` for one that speaks of an agreement;
    /// `ListInvalid`; `Interrupted` by [`crate::Interrupter`].
    pub fn campaign_preview(&self, request: &CampaignRequest, at: i64) -> Result<CampaignPreview> {
        let rows = self.rows();
        let (query, template) = meant(rows, request)?;
        let mut preview = CampaignPreview {
            kept: 0,
            excluded: 0,
            reasons: Vec::new(),
            undeliverable: 0,
            segments: None,
            longest: None,
            example: None,
            leaves_at: None,
        };
        if template.channel == Channel::Sms {
            preview.measure(rows, &query, &template, at)?;
        } else {
            let count = rows.list_count(&query, at)?;
            (preview.kept, preview.excluded, preview.reasons) = (count.kept, count.excluded, count.reasons);
            rows.kept_after(&query, 0, at, u64::MAX, &mut |line| {
                preview.example = Some(line.client);
                Ok(false)
            })?;
            preview.leaves_at = preview.example.map(|_| at);
        }
        Ok(preview)
    }
}

impl CampaignPreview {
    /// Goes through an SMS campaign text by text.
    fn measure(&mut self, rows: Rows<'_>, query: &ListQuery, template: &NewTemplate, at: i64) -> Result<()> {
        let mut segments = 0;
        let sender = Sender::of(rows, template.channel)?;
        let totals = rows.each_of_list(query, at, &mut |item| {
            let ListItem::Kept(line) = item else { return Ok(()) };
            self.example.get_or_insert(line.client);
            let written = Draft::of_campaign(rows, &sender, line.client, template, at)?;
            if written.failed.is_some() || written.blocked.is_some() {
                self.undeliverable += 1;
                return Ok(());
            }
            self.leaves_at.get_or_insert(written.due_at);
            let Some(length) = sender.length(&written) else { return Ok(()) };
            segments += u64::from(length.segments);
            if self.longest.as_ref().is_none_or(|longest| longest.units < length.units) {
                self.longest = Some(length);
            }
            Ok(())
        })?;
        self.segments = Some(segments);
        self.kept = totals.kept;
        self.excluded = totals.excluded();
        self.reasons = ReasonCount::all(&totals);
        Ok(())
    }
}

/// The list and the template of a request: the list serves for what the template is for, and is walked through by number.
fn meant(rows: Rows<'_>, request: &CampaignRequest) -> Result<(ListQuery, NewTemplate)> {
    let template = rows.template(request.template)?.text;
    let purpose = match template.purpose {
        MessagePurpose::Technical => Purpose::Technical,
        MessagePurpose::Commercial => Purpose::Commercial,
        MessagePurpose::Rights => return Err(Error::TemplateUnsuited),
    };
    if template.context != Context::Selection {
        return Err(Error::TemplateUnsuited);
    }
    if template.is_about_agreement()? {
        return Err(Error::IndicatorMissing);
    }
    let query = ListQuery {
        contact: Some(ContactUse { channel: template.channel, purpose }),
        columns: vec![ListField::Number],
        sort: ListSort { by: ListField::Number, descending: false },
        ..request.query.clone()
    };
    Ok((query, template))
}
