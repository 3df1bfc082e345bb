//! « Puis-je le contacter ? »: asking the gate. The answer is no failure, whichever it is.

use chrono::Utc;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::contact::{Ground, Reason, VerdictReport};
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, consent_words, file, typed_values};

/// What may be asked.
#[derive(Debug, clap::Args)]
pub(crate) struct MayContact {
    /// The client's number
    number: i64,
    /// How
    #[arg(long, value_parser = typed_values::channel())]
    channel: Channel,
    /// What for
    #[arg(long, value_parser = typed_values::purpose())]
    purpose: Purpose,
    /// When (RFC 3339; default: now). Hours and days are judged in French local time
    #[arg(long, value_name = "T", value_parser = typed_values::moment)]
    at: Option<i64>,
}

pub(crate) fn may_contact(arguments: &Arguments, language: Language, asked: &MayContact) -> Result<(), Refusal> {
    let at = asked.at.unwrap_or_else(|| Utc::now().timestamp_millis());
    let report = file::open(arguments)?.may_contact(asked.number, asked.channel, asked.purpose, Some(at))?;
    if arguments.json {
        answer::json(&flat(&report, at))?;
    } else {
        answer::line(&sentence(language, &report))?;
    }
    Ok(())
}

fn flat(report: &VerdictReport, at: i64) -> Value {
    json!({
        "channel": report.channel,
        "purpose": report.purpose,
        "at": answer::timestamp(at),
        "allowed": report.allowed,
        "ground": report.ground.code(),
        "reasons": report.reasons.iter().map(|reason| reason.code()).collect::<Vec<_>>(),
        "rule": report.rule.code(),
        "source": report.source,
        "read_on": report.read_on,
        "hours_source": report.hours_source,
        "decision": report.decision,
        "since": report.since.map(answer::timestamp),
        "mode": report.mode,
        "advice": report.advice,
        "unproven": report.unproven,
    })
}

/// « Non, offre commerciale par SMS : le client a retiré son accord le 18/09/2018 [CPCE art. L.34-5, lu le 2026-11-22]. »
fn sentence(language: Language, report: &VerdictReport) -> String {
    let yes = if report.allowed { language.pick("Oui", "Yes") } else { language.pick("Non", "No") };
    let mut why: Vec<String> =
        report.reasons.iter().map(|reason| consent_words::reason(language, *reason).to_owned()).collect();
    if report.allowed {
        why.push(consent_words::ground(language, report.ground).to_owned());
    }
    if let (Some(since), Some(first)) = (report.since, why.first_mut())
        && (report.allowed || report.ground == Ground::Objection)
    {
        first.push_str(language.pick(" le ", " on "));
        first.push_str(&answer::date(since));
    }
    if report.allowed && !report.mode.is_empty() {
        why.push(language.pick(format!("« {} »", report.mode), format!("\"{}\"", report.mode)));
    }
    if report.unproven {
        why.push(language.pick("sans preuve", "without proof").to_owned());
    }
    if report.advice.is_some() {
        why.push(language.pick("hors des heures conseillées", "outside the advised hours").to_owned());
    }
    let late = report.advice.is_some() || report.reasons.contains(&Reason::OutsideHours);
    let sources: Vec<&str> =
        [Some(report.source.as_str()), report.hours_source.as_deref().filter(|_| late)].into_iter().flatten().collect();
    format!(
        "{yes}, {} {} {}{} {} [{}{} {}].",
        consent_words::purpose(language, report.purpose),
        language.pick("par", "by"),
        consent_words::channel(language, report.channel),
        language.pick(" :", ":"),
        why.join(", "),
        sources.join(" ; "),
        language.pick(", lu le", ", read on"),
        report.read_on
    )
}
