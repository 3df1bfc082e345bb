//! A record with fifty thousand rows in each window beside one with five; and what ends soon among a hundred thousand subscriptions.
//!
//! Everything is written as the counter would, so that making the file takes some minutes; it is kept for the next time.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, folder, shop_file};
use ecrin_core::clients::{ClientNumber, ContactType};
use ecrin_core::deliveries::{DeliveryState, NewDelivery, NewSponsorship};
use ecrin_core::invoicing::{NewPayment, PaymentMode};
use ecrin_core::shop::Shop;
use ecrin_core::subscriptions::{Medium, NewOffer, NewSubscription, NewTariff, OfferId, OfferWords, RenewalsRequest};
use ecrin_core::windows::{Window, WindowRequest};

use crate::figure::{Figure, Target};
use crate::report::Report;

/// On a file of so many clients.
const CLIENTS: u64 = 100_000;
/// Two of them, and how many rows they have in each window.
const FEW: (ClientNumber, usize) = (1, 5);
const MANY: (ClientNumber, usize) = (2, 50_000);
/// How many subscriptions there are in all.
const SUBSCRIPTIONS: usize = 100_000;
/// How often something is read.
const READ: usize = 15;

/// All of it.
pub(crate) fn measure(report: &mut Report, seed: u64) -> Result<()> {
    let shop = shop_file::unlock(&file(seed)?)?;
    for (number, rows) in [FEW, MANY] {
        let took = timed(|| Window::ALL.into_iter().try_for_each(|window| first_page(&shop, window, number)))?;
        let name = format!("the first page of a record’s five windows, {rows} rows in each");
        report.add(Figure::duration(name, took).on(CLIENTS).target(Target::Under(50.0)));
    }
    for window in Window::ALL {
        for column in window.columns() {
            let mut request = first(window, MANY.0);
            request.sort.column = *column;
            let took = timed(|| shop.window_page(window, &request).map(drop))?;
            report.add(Figure::duration(format!("{window:?} by {column:?}, of 50000 rows"), took).on(CLIENTS));
        }
    }
    let until = shop_day(400)?;
    let mut request = RenewalsRequest { from: None, until, after: None, limit: 50 };
    let took = timed(|| shop.renewals(&request).map(drop))?;
    let name = "what ends within a year, of 100,000 subscriptions: a page of 50";
    report.add(Figure::duration(name, took).on(CLIENTS).target(Target::Under(50.0)));
    for _ in 0..20 {
        request.after = shop.renewals(&request)?.next;
    }
    let took = timed(|| shop.renewals(&request).map(drop))?;
    report.add(Figure::duration("the same, its twenty-first page", took).on(CLIENTS).target(Target::Under(50.0)));
    Ok(())
}

fn first(window: Window, number: ClientNumber) -> WindowRequest {
    WindowRequest { number, sort: window.usual_sort(), after: None, limit: 50 }
}

fn first_page(shop: &Shop, window: Window, number: ClientNumber) -> ecrin_core::Result<()> {
    shop.window_page(window, &first(window, number)).map(drop)
}

fn timed(mut read: impl FnMut() -> ecrin_core::Result<()>) -> Result<Duration> {
    let mut durations = Vec::new();
    for _ in 0..READ {
        let started = Instant::now();
        read()?;
        durations.push(started.elapsed());
    }
    Ok(Sample::of(durations).median())
}

/// So many days after the first of January 2026, the day on which the clock of generated files stands still.
fn shop_day(later: u64) -> Result<chrono::NaiveDate> {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 1, 1);
    Ok(first.and_then(|first| first.checked_add_days(chrono::Days::new(later))).ok_or("a day")?)
}

/// The file, made if it is missing.
fn file(seed: u64) -> Result<PathBuf> {
    let sources = ["src-tauri/core/src/store/subscriptions", "tests/benches/src/record.rs"];
    let file = folder()?.join(format!("record-{seed}-{}.ecrin", shop_file::digest(&sources)?));
    if file.exists() {
        return Ok(file);
    }
    shop_file::remove_older("record-")?;
    let partial = file.with_extension("partial");
    fs::copy(shop_file::of(seed, CLIENTS, &mut |_| {})?, &partial)?;
    fill(&mut shop_file::unlock(&partial)?)?;
    fs::rename(&partial, &file)?;
    Ok(file)
}

fn fill(shop: &mut Shop) -> Result<()> {
    let offer = OfferWords { name: "Revue".into(), medium: Medium::Print, beneficiaries: 0 };
    let tariff = NewTariff { price: 4900, vat: 210, months: 12, issues: 1, effective_from: Some(shop_day(0)?) };
    let offer = shop.create_offer(&NewOffer { offer, tariff })?.value.id;
    let mut brought = 3..=i64::try_from(CLIENTS)?;
    for (number, rows) in [FEW, MANY] {
        let revision = shop.client(number)?.revision;
        shop.change_type(number, revision, ContactType::Client)?;
        eprintln!("  making a record with {rows} rows in each window");
        subscribe(shop, offer, Some(number), rows)?;
        for row in 0..rows {
            let day = shop_day(0)?;
            let mode = PaymentMode::ALL[row % 6];
            let note = String::new();
            shop.record_payment(&NewPayment { payer: number, invoice: None, paid_on: day, mode, amount: 100, note })?;
            shop.add_delivery(&NewDelivery {
                recipient: number,
                due_on: shop_day(row as u64 % 2_000)?,
                content: format!("N°\u{a0}{row}"),
                copies: 1,
                state: DeliveryState::Planned,
                note: String::new(),
            })?;
            let sponsored = brought.next().ok_or("too few clients")?;
            shop.add_sponsorship(&NewSponsorship { sponsor: number, sponsored })?;
        }
    }
    eprintln!("  subscribing others");
    subscribe(shop, offer, None, SUBSCRIPTIONS - FEW.1 - MANY.1)
}

/// Subscribes so many of those who may be, from days that are spread over a year.
fn subscribe(shop: &mut Shop, offer: OfferId, payer: Option<ClientNumber>, count: usize) -> Result<()> {
    let mut written = 0;
    for recipient in (3..=i64::try_from(CLIENTS)?).cycle() {
        let starts_on = Some(shop_day(written as u64 % 365)?);
        match shop.subscribe(&NewSubscription { recipient, offer, payer, copies: 1, starts_on }) {
            Ok(_) => written += 1,
            Err(ecrin_core::Error::Refused(_)) => {}
            Err(error) => return Err(error.into()),
        }
        if written == count {
            break;
        }
    }
    Ok(())
}
