//! A client's movements, and reminders of repairs that are ready.

use ecrin_core::consents::Channel;
use ecrin_core::messages::MessageState;
use ecrin_core::money;
use ecrin_core::movements::{
    Movement, MovementRequest, MovementSort, RemindersRequest, RepairReminder, RepairReminders, SendReminders,
};
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file, movement_words, pages};

/// How many movements are read at once.
const PAGE: u32 = 500;

pub(crate) fn movements(arguments: &Arguments, language: Language, number: i64) -> Result<(), Refusal> {
    let shop = file::open(arguments)?;
    // Who is not there is said so, rather than to have bought nothing.
    shop.client(number)?;
    let movements = pages::all(|after| {
        let sort = MovementSort::default();
        let page = shop.movements(&MovementRequest { number, kind: None, sort, after, limit: PAGE })?;
        Ok((page.movements, page.next))
    })?;
    if arguments.json {
        answer::json(&movements.iter().map(flat).collect())?;
        return Ok(());
    }
    let rows: Vec<[String; 6]> = movements
        .iter()
        .map(|movement| {
            let input = &movement.input;
            [
                movement.id.to_string(),
                input.day.format("%d/%m/%Y").to_string(),
                movement_words::kind(language, input.kind).to_owned(),
                input.what.clone(),
                input
                    .amount
                    .or(input.estimate)
                    .map(|cents| money::in_words(cents, language.of_documents()))
                    .unwrap_or_default(),
                movement_words::state(language, movement.state).to_owned(),
            ]
        })
        .collect();
    answer::table(&rows)?;
    Ok(())
}

/// Who is reminded.
#[derive(Debug, clap::Args)]
pub(crate) struct Remind {
    /// Repairs that have been ready for at least so many days
    #[arg(long, value_name = "N", default_value_t = 7)]
    days: u32,
    /// Also those whose client was reminded at least so many days ago
    #[arg(long, value_name = "N")]
    again_after: Option<u32>,
    /// Write the messages into the outbox; without it, only say who would be reminded, and how
    #[arg(long)]
    send: bool,
}

pub(crate) fn remind(arguments: &Arguments, language: Language, asked: &Remind) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    let request = RemindersRequest {
        days: asked.days,
        again_after: asked.again_after,
        repair: None,
        sms_template: None,
        mail_template: None,
    };
    let RepairReminders { repairs, total, sms_template, mail_template } = shop.repair_reminders(&request)?;
    let sent = if asked.send {
        let repairs = repairs.iter().filter(|repair| repair.way.is_some()).map(|repair| repair.id).collect();
        Some(shop.send_reminders(&SendReminders { repairs, sms_template, mail_template })?.value)
    } else {
        None
    };
    if arguments.json {
        answer::json(&json!({
            "total": total,
            "repairs": repairs.iter().map(reminder).collect::<Vec<_>>(),
            "sent": sent.map(|sent| json!({ "sms": sent.sms, "mail": sent.mail, "left_out": sent.left_out })),
        }))?;
        return Ok(());
    }
    let rows: Vec<[String; 5]> = repairs
        .iter()
        .map(|repair| {
            [
                format!("{} {}", repair.client, repair.client_name),
                repair.what.clone(),
                repair.ready_on.format("%d/%m/%Y").to_string(),
                movement_words::way(language, repair),
                repair.way.as_ref().map(|way| way.address.clone()).unwrap_or_default(),
            ]
        })
        .collect();
    answer::table(&rows)?;
    answer::line(&movement_words::reminded(language, total, sent.as_ref()))?;
    Ok(())
}

/// A movement on one level; amounts in cents.
fn flat(movement: &Movement) -> Value {
    let input = &movement.input;
    let reminded = movement.reminded.as_ref();
    json!({
        "id": movement.id,
        "client": movement.client,
        "kind": input.kind,
        "state": movement.state,
        "what": input.what,
        "day": input.day,
        "amount": input.amount,
        "estimate": input.estimate,
        "in_workshop_on": input.in_workshop_on,
        "ready_on": input.ready_on,
        "returned_on": input.returned_on,
        "reminded_at": reminded.map(|reminded| answer::timestamp(reminded.at)),
        "reminder": reminded.map(|reminded| reminded.message),
        "reminder_state": reminded.map(|reminded| MessageState::code(reminded.state)),
        "note": input.note,
    })
}

fn reminder(repair: &RepairReminder) -> Value {
    let way = repair.way.as_ref();
    json!({
        "id": repair.id,
        "client": repair.client,
        "client_name": repair.client_name,
        "what": repair.what,
        "ready_on": repair.ready_on,
        "days": repair.days,
        "reminded_at": repair.reminded.as_ref().map(|reminded| answer::timestamp(reminded.at)),
        "channel": way.map(|way| Channel::code(way.channel)),
        "address": way.map_or("", |way| way.address.as_str()),
        "subject": way.map_or("", |way| way.subject.as_str()),
        "body": way.map_or("", |way| way.body.as_str()),
        "obstacles": repair.obstacles,
    })
}
