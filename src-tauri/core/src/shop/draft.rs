//! What a message will say, to whom and when it may leave, before it is written.

use serde::{Deserialize, Serialize};

use crate::clients::{ClientInput, ClientNumber};
use crate::consents::{Channel, Given, Indicator, IndicatorId};
use crate::contact::{MessageVerdict, Verdict};
use crate::documents::day_of;
use crate::messages::sms::{SmsLength, SmsSetup};
use crate::messages::{FailedBecause, Field, MessagePurpose, NewMessage, NewTemplate, fields_of, merge};
use crate::movements::MovementId;
use crate::phones::Phone;
use crate::shop::ShopIdentity;
use crate::store::{ReadyRepair, Rows, WrittenMessage};
use crate::text::fold;
use crate::{Error, Reader, Result};

/// The longest text of an SMS once it is merged, in characters.
const SMS_MAX: u32 = 1530;
/// How to object by mail.
const STOP_BY_MAIL: &str = "Pour ne plus recevoir nos offres, répondez STOP à ce message.";
/// Stands in a preview for how the client will have agreed, and for a repair where none is ready.
const STILL_OPEN: &str = "…";

/// A template on a client, as it would be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TemplatePreview {
    /// An e-mail address, or a telephone number in national form; empty where there is none.
    pub address: String,
    /// The subject of a mail; empty for an SMS.
    pub subject: String,
    /// The text, the mention of STOP included unless the gateway adds its own.
    pub body: String,
    /// What the gateway adds by itself, as far as its length counts; empty where it adds nothing.
    pub added: String,
    /// How long an SMS is, with what the gateway adds.
    pub count: Option<SmsLength>,
    /// What the gate says now.
    pub verdict: MessageVerdict,
}

/// What a shop puts into its messages, whoever they go to.
pub(super) struct Sender {
    shop: ShopIdentity,
    /// How SMS leave, for messages that are some.
    sms: Option<SmsSetup>,
}

impl Sender {
    /// # Errors
    /// What the database may say.
    pub(super) fn of(rows: Rows<'_>, channel: Channel) -> Result<Sender> {
        let sms = if channel == Channel::Sms { Some(rows.sms_setup()?) } else { None };
        Ok(Sender { shop: rows.identity()?, sms })
    }

    /// How to object to a message.
    fn stop_mention(&self) -> &str {
        self.sms.as_ref().map_or(STOP_BY_MAIL, SmsSetup::stop_mention)
    }

    /// How long an SMS is, with what its gateway adds.
    pub(super) fn length(&self, written: &WrittenMessage) -> Option<SmsLength> {
        self.sms.as_ref().map(|setup| setup.measure(written.purpose, &written.body))
    }
}

/// A message that could be written.
pub(super) struct Draft {
    written: WrittenMessage,
    /// The repair that it says is ready.
    repair: Option<MovementId>,
    verdict: Verdict,
    /// Why its text cannot be sent.
    text: Result<()>,
}

/// What a message is about.
#[derive(Clone, Copy, Default)]
struct About<'a> {
    agreement: Option<&'a Agreement>,
    repair: Option<&'a ReadyRepair>,
}

/// The agreement that a message is about.
struct Agreement {
    indicator: Indicator,
    /// When the client gave it (UTC milliseconds) and how, if it stands.
    given: Option<(i64, String)>,
}

impl Draft {
    /// A message as somebody asks for it. One that speaks of a repair is about the one that has been ready longest.
    ///
    /// # Errors
    /// `TemplateNotFound`, `ClientNotFound`; `TemplateUnsuited` for a context that does not fit the template's purpose; `IndicatorMissing`,
    /// `IndicatorNotFound`; `AgreementMissing` for a confirmation of what was not agreed to; `RepairMissing` where nothing is ready.
    pub(super) fn of(rows: Rows<'_>, client: ClientNumber, new: &NewMessage, now: i64) -> Result<Draft> {
        let template = rows.template(new.template)?.text;
        let context = new.context.unwrap_or(template.context);
        if !context.suits(template.purpose) {
            return Err(Error::TemplateUnsuited);
        }
        let agreement = new.indicator.map(|id| Agreement::of(rows, client, id)).transpose()?;
        if agreement.is_none() && template.is_about_agreement()? {
            return Err(Error::IndicatorMissing);
        }
        if confirms(&template)? && agreement.as_ref().is_none_or(|agreement| agreement.given.is_none()) {
            return Err(Error::AgreementMissing);
        }
        let repair = if template.is_about_repair()? {
            Some(rows.ready_repair_of(client)?.ok_or(Error::RepairMissing)?)
        } else {
            None
        };
        let sender = Sender::of(rows, template.channel)?;
        let about = About { agreement: agreement.as_ref(), repair: repair.as_ref() };
        Draft::merged(rows, &sender, client, &NewTemplate { context, ..template }, about, now)
    }

