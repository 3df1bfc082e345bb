//! What the gate, the seals and their verification cost.

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

use crate::figure::{Figure, Target, Unit};
use crate::report::Report;

/// A Tuesday at 11:00 in France, when no hour speaks against.
const WORKING_HOURS: i64 = 1_764_064_800_000;
/// How often whole passes are timed; the median counts.
const PASSES: usize = 5;
/// How many seals are computed, and how many decisions written.
const SEALS: u32 = 200_000;
const DECISIONS: usize = 300;

/// All of it.
pub(crate) fn measure(report: &mut Report, clients: u64, file: &Path) -> Result<()> {
    let shop = shop_file::unlock(file)?;
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
    let figure = |what: &str, took| Figure::duration(format!("may_contact for every client of the file: {what}"), took);
    let most = if clients == 1_000_000 { Some(Target::Under(1000.0)) } else { None };
    let median = figure(&format!("median of {PASSES}"), guard.median()).on(clients);
    report.add(match most {
        Some(target) => median.target(target),
        None => median,
    });
    report.add(figure("worst", guard.worst()).on(clients));
    report.add(Figure::duration("may_contact alone, a million times", alone()).target(Target::Under(1000.0)));

    let mut rates = Vec::new();
    for _ in 0..PASSES {
        let started = Instant::now();
        let chain = shop.check_chain(None)?;
        if let Some(broken) = chain.broken {
            return Err(format!("the chain is broken at {}: {}", broken.decision, broken.why).into());
        }
        rates.push(per_second(chain.decisions, started.elapsed()));
    }
    rates.sort_by(f64::total_cmp);
    let name = "verification of the chain, evidence and standing answers included: median";
    report.add(Figure::of(name, Unit::RowsPerSecond, rates[PASSES / 2]).on(clients).target(Target::Above(300_000.0)));
    report.add(Figure::duration("sealing a decision: mean", sealing()).target(Target::Under(0.2)));
    let decided = deciding()?;
    report.add(Figure::duration("a decision, written to the disk: median", decided.median()));
    report.add(Figure::duration("a decision, written to the disk: worst", decided.worst()));
    Ok(())
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

/// The canonical form and its SHA-256.
fn sealing() -> Duration {
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
    started.elapsed() / SEALS
}

/// Whole decisions, one transaction each, as the counter writes them.
fn deciding() -> Result<Sample> {
    let path = folder()?.join("decisions.ecrin");
    shop_file::remove_older("decisions.ecrin")?;
    let new = NewShop { name: "Essai", passphrase: "Vitrine+2024!", demonstration: false };
    let mut shop = Shop::create(&path, new, Box::new(shop_file::StillClock))?;
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

#[allow(clippy::cast_precision_loss, reason = "a count of decisions fits 53 bits")]
fn per_second(count: u64, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}
