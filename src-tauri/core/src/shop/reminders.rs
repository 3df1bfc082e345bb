//! « Relances SAV Clients »: who is told that their repair is ready, how, and telling them.

use chrono::Days;

use super::draft::{Draft, Sender};
use super::{Outcome, Shop};
use crate::consents::Channel;
use crate::documents::day_of;
use crate::journal::{JournalChange, Operation};
use crate::messages::{Context, NewTemplate, TemplateId};
use crate::movements::{
    ReminderObstacle, ReminderWay, RemindersRequest, RemindersSent, RepairReminder, RepairReminders, RepairsDue,
    SendReminders,
};
use crate::phones::Phone;
use crate::store::{ReadyRepair, Rows, WrittenMessage};
use crate::{Error, Reader, Result};

/// How many are shown, and written in one transaction: the counter waits no longer than that takes.
const REPAIRS: u32 = 500;
/// After how many days a client should be told.
const DUE_AFTER: u64 = 7;
const DAY: i64 = 24 * 60 * 60 * 1000;

impl Shop {
    /// Writes reminders into the outbox, each as the gate allows it now, and remembers them with their repairs. What is no longer ready, or
    /// goes neither by SMS nor by mail, is left out and counted.
    ///
    /// # Errors
    /// `TemplateNotFound`; `TemplateUnsuited` for a template of another context.
    pub fn send_reminders(&mut self, request: &SendReminders) -> Result<Outcome<RemindersSent>> {
        let repairs: std::collections::BTreeSet<_> = request.repairs.iter().take(REPAIRS as usize).copied().collect();
        self.transact(Operation::RemindRepairs, |tx| {
            let ways = Ways::of(tx.rows(), request.sms_template, request.mail_template)?;
            let mut sent = RemindersSent::default();
            sent.left_out += u64::try_from(request.repairs.len() - repairs.len()).unwrap_or_default();
            for id in repairs {
                let Some(ready) = tx.rows().ready_repair(id)? else {
                    sent.left_out += 1;
                    continue;
                };
                let (Some(written), _) = ways.written(tx.rows(), &ready, tx.now())? else {
                    sent.left_out += 1;
                    continue;
                };
                *(if written.channel == Channel::Sms { &mut sent.sms } else { &mut sent.mail }) += 1;
                let message = tx.insert_message(None, &written)?;
                tx.repair_reminded(id, message)?;
                tx.touch(ready.client);
                let what = &ready.repair.input.what;
                let changes = [
                    JournalChange::new("movement", what.as_str(), what.as_str()),
                    JournalChange::new("message", "", written.template),
                ];
                tx.journal(Some(ready.client), None, &changes)?;
            }
            Ok(sent)
        })
    }

    /// As [`Reader::repair_reminders`], now.
    ///
    /// # Errors
    /// As there.
    pub fn repair_reminders(&self, request: &RemindersRequest) -> Result<RepairReminders> {
        reminders(self.store.rows(), request, self.now())
    }
}

impl Reader {
    /// Whose repair waits, and how each of them would be told at a moment (UTC milliseconds).
    ///
    /// # Errors
    /// `TemplateNotFound`; `TemplateUnsuited` for a template of another context.
    pub fn repair_reminders(&self, request: &RemindersRequest, at: i64) -> Result<RepairReminders> {
        reminders(self.rows(), request, at)
    }

    /// How many repairs wait at a moment (UTC milliseconds).
    ///
    /// # Errors
    /// What the database may say.
    pub fn repairs_due(&self, at: i64) -> Result<RepairsDue> {
        let today = day_of(at);
        self.rows().repairs_due(today.checked_sub_days(Days::new(DUE_AFTER)).unwrap_or(today))
    }
}

fn reminders(rows: Rows<'_>, request: &RemindersRequest, at: i64) -> Result<RepairReminders> {
    let ways = Ways::of(rows, request.sms_template, request.mail_template)?;
    let today = day_of(at);
    let (found, total) = if let Some(repair) = request.repair {
        let one: Vec<_> = rows.ready_repair(repair)?.into_iter().collect();
        let total = one.len() as u64;
        (one, total)
    } else {
        let since = today.checked_sub_days(Days::new(request.days.into())).unwrap_or(today);
        let told_before = request.again_after.map(|days| at - i64::from(days) * DAY);
        rows.ready_repairs(since, told_before, REPAIRS)?
    };
    let mut repairs = Vec::with_capacity(found.len());
    for ready in found {
        let (written, obstacles) = ways.written(rows, &ready, at)?;
        repairs.push(RepairReminder {
            id: ready.repair.id,
            client: ready.client,
            client_name: ready.client_name,
            what: ready.repair.input.what,
            ready_on: ready.ready_on,
            days: u32::try_from((today - ready.ready_on).num_days()).unwrap_or_default(),
            reminded: ready.repair.reminded,
            way: written.map(way),
            obstacles,
        });
    }
    let (sms_template, mail_template) = (ways.sms.map(|(id, ..)| id), ways.mail.map(|(id, ..)| id));
    Ok(RepairReminders { repairs, total, sms_template, mail_template })
}

fn way(written: WrittenMessage) -> ReminderWay {
    let address = match written.channel {
        Channel::Sms => Phone::from_stored(&written.address, true).display(),
        _ => written.address,
    };
    ReminderWay { channel: written.channel, address, subject: written.subject, body: written.body }
}

/// The two ways of a reminder, with what each says.
struct Ways {
    sms: Option<(TemplateId, NewTemplate, Sender)>,
    mail: Option<(TemplateId, NewTemplate, Sender)>,
}

impl Ways {
    fn of(rows: Rows<'_>, sms: Option<TemplateId>, mail: Option<TemplateId>) -> Result<Ways> {
        let of = |channel: Channel, chosen: Option<TemplateId>| -> Result<_> {
            let template = if let Some(id) = chosen {
                Some(rows.template(id)?)
            } else {
                let mut of_repairs: Vec<_> = (rows.templates()?.into_iter())
                    .filter(|other| other.text.channel == channel && other.text.context == Context::Repairs)
                    .collect();
                // One that says what is ready goes before one that does not.
                let speaks = of_repairs.iter().position(|other| other.text.is_about_repair().unwrap_or(false));
                if of_repairs.is_empty() { None } else { Some(of_repairs.swap_remove(speaks.unwrap_or(0))) }
            };
            let Some(template) = template else { return Ok(None) };
            if template.text.channel != channel || template.text.context != Context::Repairs {
                return Err(Error::TemplateUnsuited);
            }
            Ok(Some((template.id, template.text, Sender::of(rows, channel)?)))
        };
        Ok(Ways { sms: of(Channel::Sms, sms)?, mail: of(Channel::Mail, mail)? })
    }

    /// The message that goes, and what stood against the ways tried before.
    fn written(
        &self,
        rows: Rows<'_>,
        ready: &ReadyRepair,
        now: i64,
    ) -> Result<(Option<WrittenMessage>, Vec<ReminderObstacle>)> {
        let mut obstacles = Vec::new();
        for (channel, way) in [(Channel::Sms, &self.sms), (Channel::Mail, &self.mail)] {
            let (mut blocked_by, mut failed_because) = (None, None);
            if let Some((_, template, sender)) = way {
                let written = Draft::of_repair(rows, sender, ready, template, now)?;
                if written.blocked.is_none() && written.failed.is_none() {
                    return Ok((Some(written), obstacles));
                }
                (blocked_by, failed_because) = (written.blocked, written.failed);
            }
            obstacles.push(ReminderObstacle { channel, blocked_by, failed_because });
        }
        Ok((None, obstacles))
    }
}