    /// Merges a template that was checked.
    fn merged(
        rows: Rows<'_>,
        sender: &Sender,
        client: ClientNumber,
        template: &NewTemplate,
        about: About<'_>,
        now: i64,
    ) -> Result<Draft> {
        let record = rows.client(client)?.client;
        let About { agreement, repair } = about;
        let mention = sender.stop_mention();
        let value = |field: Field| match field {
            Field::Civility => record.civility.clone(),
            Field::LastName => record.last_name.clone(),
            Field::FirstName => record.first_name.clone(),
            Field::FullName => full_name(&record),
            Field::Company => record.company.clone(),
            Field::Town => record.town.clone(),
            Field::Shop => sender.shop.name.clone(),
            Field::Date => day(now),
            Field::Agreement => agreement.map(|agreement| agreement.indicator.name.clone()).unwrap_or_default(),
            Field::AgreedOn => given(agreement).map_or_else(|| day(now), |(at, _)| day(*at)),
            Field::AgreedHow => given(agreement).map_or_else(|| STILL_OPEN.into(), |(_, mode)| mode.clone()),
            Field::Repaired => repair.map_or_else(|| STILL_OPEN.into(), |ready| ready.repair.input.what.clone()),
            Field::ReadyOn => {
                repair.map_or_else(|| STILL_OPEN.into(), |ready| ready.ready_on.format("%d/%m/%Y").to_string())
            }
            Field::Rights if sender.shop.rights_contact.trim().is_empty() => sender.shop.name.clone(),
            Field::Rights => sender.shop.rights_contact.clone(),
            Field::Stop => mention.to_owned(),
        };
        let subject = merge(&template.subject, value)?;
        let mut body = merge(&template.body, value)?;
        if template.is_commercial_sms() && !mention.is_empty() && !fields_of(&template.body)?.contains(&Field::Stop) {
            body = format!("{body} {mention}");
        }
        if template.channel == Channel::Mail
            && template.purpose == MessagePurpose::Commercial
            && !body.is_empty()
            && !says_how_to_object(&template.body)?
        {
            // The header of a mailbox's own button is not seen by whoever reads the mail elsewhere.
            body = format!("{body}\n\n{mention}");
        }
        let text = if body.is_empty() {
            Err(Error::TextMissing)
        } else if template.channel == Channel::Sms && body.chars().count() > SMS_MAX as usize {
            Err(Error::NameTooLong(SMS_MAX))
        } else {
            Ok(())
        };
        let asks = agreement.filter(|_| template.asks).map(|agreement| agreement.indicator.id);
        let (address, failed) = address(&record, template.channel);
        let verdict = rows.may_write(client, template.channel, template.purpose, asks, now)?;
        let written = WrittenMessage {
            client,
            channel: template.channel,
            context: template.context,
            purpose: template.purpose,
            asks,
            template: template.name.clone(),
            address,
            subject,
            body,
            due_at: now,
            failed,
            blocked: None,
        };
        Ok(Draft { written, repair: repair.map(|ready| ready.repair.id), verdict, text })
    }

    /// A message of a campaign, whose template is about no agreement. Whoever cannot be written to has one too, which says why: a campaign
    /// accounts for everybody whom it kept.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(super) fn of_campaign(
        rows: Rows<'_>,
        sender: &Sender,
        client: ClientNumber,
        template: &NewTemplate,
        now: i64,
    ) -> Result<WrittenMessage> {
        Draft::merged(rows, sender, client, template, About::default(), now)?.accounted_for(template, now)
    }

    /// The reminder of a repair. One that cannot leave says why.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(super) fn of_repair(
        rows: Rows<'_>,
        sender: &Sender,
        repair: &ReadyRepair,
        template: &NewTemplate,
        now: i64,
    ) -> Result<WrittenMessage> {
        let about = About { repair: Some(repair), agreement: None };
        Draft::merged(rows, sender, repair.client, template, about, now)?.accounted_for(template, now)
    }

    /// The message, with why it cannot leave, if so.
    fn accounted_for(self, template: &NewTemplate, now: i64) -> Result<WrittenMessage> {
        let Draft { mut written, verdict, text, .. } = self;
        if text.is_err() {
            written.failed = Some(FailedBecause::Text);
            if written.body.is_empty() {
                // An empty one is no message; what it was to be is.
                written.body.clone_from(&template.body);
            }
        }
        match allowed(&verdict, now) {
            Ok(due_at) => written.due_at = due_at,
            Err(Error::MessageBlocked(reason)) => written.blocked = Some(reason),
            Err(error) => return Err(error),
        }
        Ok(written)
    }

    /// The message, if the gate lets it leave, now or at a later hour, and the repair that it says is ready.
    ///
    /// # Errors
    /// `NameTooLong`, `TextMissing` for the merged text; `MessageBlocked` with the first reason against.
    pub(super) fn allowed(self, now: i64) -> Result<(WrittenMessage, Option<MovementId>)> {
        self.text?;
        Ok((WrittenMessage { due_at: allowed(&self.verdict, now)?, ..self.written }, self.repair))
    }
}

/// When what was judged may leave, UTC milliseconds.
///
/// # Errors
/// `MessageBlocked` with the first reason against.
pub(super) fn allowed(verdict: &Verdict, now: i64) -> Result<i64> {
    match (verdict.reasons.iter().next(), verdict.waits_until(now)) {
        (None, _) => Ok(now),
        (Some(_), Some(later)) => Ok(later),
        (Some(reason), None) => Err(Error::MessageBlocked(reason)),
    }
}

