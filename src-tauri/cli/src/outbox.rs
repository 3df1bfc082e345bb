//! The outbox: what waits, what left, what did not, and taking away what is due.

use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::Duration;

use ecrin_core::clock::{Clock, SystemClock};
use ecrin_core::messages::mail::Secret;
use ecrin_core::messages::{Carriers, Deliverer, DeliveryCounts, Message, MessageRequest, MessageState, SecretName};
use ecrin_core::shop::Shop;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file, message_words, pages};

/// How many messages are read at once.
const PAGE: u32 = 500;
/// The longest that one sleeps without looking: another program may have written a message meanwhile.
const LOOK_EVERY: Duration = Duration::from_secs(20);

pub(crate) fn list(arguments: &Arguments, language: Language, state: Option<MessageState>) -> Result<(), Refusal> {
    let shop = file::open(arguments)?;
    let messages = pages::all(|after| {
        let page = shop.messages(&MessageRequest { state, after, limit: PAGE, ..MessageRequest::default() })?;
        Ok((page.messages, page.next))
    })?;
    if arguments.json {
        answer::json(&messages.iter().map(flat).collect())?;
        return Ok(());
    }
    print(language, &messages)
}

/// Prints messages for people.
pub(crate) fn print(language: Language, messages: &[Message]) -> Result<(), Refusal> {
    let rows: Vec<[String; 7]> = messages
        .iter()
        .map(|message| {
            [
                message.id.to_string(),
                message.client.to_string(),
                message_words::context(language, message).to_owned(),
                message.address.clone(),
                message.sent_at.map_or_else(|| "—".to_owned(), answer::date_time),
                message.template.clone(),
                message_words::state(language, message),
            ]
        })
        .collect();
    answer::table(&rows)?;
    Ok(())
}

/// Takes away what is due; without `once`, whatever becomes due until nothing waits any more.
pub(crate) fn deliver(arguments: &Arguments, language: Language, once: bool) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    let mut deliverer = Deliverer::new(carriers(&shop)?);
    let ended = AtomicBool::new(false);
    let mut counts = DeliveryCounts::default();
    loop {
        // As the window does: a campaign that was started is written to its end.
        while shop.write_campaigns()?.value {}
        let run = deliverer.run(&mut shop, &SystemClock, &ended, &mut |_| {})?;
        counts = counts.and(run);
        let next = deliverer.next_run(|channel| shop.next_due(channel))?;
        let Some(next) = next.filter(|_| !once) else { break };
        let wait = u64::try_from(next.saturating_sub(SystemClock.now())).unwrap_or_default();
        thread::sleep(Duration::from_millis(wait.max(1)).min(LOOK_EVERY));
    }
    let waiting = shop.queue_counts()?.waiting;
    if arguments.json {
        answer::json(&json!({
            "sent": counts.sent,
            "later": counts.later,
            "failed": counts.failed,
            "unsure": counts.unsure,
            "waiting": waiting,
        }))?;
    } else {
        answer::line(&message_words::delivered(language, counts, waiting))?;
    }
    Ok(())
}

/// How the shop's messages leave. Secrets come from the environment: a scheduled task has no key ring to ask.
fn carriers(shop: &Shop) -> Result<Carriers, Refusal> {
    let variable = |name: SecretName<'_>| match name {
        SecretName::MailPassword { .. } => "ECRIN_MAIL_PASSWORD".to_owned(),
        SecretName::Gateway { code, .. } => format!("ECRIN_SMS_{}", code.to_uppercase()),
    };
    Ok(shop.carriers(&|name| std::env::var(variable(name)).ok().map(Secret::new))?)
}

/// A message on one level.
pub(crate) fn flat(message: &Message) -> Value {
    json!({
        "id": message.id,
        "client": message.client,
        "channel": message.channel,
        "context": message.context,
        "purpose": message.purpose,
        "template": message.template,
        "address": message.address,
        "subject": message.subject,
        "body": message.body,
        "state": message.state,
        "blocked_by": message.blocked_by,
        "failed_because": message.failed_because,
        "detail": message.detail,
        "attempts": message.attempts,
        "queued_at": answer::timestamp(message.queued_at),
        "due_at": answer::timestamp(message.due_at),
        "sent_at": message.sent_at.map(answer::timestamp),
        "operator": message.operator,
    })
}
