//! What the gate, the seals and their verification cost, beside what SQLite needs to read the same rows and SHA-256 to hash the same
//! bytes: floors that nothing built on them can go under.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, folder, shop_file};
use ecrin_core::consents::{
    Answer, Channel, ModeLabel, NewDecision, Purpose, SealedDecision, Target as About, genesis,
};
use ecrin_core::contact::{ContactFacts, Reach, in_france, may_contact};
use ecrin_core::shop::{NewShop, Shop};
use sha2::{Digest, Sha256};

use crate::bare::{self, Kept};
use crate::export;
use crate::figure::{Figure, Target, milliseconds, per_second};
use crate::report::Report;

/// A Tuesday at 11:00 in France, when no hour speaks against.
const WORKING_HOURS: i64 = 1_764_064_800_000;
/// How often whole passes are timed; the median counts.
const PASSES: usize = 5;
/// How many seals are computed, and how many decisions written.
const SEALS: u32 = 200_000;
const DECISIONS: usize = 300;

/// All of it.
pub(crate) fn measure(report: &mut Report, seed: u64, clients: u64, file: &Path) -> Result<()> {
    let shop = shop_file::unlock(file)?;
    let plain = bare::decisions(seed, clients, &shop)?;
    let bare = bare::open(&plain, Kept::Plain)?;
    let reader = shop.reader()?;
    let mut passes = Vec::new();
    for _ in 0..PASSES {
        let (mut allowed, started) = (0_u64, Instant::now());
        reader.judge_all(Channel::Sms, Purpose::Commercial, WORKING_HOURS, |judged| {
            allowed += u64::from(judged.verdict.allowed);
            Ok(())
        })?;
        passes.push(started.elapsed());
        if allowed == 0 {
            return Err("nobody may be contacted: this measures nothing".into());
        }
    }
    let guard = Sample::of(passes);
    let floor = timed(|| bare::read_standings(&bare))?;
    let figure = |what: &str, took| Figure::duration(format!("may_contact for every client of the file: {what}"), took);
    let most = if clients == 1_000_000 { Some(Target::Under(1000.0)) } else { None };
    let median = figure(&format!("median of {PASSES}"), guard.median()).on(clients);
    let median = median.against("bare SQLite, reading as many rows", milliseconds(floor.median()));
    report.add(match most {
        Some(target) => median.target(target),
        None => median,
    });
    report.add(figure("worst", guard.worst()).on(clients));

    let mut durations = Vec::new();
    let mut decisions = 0;
    for _ in 0..PASSES {
        let started = Instant::now();
        let chain = shop.check_chain(None)?;
        if let Some(broken) = chain.broken {
            return Err(format!("the chain is broken at {}: {}", broken.decision, broken.why).into());
        }
        durations.push(started.elapsed());
        decisions = chain.decisions;
    }
    let name = "verification of the chain, evidence and standing answers included: median";
    let verification = Figure::rate(name, decisions, Sample::of(durations).median()).on(clients);
    let floor = per_second(decisions, timed(|| bare::read_decisions(&bare))?.median());
    let verification = verification.target(Target::Above(300_000.0));
    report.add(verification.against("bare SQLite, reading the same rows", floor));
    drop(bare);
    export::measure(report, clients, file, &plain, decisions)
}

/// What needs no file of clients.
pub(crate) fn measure_alone(report: &mut Report) -> Result<()> {
    report.add(Figure::duration("may_contact alone, a million times", alone()).target(Target::Under(1000.0)));
    let (sealing, hashing) = sealing();
    let sealing = Figure::duration("sealing a decision: mean", sealing).target(Target::Under(0.2));
    report.add(sealing.against("SHA-256 of the same bytes", milliseconds(hashing)));
    let (decided, written) = (deciding()?, bare::write_rows(DECISIONS)?);
    let other = "bare SQLite, a row, as durable";
    let median = Figure::duration("a decision, written to the disk: median", decided.median());
    report.add(median.against(other, milliseconds(written.median())));
    let worst = Figure::duration("a decision, written to the disk: worst", decided.worst());
    report.add(worst.against(other, milliseconds(written.worst())));
    Ok(())
}

/// Several whole passes.
fn timed(read: impl Fn() -> Result<u64>) -> Result<Sample> {
    let mut durations = Vec::new();
    for _ in 0..PASSES {
        let started = Instant::now();
        if read()? == 0 {
            return Err("the plain file holds nothing: this measures nothing".into());
        }
        durations.push(started.elapsed());
    }
    Ok(Sample::of(durations))
}

/// The pure function on one client after another.
fn alone() -> Duration {
    let facts = ContactFacts {
        professional: false,
        inactive: false,
        restricted: false,
        customer: false,
        reach: Reach::from_bits(15),
        standings: &[],
    };
    let at = in_france(WORKING_HOURS);
    let started = Instant::now();
    for client in 0..1_000_000_u32 {
        let facts =
            ContactFacts { inactive: client.is_multiple_of(7), professional: client.is_multiple_of(5), ..facts };
        black_box(may_contact(black_box(&facts), Channel::Sms, Purpose::Commercial, at));
    }
    started.elapsed()
}

/// The canonical form and its SHA-256; and the SHA-256 alone, of a form that is there already.
fn sealing() -> (Duration, Duration) {
    let items = r#"[[1,"SMS-TECH","SMS-TECH-1","9f3c41d09f3c41d09f3c41d09f3c41d09f3c41d09f3c41d09f3c41d09f3c41d0"]]"#;
    let (mut form, mut seal) = (String::new(), genesis("bench"));
    let started = Instant::now();
    for decision in 0..SEALS {
        let sealed = SealedDecision {
            decision: decision.into(),
            client: 12,
            channel: "sms",
            answer: "granted",
            mode: "Accord écrit",
            detail: "bulletin rempli au comptoir",
            label: "Envoi de SMS techniques & commerciaux",
            at: WORKING_HOURS,
            recorded_at: WORKING_HOURS,
            operator: "Claire V.",
            source: "counter",
            import: None,
            items,
            evidence: "[]",
        };
        seal = black_box(sealed.seal(&seal, &mut form));
    }
    let sealing = started.elapsed() / SEALS;
    let started = Instant::now();
    for _ in 0..SEALS {
        black_box(Sha256::digest(black_box(form.as_bytes())));
    }
    (sealing, started.elapsed() / SEALS)
}

/// Whole decisions, one transaction each, as the counter writes them.
fn deciding() -> Result<Sample> {
    let path = folder()?.join("decisions.ecrin");
    shop_file::remove_older("decisions.ecrin")?;
    let new = NewShop { name: "Essai", passphrase: "Vitrine+2024!", demonstration: false };
    let mut shop = Shop::create(&path, new, Box::new(shop_file::STILL))?;
    shop.add_fictional_clients(1, 100, &mut |_| true)?;
    let answer = |index: usize| {
        let about = About::Purposes(Channel::Sms, vec![Purpose::Technical]);
        Ok(if index.is_multiple_of(2) {
            NewDecision::now(about, Answer::Granted { mode: ModeLabel::new("Accord écrit")?, wordings: Vec::new() })
        } else {
            NewDecision::now(about, Answer::Withdrawn)
        })
    };
    let mut durations = Vec::new();
    for index in 0..DECISIONS {
        let decision: NewDecision = answer(index).map_err(|error: ecrin_core::Error| error)?;
        let started = Instant::now();
        shop.decide(i64::try_from(index % 100)? + 1, &decision)?;
        durations.push(started.elapsed());
    }
    drop(shop);
    shop_file::remove_older("decisions.ecrin")?;
    Ok(Sample::of(durations))
}