/// Where a message of a channel goes (E.164 or an e-mail address; empty where there is nothing), and why it cannot arrive there.
pub(super) fn address(client: &ClientInput, channel: Channel) -> (String, Option<FailedBecause>) {
    if channel != Channel::Sms {
        return (client.email.clone(), None);
    }
    let (mobile, phone) = (Phone::parse(&client.mobile), Phone::parse(&client.phone));
    // As the gate sees it: a mobile number may stand in either field.
    let land_line = mobile.is_land_line();
    match mobile {
        Phone::Readable(number) if !land_line => (number, None),
        _ if phone.is_french_mobile() => (phone.stored().to_owned(), None),
        Phone::Readable(number) => (number, Some(FailedBecause::LandLine)),
        Phone::Empty | Phone::AsTyped(_) => (String::new(), None),
    }
}

impl Agreement {
    fn of(rows: Rows<'_>, client: ClientNumber, id: IndicatorId) -> Result<Agreement> {
        let indicator = rows.indicator(id)?;
        if indicator.archived_at.is_some() {
            return Err(Error::IndicatorNotFound);
        }
        let standing = rows.standings(client, std::slice::from_ref(&indicator))?;
        let granted =
            standing.first().and_then(|standing| standing.answer).filter(|answer| answer.given == Given::Granted);
        let given = granted.map(|answer| rows.decision_day(answer.decision)).transpose()?.flatten();
        Ok(Agreement { indicator, given })
    }
}

impl Reader {
    /// A template on a client, as it would be sent at `now` (UTC milliseconds). Without an indicator, one that speaks of an agreement takes
    /// the first that its channel has; an agreement that does not stand yet is taken for one given now, in this way (`mode`).
    ///
    /// # Errors
    /// See [`NewTemplate::checked_text`]; `ClientNotFound`, `IndicatorNotFound`, `NameTooLong`.
    pub(crate) fn preview_template(
        &self,
        client: ClientNumber,
        template: &NewTemplate,
        indicator: Option<IndicatorId>,
        mode: Option<&str>,
        now: i64,
    ) -> Result<TemplatePreview> {
        let template = template.checked_text()?;
        let rows = self.rows();
        let example = match indicator {
            None if template.is_about_agreement()? => (rows.indicators()?.into_iter())
                .find(|other| other.channel == template.channel && other.archived_at.is_none())
                .map(|other| other.id),
            other => other,
        };
        let mut agreement = example.map(|id| Agreement::of(rows, client, id)).transpose()?;
        if let (Some(agreement), Some(mode)) = (&mut agreement, mode) {
            agreement.given = Some((now, mode.to_owned()));
        }
        // What is only an example does not stand against the message.
        let asks = template.asks && indicator.is_some();
        let repair = if template.is_about_repair()? { rows.ready_repair_of(client)? } else { None };
        let sender = Sender::of(rows, template.channel)?;
        let about = About { agreement: agreement.as_ref(), repair: repair.as_ref() };
        let Draft { written, verdict, text, .. } =
            Draft::merged(rows, &sender, client, &NewTemplate { asks, ..template }, about, now)?;
        text?;
        let added = sender.sms.as_ref().map_or("", |setup| setup.added_to(written.purpose).trim()).to_owned();
        let count = sender.length(&written);
        let address = match written.channel {
            Channel::Sms => Phone::from_stored(&written.address, true).display(),
            _ => written.address,
        };
        let verdict = MessageVerdict::new(&verdict, now);
        Ok(TemplatePreview { address, subject: written.subject, body: written.body, added, count, verdict })
    }
}

fn given(agreement: Option<&Agreement>) -> Option<&(i64, String)> {
    agreement.and_then(|agreement| agreement.given.as_ref())
}

/// Whether a template says when or how the client agreed.
fn confirms(template: &NewTemplate) -> Result<bool> {
    let says = |text: &str| -> Result<bool> {
        Ok(fields_of(text)?.into_iter().any(|field| matches!(field, Field::AgreedOn | Field::AgreedHow)))
    };
    Ok(says(&template.subject)? || says(&template.body)?)
}

/// Whether a text of prospecting says how to object (CPCE art. L.34-5: in each message), by the field or in words of its own.
fn says_how_to_object(body: &str) -> Result<bool> {
    let said = fold(body);
    let words = ["desabonn", "desinscri", "unsubscribe", "ne plus recevoir", "repondez stop", "repondre stop"];
    Ok(fields_of(body)?.contains(&Field::Stop) || words.iter().any(|words| said.contains(words)))
}

fn full_name(client: &ClientInput) -> String {
    let parts = [&client.civility, &client.first_name, &client.last_name];
    if client.first_name.is_empty() && client.last_name.is_empty() {
        return client.company.clone();
    }
    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// A day by the shop's computer, as screens and paper show it.
fn day(at: i64) -> String {
    day_of(at).format("%d/%m/%Y").to_string()
}
