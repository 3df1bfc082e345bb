//! Subscriptions: made, ended, to be renewed; and the type of a contact.

use chrono::NaiveDate;
use ecrin_core::clients::ContactType;
use ecrin_core::invoicing::{InvoiceDue, InvoicesDueRequest};
use ecrin_core::money;
use ecrin_core::subscriptions::{
    NewSubscription, RenewalEnded, RenewalLine, RenewalsRequest, Subscription, Termination, TerminationRequest,
};
use serde_json::json;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file, pages, subscription_words, typed_values};

/// A subscription as it is typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Subscribe {
    /// The number of the client to whom it goes
    recipient: i64,
    /// The offer's number, which `offers` tells
    #[arg(long)]
    offer: i64,
    /// The number of the client who pays (default: the recipient if they pay, else whoever paid their last one)
    #[arg(long)]
    payer: Option<i64>,
    /// How many copies
    #[arg(long, default_value_t = 1)]
    copies: i64,
    /// The first day, such as 2026-09-18 (default: today)
    #[arg(long, value_name = "D", value_parser = typed_values::day)]
    from: Option<NaiveDate>,
}

/// A termination as it is typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Terminate {
    /// The subscription's number
    subscription: i64,
    /// The last day on which it is served (default: today)
    #[arg(long, value_name = "D", value_parser = typed_values::day)]
    on: Option<NaiveDate>,
    /// Why
    #[arg(long, default_value = "")]
    reason: String,
    /// Give back what will not be served, by a credit note
    #[arg(long)]
    refund: bool,
    /// Say what would be done and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn subscribe(arguments: &Arguments, language: Language, typed: &Subscribe) -> Result<(), Refusal> {
    let Subscribe { recipient, offer, payer, copies, from } = *typed;
    let new = NewSubscription { recipient, offer, payer, copies, starts_on: from };
    let made = file::open(arguments)?.subscribe(&new)?.value;
    print(arguments, language, &made)
}

pub(crate) fn terminate(arguments: &Arguments, language: Language, typed: &Terminate) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    let termination = Termination { id: typed.subscription, on: typed.on };
    if typed.dry_run {
        let preview = shop.termination_preview(&termination)?;
        if arguments.json {
            answer::json(&serde_json::to_value(&preview).unwrap_or_default())?;
            return Ok(());
        }
        let refund = money::in_words(preview.refund, language.of_documents());
        answer::line(&format!("{} {refund}", language.pick("à rendre :", "to give back:")))?;
        for renewal in &preview.renewals {
            let refund = money::in_words(renewal.refund, language.of_documents());
            let words =
                language.pick("le renouvellement prend fin aussi, à rendre :", "the renewal ends too, to give back:");
            answer::line(&format!("{} · {words} {refund}", renewal.subscription.id))?;
        }
        answer::line(language.pick("rien n’a été enregistré", "nothing was saved"))?;
        return Ok(());
    }
    let request = TerminationRequest { termination, reason: typed.reason.clone(), refund: typed.refund };
    let done = shop.terminate(&request)?.value;
    if arguments.json {
        answer::json(&serde_json::to_value(&done).unwrap_or_default())?;
        return Ok(());
    }
    tell(arguments, language, &done.subscription, done.credit_note.as_deref(), done.refund)?;
    for RenewalEnded { subscription, credit_note, refund } in &done.renewals {
        tell(arguments, language, subscription, credit_note.as_deref(), *refund)?;
    }
    Ok(())
}

/// A subscription that ended, and its credit note.
fn tell(
    arguments: &Arguments,
    language: Language,
    ended: &Subscription,
    credit_note: Option<&str>,
    refund: i64,
) -> Result<(), Refusal> {
    print(arguments, language, ended)?;
    if let Some(number) = credit_note {
        let refund = money::in_words(refund, language.of_documents());
        answer::line(&format!("{} {number}, {refund}", language.pick("avoir", "credit note")))?;
    }
    Ok(())
}

