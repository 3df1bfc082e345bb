//! Ten thousand messages taken to a mail server on this machine by `ecrin-cli deliver`, while somebody searches on the same file.
//!
//! The server keeps what it is given and does nothing else, so that what is measured is Écrin. Every message must arrive once.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use ecrin_benches::queries::QUERIES;
use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, folder, limits, shop_file};
use ecrin_core::Reader;
use ecrin_core::consents::Channel;
use ecrin_core::messages::mail::{MailSetup, MailWay, Security, SmtpServer};
use ecrin_core::messages::{MessageColumn, MessageRequest, MessageSort, NewMessage, Template};
use ecrin_core::search::SearchRequest;
use ecrin_core::shop::Shop;
use ecrin_core_tests::smtp::{Manners, SmtpServer as Server};

use crate::figure::{Figure, Target, Unit, per_second};
use crate::report::Report;
use crate::{peak, terminal};

/// What is written: it needs no agreement.
const RIGHTS: &str = "Vos droits et vos choix";
/// How many messages.
const MESSAGES: u64 = 10_000;
/// On a file of so many clients.
const CLIENTS: u64 = 10_000;
/// How often somebody searches meanwhile.
const EVERY: Duration = Duration::from_millis(20);
/// How often a page is read.
const PAGES: usize = 15;

/// All of it.
pub(crate) fn measure(report: &mut Report, seed: u64) -> Result<()> {
    let server = Server::start(&Manners::default());
    let file = file(seed)?;
    let shop = shop_file::unlock(&file)?;
    let shop = fill(shop, server.port)?;
    pages(report, &shop)?;
    let mut reader = shop.reader()?;
    let program = terminal::program()?;
    let (drained, searches) = thread::scope(|scope| {
        let draining = scope.spawn(|| {
            let started = Instant::now();
            let peak = peak::peak(|command| {
                command.arg(&program).arg("--file").arg(&file).args(["--json", "deliver", "--once"])
            });
            peak.map(|peak| (peak, started.elapsed())).map_err(|error| error.to_string())
        });
        let mut searches = Vec::new();
        for query in QUERIES.iter().cycle() {
            if draining.is_finished() {
                break;
            }
            searches.push(search(&mut reader, query.text)?);
            thread::sleep(EVERY);
        }
        let drained = draining.join().map_err(|_| "the measurement ended early")?;
        Ok::<_, Box<dyn std::error::Error>>((drained, searches))
    })?;
    let (peak, took) = drained?;
    let received = server.received();
    let named: BTreeSet<String> = received.iter().filter_map(|mail| name_of(&mail.text)).collect();
    if received.len() as u64 != MESSAGES || named.len() as u64 != MESSAGES {
        return Err(
            format!("{} mails arrived, {} of them different, of {MESSAGES}", received.len(), named.len()).into()
        );
    }
    let connections = server.connections();
    drop((reader, shop));
    shop_file::remove_older("outbox.ecrin")?;

    let rate = Figure::of(
        "10,000 messages to a mail server, start included",
        Unit::MessagesPerSecond,
        per_second(MESSAGES, took),
    );
    report.add(rate.on(CLIENTS).detail(format!("lost 0, doubled 0, connections {connections}")));
    report
        .add(Figure::bytes("the same: peak memory of ecrin-cli deliver", peak).on(CLIENTS).target(Target::Under(80.0)));
    let searches = Sample::of(searches);
    report.add(Figure::duration("a search every 20 ms meanwhile: median", searches.median()).on(CLIENTS));
    let longest = Figure::duration("a search every 20 ms meanwhile: longest", searches.worst()).on(CLIENTS);
    report.add(longest.target(Target::Under(50.0)).detail(format!("of {}", searches.count())));
    Ok(())
}

/// What the page and the status bar of an outbox of ten thousand cost.
fn pages(report: &mut Report, shop: &Shop) -> Result<()> {
    for (name, column) in
        [("date", MessageColumn::Date), ("client", MessageColumn::Client), ("state", MessageColumn::State)]
    {
        let sort = MessageSort { column, descending: true };
        let request = MessageRequest { sort, limit: 50, ..MessageRequest::default() };
        let took = timed(|| shop.messages(&request).map(drop))?;
        report
            .add(Figure::duration(format!("a page of an outbox of 10,000, by {name}, with counts"), took).on(CLIENTS));
    }
    let took = timed(|| shop.queue_counts().map(drop))?;
    report.add(Figure::duration("how many of 10,000 wait, for the status bar", took).on(CLIENTS));
    Ok(())
}

fn timed(mut read: impl FnMut() -> ecrin_core::Result<()>) -> Result<Duration> {
    let mut durations = Vec::new();
    for _ in 0..PAGES {
        let started = Instant::now();
        read()?;
        durations.push(started.elapsed());
    }
    Ok(Sample::of(durations).median())
}

fn search(reader: &mut Reader, text: &str) -> Result<Duration> {
    let request = SearchRequest::of(text, false, limits::window()?);
    let started = Instant::now();
    reader.search(&request)?;
    Ok(started.elapsed())
}

/// A copy of the file of generated clients.
fn file(seed: u64) -> Result<PathBuf> {
    let made = shop_file::of(seed, CLIENTS, &mut |_| {})?;
    shop_file::remove_older("outbox.ecrin")?;
    let file = folder()?.join("outbox.ecrin");
    fs::copy(made, &file)?;
    Ok(file)
}

/// Writes the messages, as the counter would: to everybody whom the gate lets be told of their rights by mail, in turn.
fn fill(mut shop: Shop, port: u16) -> Result<Shop> {
    let way = SmtpServer { host: "127.0.0.1".into(), port, security: Security::None, ..SmtpServer::default() };
    let sender_address = "contact@boutique.example".to_owned();
    shop.set_mail_setup(&MailSetup { sender_address, way: MailWay::Smtp(way), ..MailSetup::default() })?;
    let is_wanted = |one: &Template| one.text.channel == Channel::Mail && one.text.name == RIGHTS;
    let template = shop.templates()?.into_iter().find(is_wanted).ok_or("the file has no template about rights")?.id;
    let mut written = 0;
    for number in (1..=i64::try_from(CLIENTS)?).cycle() {
        let new = NewMessage { number, template, context: None, indicator: None };
        match shop.queue_message(&new) {
            Ok(_) => written += 1,
            Err(ecrin_core::Error::MessageBlocked(_)) => {}
            Err(error) => return Err(error.into()),
        }
        if written == MESSAGES {
            break;
        }
    }
    Ok(shop)
}

/// The value of Message-ID.
fn name_of(text: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(text);
    text.lines().find_map(|line| line.strip_prefix("Message-ID: ").map(str::to_owned))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_mail_is_known_by_its_name() {
        assert_eq!(super::name_of(b"From: a\r\nMessage-ID: <1@b>\r\n\r\nx").as_deref(), Some("<1@b>"));
    }
}