/// Every line, page by page.
pub(crate) fn renewals(
    arguments: &Arguments,
    language: Language,
    from: Option<NaiveDate>,
    until: NaiveDate,
) -> Result<(), Refusal> {
    let shop = file::open(arguments)?;
    let lines = pages::all(|after| {
        let page = shop.renewals(&RenewalsRequest { from, until, after, limit: 200 })?;
        Ok((page.lines, page.next))
    })?;
    if arguments.json {
        answer::json(&json!({ "total": lines.len(), "renewals": lines }))?;
        return Ok(());
    }
    let cells = |line: &RenewalLine| {
        let total = line.total.map(|total| money::in_words(total, language.of_documents())).unwrap_or_default();
        let why = line.refused.map(|rule| subscription_words::rule(language, rule)).unwrap_or_default();
        let whose = format!("{} {}", line.recipient.number, line.recipient.name);
        [line.id.to_string(), day(line.ends_on), whose, line.offer_name.clone(), total, why.to_owned()]
    };
    answer::table(&lines.iter().map(cells).collect::<Vec<_>>())?;
    answer::line(&format!("{} {}", lines.len(), language.pick("abonnement(s)", "subscription(s)")))?;
    Ok(())
}

pub(crate) fn unpaid(arguments: &Arguments, language: Language, older_than_days: u32) -> Result<(), Refusal> {
    let shop = file::open(arguments)?;
    let invoices = pages::all(|after| {
        let page = shop.invoices_due(&InvoicesDueRequest { older_than_days, after, limit: 200 })?;
        Ok((page.invoices, page.next))
    })?;
    let due: i64 = invoices.iter().map(|invoice| invoice.due).sum();
    if arguments.json {
        answer::json(&json!({ "total": invoices.len(), "due": due, "invoices": invoices }))?;
        return Ok(());
    }
    let amount = |cents| money::in_words(cents, language.of_documents());
    let cells = |invoice: &InvoiceDue| {
        let whose = format!("{} {}", invoice.payer, invoice.payer_name);
        [invoice.number.clone(), day(invoice.issued_on), whose, amount(invoice.total), amount(invoice.due)]
    };
    answer::table(&invoices.iter().map(cells).collect::<Vec<_>>())?;
    let what = language.pick("facture(s), reste dû", "invoice(s), still due");
    answer::line(&format!("{} {what} {}", invoices.len(), amount(due)))?;
    Ok(())
}

pub(crate) fn change_type(
    arguments: &Arguments,
    language: Language,
    number: i64,
    to: ContactType,
) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    let preview = shop.type_change_preview(number, to)?;
    if !preview.obstacles.is_empty() {
        return Err(Refusal::Obstacles(Box::new(preview)));
    }
    let revision = shop.client(number)?.revision;
    let record = shop.change_type(number, revision, to)?.value;
    if arguments.json {
        answer::json(&json!({ "number": number, "type": record.client.r#type, "revision": record.revision }))?;
    } else {
        answer::line(&format!("{number} · {} {}", language.pick("type", "type"), record.client.r#type.code()))?;
    }
    Ok(())
}

fn print(arguments: &Arguments, language: Language, subscription: &Subscription) -> Result<(), Refusal> {
    if arguments.json {
        answer::json(&serde_json::to_value(subscription).unwrap_or_default())?;
        return Ok(());
    }
    let state = subscription_words::state(language, subscription.state);
    answer::line(&format!("{} · {} · {state}", subscription.id, subscription.offer_name))?;
    answer::line(&format!("  {} – {}", day(subscription.starts_on), day(subscription.ends_on)))?;
    for (word, party) in [
        (language.pick("pour", "for"), Some(&subscription.recipient)),
        (language.pick("payé par", "paid by"), subscription.payer.as_ref()),
    ] {
        if let Some(party) = party {
            answer::line(&format!("  {word} {} {}", party.number, party.name))?;
        }
    }
    Ok(())
}

fn day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}
